import type { Nodes, Root } from 'mdast';
import { at, type Span } from '../text/span.ts';
import type { MarkdownParser } from './markdown.ts';
import type { ParseProblem } from './model.ts';

/** Quotes and list items that one line may open. The parser's time grows with the square of it. */
const MAX_NESTING = 100;

const openers = new RegExp(
  String.raw`(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])|\[\^[^\]\s]{1,99}\]:)){${MAX_NESTING}}`,
  'y',
);
const thematicBreak = /[ \t]*([-*])(?:[ \t]*\1)*[ \t]*$/my;

/**
 * The signs that can begin inline markup. In one paragraph the native parser takes time, and for some of them memory,
 * in the order of their number times the paragraph's length: 100 KB of `&amp;` take a second and half a gigabyte.
 */
const signs = /[&@_*[\]`<~]|:\/\/|www\./g;

/** What of this product is allowed in one document: about a second. Usual documents stay a hundred times below. */
const MAX_COST = 200_000_000;

/** Even a document of nothing but such paragraphs is read in a second. */
const SHORT = 1_000;

/**
 * What makes a Markdown text too costly to parse, with its place. Undefined for all that people write: finding that out
 * takes a hundredth of the time of parsing. A text in doubt is parsed with its costly signs masked, to know its paragraphs.
 */
export function costlyMarkdown(text: string, parser: MarkdownParser): ParseProblem | undefined {
  const deep = deepLine(text);
  if (deep !== undefined) return tooDeep(deep);
  const stretches = longStretches(text);
  if (total(stretches, ({ start, end }) => (end - start) ** 2) <= MAX_COST) return undefined;
  if (total(stretches, stretch => cost(text, stretch)) <= MAX_COST) return undefined;
  const paragraphs = paragraphsOf(masked(text), parser);
  if (total(paragraphs, paragraph => cost(text, paragraph)) <= MAX_COST) return undefined;
  const costs = paragraphs.map(paragraph => cost(text, paragraph));
  return tooDense(paragraphs[costs.indexOf(Math.max(...costs))] ?? at(0));
}

const tooDeep = (offset: number): ParseProblem => ({
  code: 'too-deep',
  span: at(offset),
  message: `This line opens more than ${MAX_NESTING} quotes and lists inside each other. The file is not read; make it flatter.`,
});

const tooDense = (span: Span): ParseProblem => ({
  code: 'too-large',
  span: at(span.start),
  message: 'This paragraph is too long for the markup it holds, so the file is not read. Split it with blank lines.',
});

/** Where a line starts that opens too many quotes and lists. */
function deepLine(text: string): number | undefined {
  const lines = text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text;
  let start = 0;
  while (start < lines.length) {
    const found = lines.indexOf('\n', start);
    const end = found < 0 ? lines.length : found;
    if (end - start >= MAX_NESTING && opensTooMany(lines, start)) return start;
    start = end + 1;
  }
  return undefined;
}

function opensTooMany(text: string, start: number): boolean {
  openers.lastIndex = start;
  if (!openers.test(text)) return false;
  thematicBreak.lastIndex = start;
  return !thematicBreak.test(text);
}

/** The parts between blank lines that are long enough to matter; a blank line with blanks in it does not end one. */
function longStretches(text: string): Span[] {
  const blankLine = text.includes('\r\n') ? '\n\r\n' : '\n\n';
  const stretches: Span[] = [];
  let start = 0;
  while (start < text.length) {
    const found = text.indexOf(blankLine, start);
    const end = found < 0 ? text.length : found;
    if (end - start > SHORT) stretches.push({ start, end });
    start = end + blankLine.length;
  }
  return stretches;
}

function total(spans: readonly Span[], costOf: (span: Span) => number): number {
  let sum = 0;
  for (const span of spans) sum += costOf(span);
  return sum;
}

function cost(text: string, { start, end }: Span): number {
  if (end - start <= SHORT) return 0;
  return (text.slice(start, end).match(signs)?.length ?? 0) * (end - start);
}

/** The text with the same blocks at the same places, but without what makes its inline markup costly. */
const masked = (text: string): string => text.replace(/[&@_]|:(?=\/\/)|w(?=ww\.)|[^\0-\x7f]/g, 'x');

function paragraphsOf(text: string, parser: MarkdownParser): Span[] {
  const found: Span[] = [];
  const rest: Nodes[] = [rootOf(text, parser)];
  for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      found.push({ start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? text.length });
    } else if ('children' in node) for (const child of node.children) rest.push(child);
  }
  return found;
}

function rootOf(text: string, parser: MarkdownParser): Root {
  try {
    return parser.parse(text);
  } catch {
    return { type: 'root', children: [{ type: 'paragraph', children: [] }] };
  }
}
