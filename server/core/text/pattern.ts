import { RE2JS } from 're2js';

/** A pattern from a definition, compiled by a linear-time engine (RE2 syntax) so that no text can hang the check. */
export interface Pattern {
  /** Whether the whole text fits. */
  matches(text: string): boolean;
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
    return { matches: text => expression.matches(text) };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
