import picomatch from 'picomatch';
import type { ArtifactType } from '../lifecycle/schema/artifact.ts';
import type { Lifecycle } from '../lifecycle/schema/lifecycle.ts';
import type { MarkdownDocument } from '../parse/model.ts';
import { memoize } from '../text/memo.ts';
import { headingMatches } from './headingNames.ts';
import { normaliseHeading, normaliseStem } from './headings.ts';
import { titleOf } from './sections.ts';

/** What a Markdown file shows of itself before its type is known. */
export interface Signs {
  readonly stem: string;
  readonly folder: string;
  /** The words of the title, between blanks. */
  readonly title: string;
  readonly document: MarkdownDocument;
}

/** Reads the signs of a file once for all types. `path` is relative to the product. */
export function signsOf(document: MarkdownDocument, path: string): Signs {
  const title = normaliseHeading(titleOf(document)?.text ?? '');
  return {
    stem: normaliseStem(path),
    folder: normaliseStem(path.split('/').at(-2) ?? ''),
    title: inWords(title),
    document,
  };
}

/** Adds up what speaks for a type: file name, folder, title, and the share of its required sections that are there. */
export function scoreOf(lifecycle: Lifecycle, type: ArtifactType, signs: Signs): number {
  const { scores } = lifecycle.recognition;
  const wanted = wantedSigns(type);
  let score = 0;
  if (signs.stem !== '' && wanted.isStem(signs.stem)) score += scores.stem;
  if (wanted.folders.has(signs.folder)) score += scores.folder;
  if (wanted.titles.some(words => signs.title.startsWith(words) || signs.title.endsWith(words))) score += scores.title;
  const share = sectionShare(signs.document, type);
  return score + (share === 1 && wanted.required.length >= 4 ? scores['all-sections'] : scores.sections * share);
}

const wantedSigns = memoize((type: ArtifactType) => ({
  isStem: matcher(type.recognise.files),
  folders: new Set(type.recognise.folders.map(normaliseStem).filter(folder => folder !== '')),
  titles: type.recognise.headings.map(heading => inWords(normaliseHeading(heading))).filter(words => words !== ' '),
  required: Object.entries(type.sections).flatMap(([id, section]) =>
    section.required === true && section.level === 'must' ? [id] : [],
  ),
}));

/** Words between blanks, so that a title can be compared word by word: `runbook: restart` gives ` runbook restart `. */
const inWords = (text: string): string => ` ${text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `.replace(/^ {2}$/, ' ');

function matcher(patterns: readonly string[]): (stem: string) => boolean {
  const exact = new Set(patterns.filter(pattern => !pattern.includes('*')));
  const globs = patterns.filter(pattern => pattern.includes('*')).map(pattern => picomatch(pattern));
  return stem => exact.has(stem) || globs.some(matches => matches(stem));
}

function sectionShare(document: MarkdownDocument, type: ArtifactType): number {
  const { required } = wantedSigns(type);
  if (required.length === 0) return 0;
  const found = new Set(headingMatches(document, type).flatMap(matches => matches.map(({ id }) => id)));
  return required.filter(id => found.has(id)).length / required.length;
}
