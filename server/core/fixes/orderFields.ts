import { fieldPlaces } from '../project/fieldOrder.ts';
import { fieldDocument } from '../project/fieldPlace.ts';
import type { Artifact, FieldValue, Project } from '../project/model.ts';
import type { Change } from '../rules/rule.ts';
import { newlineOf } from './newline.ts';

/**
 * Puts the fields of a document in the order of the definition, each with the lines and comments that belong to it.
 * Fields that the definition does not know stay behind the one they follow. Undefined where fields do not stand in lines
 * of their own.
 */
export function orderFields(artifact: Artifact, { lifecycle }: Project): Change | undefined {
  const { path, text } = fieldDocument(artifact);
  const { all, source } = artifact.fields;
  const starts = all.map(field => firstLine(text, field));
  const [first] = starts;
  const last = all.at(-1);
  if (
    source === 'body' ||
    first === undefined ||
    !last ||
    !starts.every((start, index) => isOwnLine(text, start, all[index]))
  )
    return undefined;
  const places = fieldPlaces(lifecycle, artifact.definition);
  const end = lineEnd(text, Math.max(last.keySpan.end, last.value.span.end));
  let place = -1;
  const chunks = all.map((field, index) => {
    place = places.get(field.name) ?? place;
    return { place, text: text.slice(starts[index], starts[index + 1] ?? end).replace(/\r?\n$/, '') };
  });
  const ordered = chunks.toSorted((a, b) => a.place - b.place).map(chunk => chunk.text);
  return { kind: 'edit', path, edits: [{ span: { start: first, end }, text: ordered.join(newlineOf(text)) }] };
}

/** The start of the first line of a field: its own, or that of the comments right above it. */
function firstLine(text: string, { keySpan }: FieldValue): number {
  let start = text.lastIndexOf('\n', keySpan.start - 1) + 1;
  for (;;) {
    const above = text.lastIndexOf('\n', start - 2) + 1;
    if (start === 0 || !/^[ \t]*#/.test(text.slice(above, start))) return start;
    start = above;
  }
}

/** Whether a field begins a line, after comments at most. */
const isOwnLine = (text: string, start: number, field: FieldValue | undefined): boolean =>
  field !== undefined && /^(?:[ \t]*#.*\r?\n)*[ \t]*["']?$/.test(text.slice(start, field.keySpan.start));

function lineEnd(text: string, offset: number): number {
  const trimmed = offset > 0 && text[offset - 1] === '\n' ? offset - 1 : offset;
  const length = text.slice(trimmed).search(/\r?\n/);
  return length < 0 ? text.length : trimmed + length;
}
