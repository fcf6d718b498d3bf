import type { Document } from '../parse/model.ts';
import type { Fields, FieldValue, Sidecar } from '../project/model.ts';
import type { Change } from '../rules/rule.ts';
import type { TextEdit } from '../text/edits.ts';
import { at, type Span } from '../text/span.ts';
import { newlineOf } from './newline.ts';

/** A document with its metadata, such as an artifact. With a sidecar, the metadata stands there. */
export interface FieldHolder {
  readonly document: Document;
  readonly sidecar?: Sidecar | undefined;
  readonly fields: Fields;
}

/** A field's name and its value as YAML; an empty value is left to be filled in. */
export type NewField = readonly [name: string, value: string];

/** Whether fields can be added: metadata that cannot be read must be mended first. */
export function takesFields(document: Document): boolean {
  const { problems, text } = document;
  if (problems.some(({ code }) => code === 'yaml-syntax' || code === 'front-matter-position' || code === 'too-deep'))
    return false;
  const map = document.kind === 'yaml' ? document.root : document.frontMatter?.map;
  return map === undefined || (map.kind === 'map' && text[map.span.start] !== '{');
}

/** Adds a field to the metadata of a document; see `addFields`. */
export const addField = (holder: FieldHolder, name: string, value: string): Change =>
  addFields(holder, [[name, value]]);

/**
 * Adds fields to the metadata of a document: at the end of its front matter or YAML, below its `Key: value` lines, or in
 * front matter made for them. The cursor waits where a value or a part of it is to be filled in.
 */
function addFields({ document: main, sidecar, fields }: FieldHolder, added: readonly NewField[]): Change {
  const document = sidecar?.document ?? main;
  const last = fields.source === 'body' ? fields.all.at(-1) : undefined;
  const edit = last ? belowLine(document, last, added) : atEndOfYaml(document, added.map(yamlLine));
  return { kind: 'edit', path: document.path, edits: [edit] };
}

/** Sets fields: those that are there get another value, the others are added. */
export function setFields(holder: FieldHolder, values: readonly NewField[]): Change {
  const { path } = holder.sidecar?.document ?? holder.document;
  const { fields } = holder;
  const edits: TextEdit[] = [];
  const missing: NewField[] = [];
  for (const [name, value] of values) {
    const known = fields.get(name);
    if (!known) missing.push([name, value]);
    else if (known.value.span.start < known.value.span.end) edits.push({ span: known.value.span, text: value });
    else if (fields.source === 'body') edits.push(afterName(holder.document, known, value));
    else edits.push({ span: at(known.keySpan.end + 1), text: ` ${value}` });
  }
  const added = missing.length === 0 ? undefined : addFields(holder, missing);
  return { kind: 'edit', path, edits: [...edits, ...(added?.kind === 'edit' ? added.edits : [])] };
}

/** Replaces the text of a span in a file. */
export const replaceText = (path: string, span: Span, text: string): Change => ({
  kind: 'edit',
  path,
  edits: [{ span, text }],
});

interface Line {
  readonly text: string;
  readonly stops: readonly Span[];
}

const yamlLine = ([name, value]: NewField): Line => ({
  text: `${name}: ${value}`,
  stops: shifted(blanksOf(value), name.length + 2),
});

/** The parts of a value to fill in: the empty values of a map in braces, else all of it. */
function blanksOf(value: string): readonly Span[] {
  const blanks = [...value.matchAll(/: (?=[,}])/g)].map(({ index }) => at(index + 2));
  return blanks.length > 0 ? blanks : [{ start: 0, end: value.length }];
}

const shifted = (spans: readonly Span[], by: number): readonly Span[] =>
  spans.map(({ start, end }) => ({ start: start + by, end: end + by }));

/** Inserts lines at `offset`, with line breaks before and after them as told. */
function insertLines(text: string, offset: number, lines: readonly Line[], before: string, after: string): TextEdit {
  const newline = newlineOf(text);
  let inserted = before.replaceAll('\n', newline);
  const stops: Span[] = [];
  for (const [index, line] of lines.entries()) {
    if (index > 0) inserted += newline;
    stops.push(...shifted(line.stops, inserted.length));
    inserted += line.text;
  }
  return { span: at(offset), text: inserted + after.replaceAll('\n', newline), stops };
}

function atEndOfYaml(document: Document, lines: readonly Line[]): TextEdit {
  const { text } = document;
  if (document.kind === 'yaml')
    return insertLines(text, text.length, lines, text === '' || text.endsWith('\n') ? '' : '\n', '\n');
  if (!document.frontMatter) return insertLines(text, 0, lines, '---\n', '\n---\n\n');
  const { bodySpan } = document.frontMatter;
  const body = text.slice(bodySpan.start, bodySpan.end);
  if (body.trim() === '') return insertLines(text, bodySpan.start, lines, '', '\n');
  const indent = /^(?:[ \t]*(?:#.*)?\r?\n)*([ \t]*)/.exec(body)?.[1] ?? '';
  return insertLines(text, bodySpan.start + body.trimEnd().length, lines.map(indented(indent)), '\n', '');
}

/** Fills in the value of a `Key:` line or of a row in the body. */
function afterName({ text }: Document, { value: { span } }: FieldValue, value: string): TextEdit {
  const offset = span.start + (/^[ \t]*/.exec(text.slice(span.start, span.start + 100))?.[0].length ?? 0);
  return { span: at(offset), text: /\s/.test(text[offset - 1] ?? '') ? value : ` ${value}` };
}

/** What stands between name and value: marks and a colon, or the border of a cell. */
const joints = /^(?:(?:\*\*|__)?[ \t]*:(?:\*\*|__)?[ \t]*|(?:\*\*|__)?:?(?:\*\*|__)?[ \t]*\|[ \t]*)/;
/** What closes a line: the border of a cell, or a forced line break. */
const tails = /(?:[ \t]*\|[ \t]*|\\| {2,}|[ \t]*<br\s*\/?>)$/i;

/** Repeats the line of a field in the body, with its bullet and marks but without those of its value, for each new field. */
function belowLine({ text }: Document, last: FieldValue, added: readonly NewField[]): TextEdit {
  const start = text.lastIndexOf('\n', last.keySpan.start - 1) + 1;
  const end = lineEnd(text, Math.max(last.keySpan.end, last.value.span.end));
  const lead = text.slice(start, last.keySpan.start);
  const line = text.slice(last.keySpan.end, lineEnd(text, last.keySpan.end));
  const joint = (joints.exec(line)?.[0] ?? ': ').replace(/([:|])$/, '$1 ');
  const tail = tails.exec(line)?.[0] ?? '';
  const lines = added.map(([name, value]): Line => {
    const label = /^\p{Lu}/u.test(last.written) ? capitalised(name) : name;
    const opening = `${lead}${label}${joint}`;
    return { text: `${opening}${value}${tail}`, stops: shifted(blanksOf(value), opening.length) };
  });
  return insertLines(text, afterDelimiters(text, end), lines, '\n', '');
}

const indented =
  (indent: string) =>
  ({ text, stops }: Line): Line => ({ text: `${indent}${text}`, stops: shifted(stops, indent.length) });

const capitalised = (name: string): string =>
  name.replace(/[_-]/g, ' ').replace(/^\p{Ll}/u, letter => letter.toUpperCase());

const lineEnd = (text: string, offset: number): number => {
  const length = text.slice(offset).search(/\r?\n/);
  return length < 0 ? text.length : offset + length;
};

/** The end of the delimiter row when the line that ends at `offset` is the header of a table, else `offset`. */
function afterDelimiters(text: string, offset: number): number {
  const row = /^\r?\n[ \t]*\|?[ \t]*:?-+[-:| \t]*(?=\r?\n|$)/.exec(text.slice(offset, offset + 500));
  return offset + (row?.[0].length ?? 0);
}
