import type { Field, FieldType } from '../lifecycle/schema/field.ts';
import type { Cell, MarkdownDocument, YamlNode } from '../parse/model.ts';
import { within } from '../text/sorted.ts';
import { at, type Span } from '../text/span.ts';

/** A cell of a record that is kept as a table, read as the value of its field. */
export interface CellReading {
  readonly document: MarkdownDocument;
  readonly field: Field;
  /** Of the header cell: the place of all names in this column. */
  readonly keySpan: Span;
  /** Whether a text is an id, so that several of them make a list. */
  isId(text: string): boolean;
}

/** The value of a cell. An empty one, or one that holds a lone dash, is null; a list is split at its commas. */
export function cellValue(cell: Cell, reading: CellReading): YamlNode {
  const { document, field } = reading;
  if (/^[-–—]?$/.test(cell.text)) return { kind: 'scalar', value: null, source: '', span: cell.span };
  const types = [field.type].flat();
  const parts = field.list === false ? [] : partsOf(document.text, cell.span);
  const isList = parts.length > 1 && (!types.some(isProse) || parts.every(part => reading.isId(part.text)));
  if (isList) return { kind: 'list', span: cell.span, items: parts.map(part => itemOf(part, reading)) };
  const item = itemOf({ text: wordsOrTarget(cell, types, document), span: cell.span }, reading);
  return field.list === true ? { kind: 'list', span: cell.span, items: [item] } : item;
}

const isProse = (type: FieldType): boolean => type === 'text' || type === 'string';

/** A link stands for its words; where only an address can be meant, for its target. */
function wordsOrTarget({ text, span }: Cell, types: readonly FieldType[], { links }: MarkdownDocument): string {
  const [link] = types.every(type => type === 'url' || type === 'path') ? within(links, span, ({ span }) => span) : [];
  return link?.target ?? text;
}

function partsOf(text: string, span: Span): readonly Cell[] {
  const source = text.slice(span.start, span.end);
  return Array.from(source.matchAll(/[^,;]+/g), ({ index, 0: part }) => {
    const start = span.start + index + (part.length - part.trimStart().length);
    const written = part.trim();
    return { text: plainWords(written), span: { start, end: start + written.length } };
  }).filter(part => part.text !== '');
}

/** The words of a part of a cell: links, emphasis and code marks taken off. */
const plainWords = (source: string): string =>
  source
    .replace(/!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])?/g, '$1')
    .replace(/^[*_`]+|[*_`]+$/g, '')
    .trim();

/** An item of an object field is read into the parts of the object: `2026-05-19: 4` as date and value. */
function itemOf({ text, span }: Cell, { field, keySpan }: CellReading): YamlNode {
  const parts = field.type === 'object' ? Object.entries(field.fields ?? {}) : [];
  if (parts.length === 0) return scalar(text, span);
  const entries = [];
  const free = new Map(parts);
  for (const word of text.split(/:\s+/)) {
    const key = [...free].find(([, part]) => mayBe(part, word))?.[0];
    if (key === undefined) return scalar(text, span);
    free.delete(key);
    entries.push({ key, keySpan: at(keySpan.start), value: scalar(word.trim(), span) });
  }
  return { kind: 'map', span, entries };
}

function mayBe({ type }: Field, word: string): boolean {
  const types = [type].flat();
  if (types.includes('date')) return /^\d{4}-\d{2}-\d{2}$/.test(word.trim());
  if (types.includes('number') || types.includes('integer')) return Number.isFinite(Number(word));
  return true;
}

const scalar = (text: string, span: Span): YamlNode => ({ kind: 'scalar', value: text, source: text, span });
