import type { Field } from '../lifecycle/schema/field.ts';
import type { YamlMap, YamlNode, YamlScalar } from '../parse/model.ts';
import { compilePattern } from '../text/pattern.ts';
import type { Span } from '../text/span.ts';

/**
 * A value as its field reads it: of a text that holds several values each one by itself, of a link its words, and only
 * the part that counts. `text` is the file in which it stands; the places of the parts are those in it.
 */
export function readValue(field: Field | undefined, node: YamlNode, text: string, hasLinks: boolean): YamlNode {
  if (node.kind === 'map') return field?.fields ? readParts(field.fields, node, text) : node;
  if (node.kind === 'list')
    return field?.fields || field?.reads !== undefined
      ? { ...node, items: node.items.map(item => readValue(field, item, text, false)) }
      : node;
  if (node.value === null) return node;
  if (field?.separator === undefined) return counting(field, hasLinks ? linkWords(node, text) : node, text);
  const items = parts(node, field.separator, text).map(item => counting(field, linkWords(item, text), text));
  return { kind: 'list', span: node.span, items };
}

/** The parts of an object, each as its own field reads it. */
const readParts = (fields: Readonly<Record<string, Field>>, node: YamlMap, text: string): YamlMap => ({
  ...node,
  entries: node.entries.map(part => ({
    ...part,
    value: readValue(Object.hasOwn(fields, part.key) ? fields[part.key] : undefined, part.value, text, false),
  })),
});

/** The part of a text that counts. */
function counting(field: Field | undefined, node: YamlScalar, text: string): YamlScalar {
  const pattern = field?.reads === undefined ? undefined : compilePattern(field.reads);
  const group = pattern === undefined || typeof pattern === 'string' ? undefined : pattern.group(node.source);
  return group === undefined ? node : partOf(node, group, text);
}

const link = /\[[^\]\n]*\]\([^)\n]*\)/g;
const wholeLink = /^(?:\[([^[\]]+)\](?:\([^()\s]*(?:\s+"[^"]*")?\)|\[[^[\]]*\])|<([^<>\s]+)>)$/;

/** The words of a value that is nothing but a link. */
function linkWords(node: YamlScalar, text: string): YamlScalar {
  const match = wholeLink.exec(node.source);
  const words = match?.[1] ?? match?.[2];
  return words === undefined ? node : partOf(node, { start: 1, end: 1 + words.length }, text);
}

/** A part of a scalar; it keeps the place of the whole where that is not written as it is read. */
function partOf(node: YamlScalar, { start, end }: Span, text: string): YamlScalar {
  const { inner, offset } = writtenOf(node, text);
  const part = node.source.slice(start, end);
  const span = offset === undefined || inner !== node.source ? node.span : { start: offset + start, end: offset + end };
  return { kind: 'scalar', value: part, source: part, span };
}

/** The text of a scalar without its quotes and where it begins; unknown for text that is written with escapes. */
function writtenOf({ span, source }: YamlScalar, text: string): { inner: string; offset: number | undefined } {
  const written = text.slice(span.start, span.end);
  const place = written.indexOf(source);
  if (place >= 0) return { inner: source, offset: span.start + place };
  const quote = /^(["']).*\1$/s.test(written) ? 1 : 0;
  const inner = written.slice(quote, written.length - quote);
  // Line breaks in a value that goes over several lines count as spaces.
  const isFolded = inner.replace(/\s+/g, ' ') === source.replace(/\s+/g, ' ');
  return isFolded ? { inner, offset: span.start + quote } : { inner: source, offset: undefined };
}

/** The texts between separators. Separators inside a link do not count. */
function parts(node: YamlScalar, separator: string, text: string): readonly YamlScalar[] {
  const { inner, offset } = writtenOf(node, text);
  const safe = inner.replace(link, found => '-'.repeat(found.length));
  const result: YamlScalar[] = [];
  for (let start = 0; start <= inner.length; ) {
    const found = safe.indexOf(separator, start);
    const end = found < 0 ? inner.length : found;
    result.push(trimmed(inner, { start, end }, offset, node.span));
    start = end + separator.length;
  }
  return result;
}

function trimmed(inner: string, { start, end }: Span, offset: number | undefined, whole: Span): YamlScalar {
  const raw = inner.slice(start, end);
  const words = raw.trim();
  const from = start + (words === '' ? 0 : raw.indexOf(words));
  const span = offset === undefined ? whole : { start: offset + from, end: offset + from + words.length };
  return { kind: 'scalar', value: words, source: words.replace(/\s+/g, ' '), span };
}
