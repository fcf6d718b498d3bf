import { type CST, Lexer, Parser } from 'yaml';
import type { Comment } from './model.ts';

/** Deeper nesting is no document that a person wrote; it would only exhaust the stack of whoever walks it. */
export const MAX_YAML_DEPTH = 200;

/** Reading on after so many misplaced signs finds nothing that anybody could use. */
const MAX_MISPLACED = 100;

export interface YamlTokens {
  readonly tokens: readonly CST.Token[];
  readonly comments: readonly Comment[];
  /** Where a quote opens that is never closed. */
  readonly unclosedQuoteAt: number | undefined;
  /** Where the nesting passes the bound; no tokens then. */
  readonly tooDeepAt: number | undefined;
}

const SCALAR_FOLLOWS = '\x1f';

/**
 * Splits `source` into concrete syntax, stopping after the second document that says anything. Offsets count from
 * `base`, the place of `source` in the whole text.
 */
export function yamlTokens(source: string, base: number): YamlTokens {
  const parser = new Parser();
  parser.offset = base;
  const tokens: CST.Token[] = [];
  const comments: Comment[] = [];
  let documents = 0;
  let misplaced = 0;
  let unclosedQuoteAt: number | undefined;
  let previous = '';
  for (const lexeme of new Lexer().lex(source)) {
    if (previous !== SCALAR_FOLLOWS) {
      if (lexeme.startsWith('#')) comments.push(commentAt(parser.offset, lexeme));
      else if (isUnclosedQuote(lexeme)) unclosedQuoteAt ??= parser.offset;
    }
    previous = lexeme;
    for (const token of parser.next(lexeme)) {
      tokens.push(token);
      if (token.type === 'document' && token.value !== undefined) documents++;
      else if (token.type === 'error') misplaced++;
    }
    if (documents > 1 || misplaced > MAX_MISPLACED) break;
    if (parser.stack.length > MAX_YAML_DEPTH)
      return { tokens: [], comments, unclosedQuoteAt, tooDeepAt: parser.offset };
  }
  tokens.push(...parser.end());
  return { tokens, comments, unclosedQuoteAt, tooDeepAt: undefined };
}

const commentAt = (start: number, lexeme: string): Comment => ({
  span: { start, end: start + lexeme.length },
  text: lexeme.slice(1).trim(),
});

/** Whether a lexeme is a quoted value whose last sign is not the quote that closes it. */
function isUnclosedQuote(lexeme: string): boolean {
  const quote = lexeme[0];
  if (quote === "'") return trailing(lexeme.slice(1), quote) % 2 === 0;
  if (quote !== '"') return false;
  return lexeme.length < 2 || !lexeme.endsWith(quote) || trailing(lexeme.slice(0, -1), '\\') % 2 === 1;
}

/** How many times `sign` stands at the end of `text`. */
function trailing(text: string, sign: string): number {
  let count = 0;
  while (text[text.length - 1 - count] === sign) count++;
  return count;
}
