import { RE2JS } from 're2js';

/** A path with named parts, such as `docs/reports/{version}.md`. */
export interface PathPattern {
  readonly source: string;
  /** How many characters of it are no named part and no wildcard: the more, the more it says. */
  readonly literalLength: number;
  /** The named parts of a path that fits, or undefined. */
  match(path: string): Readonly<Record<string, string>> | undefined;
}

const forms: ReadonlyMap<string, string> = new Map([
  ['number', '\\d+'],
  ['version', 'v?\\d+(?:\\.\\d+)*(?:-[0-9A-Za-z.]+)?'],
  ['date', '\\d{4}-\\d{2}-\\d{2}'],
]);

const token = /\{([A-Za-z_][\w.-]*)(?::([^{}]*))?\}|\*\*\/|\*\*|\*/g;

/** The names of the named parts of a pattern. */
export const namesIn = (source: string): readonly string[] =>
  Array.from(source.matchAll(token), ([, name]) => name ?? []).flat();

/**
 * Compiles a path pattern. `{number}`, `{version}` and `{date}` have their own forms, any other `{name}` takes as little
 * of one path segment as fits, `*` a part of a segment, `**` any folders. A name used twice must take the same text both
 * times. Matching takes linear time, whatever the pattern.
 */
export function pathPattern(source: string): PathPattern {
  const names: string[] = [];
  const literals: string[] = [];
  let body = '';
  let position = 0;
  for (const match of source.matchAll(token)) {
    literals.push(source.slice(position, match.index));
    body += RE2JS.quote(literals.at(-1) ?? '');
    if (match[1] === undefined) body += wildcard(match[0]);
    else {
      names.push(match[1]);
      body += `(${forms.get(match[1]) ?? '[^/]+?'})`;
    }
    position = match.index + match[0].length;
  }
  const [prefix = source, suffix] = [literals[0], source.slice(position)];
  const expression = RE2JS.compile(`(?s)${body}${RE2JS.quote(suffix)}`);
  return {
    source,
    literalLength: literals.join('').length + (literals.length > 0 ? suffix.length : source.length),
    match(path) {
      if (!path.startsWith(prefix) || !path.endsWith(suffix)) return undefined;
      const matcher = expression.matcher(path);
      return matcher.matches() ? captured(names, index => matcher.group(index + 1) ?? '') : undefined;
    },
  };
}

function wildcard(sign: string): string {
  if (sign === '**/') return '(?:[^/]+/)*';
  return sign === '**' ? '.*' : '[^/]*';
}

function captured(
  names: readonly string[],
  textAt: (index: number) => string,
): Readonly<Record<string, string>> | undefined {
  const captures = new Map<string, string>();
  for (const [index, name] of names.entries()) {
    const text = textAt(index);
    if ((captures.get(name) ?? text) !== text) return undefined;
    captures.set(name, text);
  }
  return Object.fromEntries(captures);
}

/**
 * Fills a pattern. `{number:0000}` pads with zeros, `*` takes the slug, `**` nothing. A part without a value becomes its
 * name, so that the result is always a path.
 */
export const fillPath = (source: string, values: Readonly<Record<string, string>>): string =>
  filled(source, name => (Object.hasOwn(values, name) ? values[name] : undefined) ?? name);

/** Fills a pattern; undefined when a part of it has no value. */
export function fillWhole(source: string, textFor: (name: string) => string | undefined): string | undefined {
  const values = new Map(namesIn(source).map(name => [name, textFor(name) ?? '']));
  if (/\*/.test(source) || [...values.values()].includes('')) return undefined;
  return filled(source, name => values.get(name) ?? '');
}

function filled(source: string, textFor: (name: string) => string): string {
  return source.replace(token, (sign, name: string | undefined, form: string | undefined) => {
    if (name !== undefined) return textFor(name).padStart(/^0+$/.test(form ?? '') ? (form ?? '').length : 0, '0');
    return sign === '*' ? textFor('slug') : '';
  });
}
