import type { YamlEntry, YamlMap } from '../parse/model.ts';
import type { Project } from '../project/model.ts';
import type { Change } from '../rules/rule.ts';
import { at, type Span } from '../text/span.ts';
import { newlineOf } from './newline.ts';

/**
 * Adds an entry with empty fields under a top-level key of `lifecycle.yaml`; the cursor waits at each field. Undefined
 * when the entry is there already, or the file is not written as expected.
 */
export function addDefinitionEntry(
  project: Project,
  key: string,
  id: string,
  fields: readonly string[],
): Change | undefined {
  const document = project.documents.get(project.definition.path);
  if (document?.kind !== 'yaml' || document.root?.kind !== 'map' || isFlow(document.text, document.root))
    return undefined;
  const { text, path } = document;
  const section = document.root.entries.find(item => item.key === key);
  const place = section ? placeUnder(text, section, id) : { offset: text.length, indent: '  ', head: `${key}:\n` };
  if (!place) return undefined;
  const lead = place.offset === 0 || text[place.offset - 1] === '\n' ? '' : '\n';
  const { inserted, stops } = entryText(`${lead}${place.head}`, place.indent, id, fields, newlineOf(text));
  return { kind: 'edit', path, edits: [{ span: at(place.offset), text: inserted, stops }] };
}

interface Opening {
  readonly offset: number;
  readonly indent: string;
  /** What stands before the entry. */
  readonly head: string;
}

/** The end of a section that is written in lines. */
function placeUnder(text: string, { keySpan, value }: YamlEntry, id: string): Opening | undefined {
  if (value.kind === 'scalar' && value.value === null && value.source === '')
    return { offset: afterLine(text, keySpan.end), indent: '  ', head: '' };
  if (value.kind !== 'map' || isFlow(text, value) || value.entries.some(item => item.key === id)) return undefined;
  const [first] = value.entries;
  const start = first?.keySpan.start ?? value.span.start;
  const indent = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return indent.trim() === '' ? { offset: afterLine(text, endOf(text, value)), indent, head: '' } : undefined;
}

const isFlow = (text: string, { span }: YamlMap): boolean => text[span.start] === '{';

/** The end of what is written in a map, without the blank lines and comments that may follow it. */
function endOf(text: string, map: YamlMap): number {
  const last = map.entries.at(-1);
  if (!last) return map.span.end;
  const { value } = last;
  if (value.kind === 'map' && value.entries.length > 0 && !isFlow(text, value)) return endOf(text, value);
  const written = text.slice(last.keySpan.end, Math.max(last.keySpan.end, value.span.end)).trimEnd();
  return last.keySpan.end + written.length;
}

/** The start of the line after `offset`. */
function afterLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

function entryText(
  head: string,
  indent: string,
  id: string,
  fields: readonly string[],
  newline: string,
): { inserted: string; stops: readonly Span[] } {
  let inserted = `${head.replaceAll('\n', newline)}${indent}${id}:${newline}`;
  const stops: Span[] = [];
  for (const field of fields) {
    inserted += `${indent}  ${field}: ""`;
    stops.push(at(inserted.length - 1));
    inserted += newline;
  }
  return { inserted, stops };
}
