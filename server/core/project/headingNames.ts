import type { ArtifactType } from '../lifecycle/schema/artifact.ts';
import type { Heading, MarkdownDocument } from '../parse/model.ts';
import { memoize } from '../text/memo.ts';
import { compilePattern } from '../text/pattern.ts';
import { headingLead, normaliseHeading } from './headings.ts';

/** A section that a heading names. */
export interface NameMatch {
  readonly id: string;
  readonly matched: 'heading' | 'alias';
  /** The heading stands for this section beside others, and not instead of them. */
  readonly shared: boolean;
}

/**
 * For each heading of a document, in its order, the sections of `type` that it names: by their heading, by an alias, or
 * by a pattern that fits. Most name none.
 */
export function headingMatches(document: MarkdownDocument, type: ArtifactType): readonly (readonly NameMatch[])[] {
  const { exact, versions, patterns } = namesOf(type);
  const names = foldedHeadings(document);
  return document.headings.map((heading, index) => {
    const known = exact.get(names[index] ?? '') ?? versionMatch(heading, versions);
    if (known || patterns.length === 0) return known ?? none;
    const whole = wordsOf(heading.text);
    const words = wordsOf(heading.text.slice(headingLead(heading.text).length));
    return patterns.filter(({ fits }) => fits(words) || (words !== whole && fits(whole))).map(({ match }) => match);
  });
}

const none: readonly NameMatch[] = [];

/** Every type asks for the same names, so they are folded once. */
const foldedHeadings = memoize((document: MarkdownDocument): readonly string[] =>
  document.headings.map(heading => normaliseHeading(heading.text)),
);

interface Pattern {
  readonly match: NameMatch;
  fits(words: string): boolean;
}

function versionMatch({ text }: Heading, patterns: readonly Pattern[]): readonly NameMatch[] | undefined {
  if (patterns.length === 0 || !/\d\.\d/.test(text)) return undefined;
  const words = wordsOf(text);
  const match = patterns.find(({ fits }) => fits(words))?.match;
  return match && [match];
}

/** Nothing longer names a section. */
const longest = 200;
const wordsOf = (text: string): string =>
  text
    .slice(0, longest)
    .replace(/[\u2018\u2019]/g, "'")
    .trim();

/** The sections of a type by their names: folded headings, headings with `{version}`, headings with another `{name}`. */
const namesOf = memoize((type: ArtifactType) => {
  const exact = new Map<string, NameMatch[]>();
  const versions: Pattern[] = [];
  const patterns: Pattern[] = [];
  const add = (words: string, match: NameMatch): void => {
    if (words.includes('{version}')) versions.push({ fits: fitsWords(words, remark), match });
    else if (hasBlank(words)) patterns.push({ fits: fitsWords(words, ''), match });
    else {
      const same = exact.get(normaliseHeading(words));
      if (!same) exact.set(normaliseHeading(words), [match]);
      else if (same.every(({ id }) => id !== match.id)) same.push(match);
    }
  };
  const sections = Object.entries(type.sections);
  for (const [words, ids] of Object.entries(type['combined-sections']))
    for (const id of ids) add(words, { id, matched: 'alias', shared: true });
  for (const [id, { heading }] of sections) add(heading, { id, matched: 'heading', shared: false });
  for (const [id, { aliases }] of sections)
    for (const alias of aliases) add(alias, { id, matched: 'alias', shared: false });
  return { exact, versions, patterns };
});

const blank = /\{([A-Za-z][\w-]*)\}/;

/** Whether words of the definition leave a blank, such as `Requirement: {name}`. */
export const hasBlank = (words: string): boolean => blank.test(words);

/** Words of the definition as messages show them: `Requirement: …`. */
export const withoutBlanks = (words: string): string => words.replace(new RegExp(blank, 'g'), '…');

const forms: ReadonlyMap<string, string> = new Map([
  ['version', String.raw`\[?v?\d+\.\d+(?:\.\d+)?[\w.+-]*\]?`],
  ['number', String.raw`\d+`],
  ['date', String.raw`\d{4}-\d{2}-\d{2}`],
]);

/** After a version a day or another remark may follow. */
const remark = String.raw`(?:[\s(:–—-].*)?`;

/** A test for texts with anything in the place of each `{name}`; letter case and the width of spaces do not count. */
function fitsWords(words: string, ending: string): (text: string) => boolean {
  const source = words
    .split(new RegExp(blank, 'g'))
    .map((part, index) => (index % 2 === 1 ? (forms.get(part) ?? String.raw`\S(?:.*\S)?`) : literal(part)))
    .join('');
  const pattern = compilePattern(`(?is)${source}${ending}`);
  return text => typeof pattern !== 'string' && pattern.matches(text);
}

const literal = (part: string): string => part.replace(/[!-/:-@[-`{-~]/g, '\\$&').replace(/\s+/g, '\\s+');
