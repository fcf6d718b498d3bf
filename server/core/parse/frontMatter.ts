import type { Span } from '../text/span.ts';
import type { FrontMatter, ParseProblem } from './model.ts';
import { readYaml } from './yaml.ts';

/** Where front matter stands in a text. */
interface Fences {
  readonly span: Span;
  readonly bodySpan: Span;
}

/** Front matter, what is wrong with it, and where the Markdown begins. */
export interface FrontMatterReading {
  readonly frontMatter: FrontMatter | undefined;
  readonly problems: readonly ParseProblem[];
  /** Offset of the first character of the Markdown: after a byte order mark and after front matter. */
  readonly end: number;
}

const fence = /---[ \t]*(?:\r\n|\r|\n|$)/y;
const closingFence = /(?<=[\r\n])---[ \t]*(?=[\r\n]|$)/g;

/** Reads the YAML front matter of a Markdown text: a block between `---` lines that begins on the first line. */
export function readFrontMatter(text: string): FrontMatterReading {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const fences = fencesAt(text, start);
  if (!fences) return { frontMatter: undefined, problems: misplaced(text, start), end: start };
  const { root, comments, problems } = readYaml(text, fences.bodySpan);
  const map = root?.kind === 'map' ? root : undefined;
  const frontMatter: FrontMatter = { ...fences, map, comments };
  if (!root || map) return { frontMatter, problems, end: fences.span.end };
  return { frontMatter, problems: [...problems, notAMap(root.span)], end: fences.span.end };
}

const notAMap = (span: Span): ParseProblem => ({
  code: 'yaml-syntax',
  span,
  message: 'Front matter holds “field: value” lines. Write one field on each line.',
});

function fencesAt(text: string, start: number): Fences | undefined {
  const bodyStart = endOfMatch(fence, text, start);
  if (bodyStart === undefined) return undefined;
  closingFence.lastIndex = bodyStart;
  const close = closingFence.exec(text);
  if (!close) return undefined;
  return { span: { start, end: close.index + 3 }, bodySpan: { start: bodyStart, end: close.index } };
}

function endOfMatch(pattern: RegExp, text: string, start: number): number | undefined {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

const blankLine = /[ \t]*(?:\r\n|\r|\n)/y;
const field = /["']?[\p{L}_][^\r\n:]{0,80}:(?=[ \t\r\n]|$)/uy;
const fieldOrMore = /(?:["']?[\p{L}_][^\r\n:]{0,80}:(?=[ \t\r\n])|[-#]|[ \t]+|(?=[\r\n]))[^\r\n]*(?:\r\n|\r|\n)/uy;
const MAX_FIELD_LINES = 200;

/** Front matter that was meant but is none: it stands below the first line, or it is never closed. */
function misplaced(text: string, start: number): ParseProblem[] {
  const open = afterBlanks(text, start);
  const body = endOfMatch(fence, text, open);
  if (body === undefined || endOfMatch(field, text, body) === undefined) return [];
  if (open === start) return [problem(open, unclosed)];
  return hasOnlyFields(text, body) ? [problem(open, notFirst)] : [];
}

/** Where the first line starts that is neither blank nor a comment. */
function afterBlanks(text: string, start: number): number {
  let line = start;
  for (;;) {
    const isComment = text.startsWith('<!--', line);
    const from = isComment ? text.indexOf('-->', line) + 3 : line;
    const next = from < line ? undefined : endOfMatch(blankLine, text, from);
    if (next === undefined) return line;
    line = next;
  }
}

/** Whether nothing but lines that YAML front matter has lies between `start` and the next fence. */
function hasOnlyFields(text: string, start: number): boolean {
  let line = start;
  for (let count = 0; count < MAX_FIELD_LINES; count++) {
    if (endOfMatch(fence, text, line) !== undefined) return true;
    const next = endOfMatch(fieldOrMore, text, line);
    if (next === undefined) return false;
    line = next;
  }
  return false;
}

const problem = (start: number, message: string): ParseProblem => ({
  code: 'front-matter-position',
  span: { start, end: start + 3 },
  message,
});

const notFirst =
  'This looks like front matter, but front matter starts on the first line. Move the block to the top of the file.';
const unclosed = 'Front matter starts here and is never closed. Add a line “---” after its last field.';
