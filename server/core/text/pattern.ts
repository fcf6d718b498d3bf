import { RE2JS } from 're2js';
import type { Span } from './span.ts';

/** A pattern from a definition, compiled by a linear-time engine (RE2 syntax) so that no text can hang the check. */
export interface Pattern {
  /** Whether the whole text fits. */
  matches(text: string): boolean;
  /** Where the first group lies in a text that fits as a whole; undefined when it does not, or has no such group. */
  group(text: string): Span | undefined;
  /** Every place where it fits, in order, without overlaps; empty ones are left out. */
  findAll(text: string): readonly Span[];
}

const compiled = new Map<string, Pattern | string>();

/** Compiles a pattern; a text that is no pattern gives the reason as a string. */
export function compilePattern(source: string): Pattern | string {
  const known = compiled.get(source);
  if (known !== undefined) return known;
  const result = tryCompile(source);
  compiled.set(source, result);
  return result;
}

function tryCompile(source: string): Pattern | string {
  try {
    const expression = RE2JS.compile(source);
    return {
      matches: text => expression.matches(text),
      group: text => firstGroup(expression, text),
      findAll: text => spansOf(expression, text),
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function firstGroup(expression: RE2JS, text: string): Span | undefined {
  const matcher = expression.matcher(text);
  if (matcher.groupCount() < 1 || !matcher.matches() || matcher.start(1) < 0) return undefined;
  return { start: matcher.start(1), end: matcher.end(1) };
}

function spansOf(expression: RE2JS, text: string): readonly Span[] {
  const matcher = expression.matcher(text);
  const spans: Span[] = [];
  while (matcher.find())
    if (matcher.end() > matcher.start()) spans.push({ start: matcher.start(), end: matcher.end() });
  return spans;
}
