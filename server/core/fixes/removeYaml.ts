import type { YamlEntry, YamlList, YamlMap, YamlNode } from '../parse/model.ts';
import type { Span } from '../text/span.ts';

/**
 * What to remove so that one item of a list is gone, with its comma or its lines. Undefined when it is the only one, or
 * is not written as expected.
 */
export function listItemSpan(text: string, list: YamlList, item: YamlNode): Span | undefined {
  const spans = list.items.map(({ span }) => span);
  const index = list.items.indexOf(item);
  if (index < 0 || spans.length < 2) return undefined;
  return isFlow(text, list.span) ? flowSpan(text, spans, index) : blockSpan(text, item.span, /^[ \t]*-[ \t]+$/);
}

/** What to remove so that one entry of a map is gone; see `listItemSpan`. */
export function mapEntrySpan(text: string, map: YamlMap, item: YamlEntry): Span | undefined {
  const spans = map.entries.map(entrySpan);
  const index = map.entries.indexOf(item);
  if (index < 0 || spans.length < 2) return undefined;
  return isFlow(text, map.span) ? flowSpan(text, spans, index) : blockSpan(text, entrySpan(item), /^[ \t]*$/);
}

const entrySpan = ({ keySpan, value }: YamlEntry): Span => ({
  start: keySpan.start,
  end: Math.max(keySpan.end, value.span.end),
});

const isFlow = (text: string, { start }: Span): boolean => text[start] === '{' || text[start] === '[';

function flowSpan(text: string, spans: readonly Span[], index: number): Span | undefined {
  const [before, own, after] = [spans[index - 1], spans[index], spans[index + 1]];
  if (!own) return undefined;
  const span = before ? { start: before.end, end: own.end } : { start: own.start, end: after?.start ?? own.end };
  const joint = before ? text.slice(before.end, own.start) : text.slice(own.end, span.end);
  // A comment between two values would go with one of them.
  return /^\s*,\s*$/.test(joint) ? span : undefined;
}

/** The lines of a value, when nothing but `lead` stands before it in the first of them. */
function blockSpan(text: string, { start, end }: Span, lead: RegExp): Span | undefined {
  const first = text.lastIndexOf('\n', start - 1) + 1;
  if (!lead.test(text.slice(first, start))) return undefined;
  const last = start + text.slice(start, end).trimEnd().length;
  const rest = /^[^\r\n]*(?:\r?\n)?/.exec(text.slice(last))?.[0] ?? '';
  if (!/^[ \t:]*(?:#.*)?\s*$/.test(rest)) return undefined;
  return { start: first, end: last + rest.length };
}
