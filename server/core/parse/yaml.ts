import { Composer, type CST, type Document, Schema, type YAMLParseError } from 'yaml';
import type { Span } from '../text/span.ts';
import { MAX_YAML_LENGTH, notText, tooLarge } from './bounds.ts';
import type { Comment, ParseProblem, YamlDocument, YamlNode } from './model.ts';
import { MENDED_COLON, mendColons, plainValueAt } from './yamlMend.ts';
import { yamlMessage } from './yamlMessages.ts';
import { yamlNodes } from './yamlNodes.ts';
import { MAX_YAML_DEPTH, yamlTokens } from './yamlTokens.ts';

/** YAML read from a text or from a part of one. All spans count in the whole text. */
export interface YamlReading {
  /** Undefined when nothing is written, or nothing can be read. */
  readonly root: YamlNode | undefined;
  readonly comments: readonly Comment[];
  readonly problems: readonly ParseProblem[];
}

/** One mistake in YAML often breaks every line after it. Nobody reads the hundredth. */
const MAX_PROBLEMS = 20;

/** Mending one value may bring to light the next. */
const MAX_ROUNDS = 6;

/** One schema for all: building it anew for each file costs more than many a file. Dates stay strings in it. */
const schema = new Schema({ schema: 'core', resolveKnownTags: false });

/** Duplicate keys are found in `yamlNodes.ts`: the package compares each key with each, which takes minutes on big maps. */
const options = { schema, prettyErrors: false, uniqueKeys: false, logLevel: 'silent' } as const;

/**
 * Parses a YAML file. Never throws: what cannot be read is a problem with a place, and the rest is there. Of what is no
 * text or too large, nothing is read.
 */
export function parseYaml(path: string, text: string): YamlDocument {
  const refusal = notText(text);
  if (refusal) return { kind: 'yaml', path, text, root: undefined, comments: [], problems: [refusal] };
  return { kind: 'yaml', path, text, ...readYaml(text, { start: 0, end: text.length }) };
}

/** Reads the YAML in `span` of `text`, such as front matter; nothing when it is too large. Never throws. */
export function readYaml(text: string, span: Span): YamlReading {
  const refusal = tooLarge(span, MAX_YAML_LENGTH);
  if (refusal) return { root: undefined, comments: [], problems: [refusal] };
  try {
    return readMended(text, span);
  } catch {
    const message = 'This YAML cannot be read. Simplify it, or split the file.';
    return { root: undefined, comments: [], problems: [{ code: 'parser-failed', span, message }] };
  }
}

/** Reads again with each unquoted “: ” inside a value set aside; otherwise it would hide all keys below it. */
function readMended(text: string, span: Span): YamlReading {
  const mended: ParseProblem[] = [];
  let source = text.slice(span.start, span.end);
  for (let round = 1; ; round++) {
    const composed = compose(source, span.start);
    const mend = round < MAX_ROUNDS ? mendColons(source, span.start, composed.errors) : undefined;
    if (mend === undefined) return finish(text, composed, mended);
    source = mend.source;
    mended.push(...mend.problems);
  }
}

interface Composed {
  readonly document: Document.Parsed | undefined;
  readonly errors: readonly YAMLParseError[];
  readonly comments: readonly Comment[];
  readonly problems: readonly ParseProblem[];
}

function compose(source: string, base: number): Composed {
  const { tokens, comments, unclosedQuoteAt, tooDeepAt } = yamlTokens(source, base);
  if (tooDeepAt !== undefined) return { document: undefined, errors: [], comments, problems: [tooDeep(tooDeepAt)] };
  const [document] = new Composer(options).compose(tokens, true, base + source.length);
  const problems: ParseProblem[] = [];
  const [, second] = tokens.filter(token => token.type === 'document' && token.value !== undefined);
  if (second) problems.push(severalDocuments(second));
  if (unclosedQuoteAt !== undefined) problems.push(unclosedQuote(unclosedQuoteAt));
  const errors = document?.errors.filter(error => !saysUnclosedQuote(error)) ?? [];
  return { document, errors, comments, problems };
}

function finish(text: string, composed: Composed, mended: readonly ParseProblem[]): YamlReading {
  const problems = [...mended, ...composed.problems];
  for (const { code, pos } of composed.errors) {
    const end = code === 'BAD_SCALAR_START' ? pos[0] + plainValueAt(text, pos[0]).length : pos[1];
    problems.push({ code: 'yaml-syntax', span: { start: pos[0], end }, message: yamlMessage(code) });
  }
  const report = (problem: ParseProblem) => problems.push(problem);
  const root = yamlNodes(composed.document?.contents, text, mended.length > 0 ? restored : asWritten, report);
  const ordered = problems.sort((a, b) => a.span.start - b.span.start).slice(0, MAX_PROBLEMS);
  return { root, comments: composed.comments, problems: ordered.map(problem => within(problem, text.length)) };
}

const asWritten = (words: string): string => words;
const restored = (words: string): string => words.replaceAll(MENDED_COLON, ':');

/** The package reports these at the end of the text, where nobody looks for the quote that opens, and not always. */
const saysUnclosedQuote = ({ message }: YAMLParseError): boolean => /^Missing closing ["']/.test(message);

const unclosedQuote = (offset: number): ParseProblem => ({
  code: 'yaml-syntax',
  span: { start: offset, end: offset + 1 },
  message: 'This quote is never closed. Add the closing quote, or remove this one.',
});

const tooDeep = (offset: number): ParseProblem => ({
  code: 'too-deep',
  span: { start: offset, end: offset + 1 },
  message: `Lists and maps are nested more than ${MAX_YAML_DEPTH} levels deep here. The file is not read; make it flatter.`,
});

const severalDocuments = ({ offset }: CST.Token): ParseProblem => ({
  code: 'yaml-syntax',
  span: { start: offset, end: offset + 3 },
  message:
    'A second YAML document starts here, and only the first is read. Remove the “---” or “...”, or make two files.',
});

/** The package points past the end of the text when something is missing there. */
function within(problem: ParseProblem, length: number): ParseProblem {
  const { start, end } = problem.span;
  return { ...problem, span: { start: Math.min(start, length), end: Math.min(end, length) } };
}
