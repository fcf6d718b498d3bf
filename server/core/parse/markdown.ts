import type { Root } from 'mdast';
import { readFrontMatter } from './frontMatter.ts';
import { type MarkdownFacts, markdownFacts } from './markdownFacts.ts';
import type { MarkdownDocument, ParseProblem } from './model.ts';

/**
 * Turns Markdown without front matter into an mdast tree with UTF-16 offsets, GFM included. Injected, because the fast
 * parser is a native binding that does not load everywhere.
 */
export interface MarkdownParser {
  readonly name: 'satteri' | 'remark';
  /** May throw; the caller makes a problem of it. */
  parse(text: string): Root;
}

/**
 * Parses Markdown into the model; the tree is dropped. Never throws: when the parser fails, the front matter is still
 * there and a problem says so.
 */
export function parseMarkdown(path: string, text: string, parser: MarkdownParser): MarkdownDocument {
  const { frontMatter, problems, end } = readFrontMatter(text);
  const facts = factsOf(text, end, parser);
  if (facts) return { kind: 'markdown', path, text, problems, frontMatter, ...facts };
  return { kind: 'markdown', path, text, problems: [...problems, parserFailed(end)], frontMatter, ...noFacts };
}

/** A Markdown document of which only the problems are known. */
export const unreadMarkdown = (path: string, text: string, problems: readonly ParseProblem[]): MarkdownDocument => ({
  kind: 'markdown',
  path,
  text,
  problems,
  frontMatter: undefined,
  ...noFacts,
});

function factsOf(text: string, base: number, parser: MarkdownParser): MarkdownFacts | undefined {
  try {
    const body = text.slice(base).replaceAll('\0', '\uFFFD');
    return markdownFacts(parser.parse(body), { text, base });
  } catch {
    return undefined;
  }
}

const parserFailed = (offset: number): ParseProblem => ({
  code: 'parser-failed',
  span: { start: offset, end: offset },
  message:
    'The Markdown parser gave up on this file, so only its front matter is read. Please report it with the file.',
});

const noFacts: MarkdownFacts = {
  headings: [],
  paragraphs: [],
  listItems: [],
  tables: [],
  code: [],
  html: [],
  comments: [],
  links: [],
};
