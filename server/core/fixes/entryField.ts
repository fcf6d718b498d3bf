import type { Document, YamlEntry } from '../parse/model.ts';
import type { RecordEntry, RecordFile } from '../project/model.ts';
import type { Change } from '../rules/rule.ts';
import type { TextEdit } from '../text/edits.ts';
import { at, contains, type Span } from '../text/span.ts';
import { newlineOf } from './newline.ts';

/** A field's name and its value as YAML; an empty value waits for a person. */
export type EntryField = readonly [name: string, value: string];

/**
 * Adds fields at the end of a record entry, with the cursor on each empty value. Undefined where that cannot be done: in a
 * table or a changelog, and in an entry whose first key is written elsewhere.
 */
export function addEntryFields(
  file: RecordFile,
  record: RecordEntry,
  added: readonly EntryField[],
): Change | undefined {
  const { document } = file;
  const { map } = record;
  const [first] = map.entries;
  if (document.kind !== 'yaml' || added.length === 0 || first === undefined) return undefined;
  if (document.problems.some(({ code }) => code === 'yaml-syntax' || code === 'too-deep')) return undefined;
  const isInBraces = document.text[map.span.start] === '{';
  if (!isInBraces && first.keySpan.start !== map.span.start) return undefined;
  const { offset, text, stops } = isInBraces
    ? inBraces(document.text, map.span, added)
    : belowFields(document.text, map.span, added);
  return { kind: 'edit', path: file.path, edits: [{ span: at(offset), text, stops }] };
}

interface Insertion {
  readonly offset: number;
  readonly text: string;
  readonly stops: readonly Span[];
}

function inBraces(text: string, span: Span, added: readonly EntryField[]): Insertion {
  const body = text.slice(span.start, span.end).replace(/\s*\}\s*$/, '');
  const joint = body.endsWith(',') ? ' ' : ', ';
  return { offset: span.start + body.length, ...written(added, joint, joint === ' ' ? ', ' : joint) };
}

function belowFields(text: string, span: Span, added: readonly EntryField[]): Insertion {
  const column = span.start - (text.lastIndexOf('\n', span.start - 1) + 1);
  const end = span.start + text.slice(span.start, span.end).trimEnd().length;
  const comment = /^[ \t]+#[^\r\n]*/.exec(text.slice(end))?.[0].length ?? 0;
  const joint = `${newlineOf(text)}${' '.repeat(column)}`;
  return { offset: end + comment, ...written(added, joint, joint) };
}

function written(added: readonly EntryField[], first: string, joint: string): Omit<Insertion, 'offset'> {
  const stops: Span[] = [];
  let text = '';
  for (const [name, value] of added) {
    text += `${text === '' ? first : joint}${name}: `;
    stops.push(...blanksOf(value, text.length));
    text += value;
  }
  return { text, stops };
}

/** Where a value waits for a person: all of an empty one, else the empty values of a map in braces. */
const blanksOf = (value: string, offset: number): readonly Span[] =>
  value === '' ? [at(offset)] : Array.from(value.matchAll(/: (?=[,}])/g), ({ index }) => at(offset + index + 2));

/**
 * Sets a field of a record entry; an empty value leaves the place empty, with the cursor there. A field that is missing is
 * added, in a table its cell is filled. Undefined where that cannot be done.
 */
export function setEntryField(file: RecordFile, record: RecordEntry, name: string, value: string): Change | undefined {
  const { document, form, path } = file;
  const field = record.map.entries.find(({ key }) => key === name);
  if (!field) return addEntryFields(file, record, [[name, value]]);
  const edit = form === 'table' ? replaced(field.value.span, '', value) : inYaml(document, record, field, value);
  return edit && form !== 'changelog' ? { kind: 'edit', path, edits: [edit] } : undefined;
}

const replaced = (span: Span, lead: string, value: string): TextEdit => ({
  span,
  text: lead + value,
  stops: blanksOf(value, lead.length),
});

function inYaml(document: Document, record: RecordEntry, field: YamlEntry, value: string): TextEdit | undefined {
  const { keySpan, value: old } = field;
  const { text } = document;
  if (document.kind !== 'yaml' || document.problems.some(({ code }) => code === 'yaml-syntax')) return undefined;
  // Written elsewhere, behind an alias or a merge key.
  if (!contains(record.span, keySpan) || text[keySpan.end] !== ':') return undefined;
  if (old.span.start === old.span.end) {
    const start = keySpan.end + 1;
    const blanks = /^[ \t]*(?=,|\r?\n|$)/.exec(text.slice(start))?.[0].length ?? 0;
    return replaced({ start, end: start + blanks }, ' ', value);
  }
  const isPlain = contains(record.span, old.span) && old.span.start > keySpan.end;
  return isPlain && !/[\r\n]/.test(text.slice(old.span.start, old.span.end))
    ? replaced(old.span, '', value)
    : undefined;
}
