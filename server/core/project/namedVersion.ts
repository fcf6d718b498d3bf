import { coveredBy } from '../text/sorted.ts';
import type { Span } from '../text/span.ts';
import { normaliseHeading } from './headings.ts';
import type { Artifact, Project, Section } from './model.ts';
import { titleOf } from './sections.ts';
import { parseVersion } from './version.ts';

/** A version of the product that the text of a document names. */
export interface NamedVersion {
  readonly version: string;
  readonly span: Span;
}

const number = String.raw`v?(\d+\.\d+(?:\.\d+)?(?:-[\w.]*\w)?)(?![\w%]|\.\d)`;

/**
 * The versions of the product that a document names where readers look for them: in its title, and in the section that
 * says what it is about. Versions of other things are left alone as far as the words tell.
 */
export function namedVersions({ document, sections }: Artifact, { lifecycle }: Project): readonly NamedVersion[] {
  if (document.kind !== 'markdown') return [];
  const name = lifecycle.product.name;
  const product = name === undefined ? '' : `|${escaped(name)}(?:,?\\s+version)?`;
  const inTitle = new RegExp(String.raw`(?<![\w.-])(?:(?:version|release|v\.?${product})\s*)?${number}`, 'giu');
  const inText = new RegExp(
    String.raw`(?<![\w.-])(?:(?:for|of|describes|covers)\s+(?:the\s+)?(?:version|release)${product})\s+${number}(?!\s+of\b)`,
    'giu',
  );
  const isHidden = coveredBy([...document.comments, ...document.code].map(({ span }) => span));
  const places = [
    { span: titleOf(document)?.textSpan ?? { start: 0, end: 0 }, pattern: inTitle, isMeant: isClear },
    ...sections.filter(isAbout).map(({ bodySpan }) => ({ span: bodySpan, pattern: inText, isMeant: () => true })),
  ];
  return places
    .flatMap(({ span, pattern, isMeant }) =>
      versionsIn(document.text.slice(span.start, span.end), span.start, pattern, isMeant),
    )
    .filter(({ span }) => !isHidden(span.start));
}

const escaped = (words: string): string =>
  words
    .trim()
    .replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
    .replace(/\s+/g, String.raw`\s+`);

const isAbout = ({ definition }: Section): boolean =>
  definition !== undefined &&
  [definition.heading, ...definition.aliases].some(words => normaliseHeading(words) === 'about');

/** In a title a bare number of two parts may be that of anything. */
const isClear = (whole: string, version: string): boolean =>
  whole.length > version.length + 1 || /\d+\.\d+\.\d/.test(version);

function versionsIn(
  text: string,
  offset: number,
  pattern: RegExp,
  isMeant: (whole: string, version: string) => boolean,
): readonly NamedVersion[] {
  return Array.from(text.matchAll(pattern)).flatMap(match => {
    const [whole, version = ''] = match;
    if (parseVersion(version) === undefined || !isMeant(whole, version)) return [];
    const end = offset + match.index + whole.length;
    return [{ version, span: { start: end - version.length, end } }];
  });
}
