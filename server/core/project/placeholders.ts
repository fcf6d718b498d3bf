import type { Document } from '../parse/model.ts';
import { memoize } from '../text/memo.ts';
import { coveredBy } from '../text/sorted.ts';
import type { Span } from '../text/span.ts';

/** Template text that nobody replaced. */
export interface Placeholder {
  readonly span: Span;
  readonly text: string;
}

const lead = '(?:your |insert |enter |add )';
const word =
  '(?:name|date|author|owner|version|description|product|project|team|company|url|email|role|reason|text)(?: name| here)?';
/** Words that HTML elements are called too: in angle brackets they are blanks only after a lead such as "your". */
const elementWord = '(?:title|summary|link)(?: name| here)?';

const patterns = [
  /(?<![\w-])(?:TODO|TBD|TBA|FIXME|XXX)(?![\w-])/g,
  /\{\{[^{}\n]{0,60}\}\}/g,
  new RegExp(`<(?:${lead}?${word}|${lead}${elementWord})>`, 'gi'),
  new RegExp(`\\[${lead}?(?:${word}|${elementWord})\\](?![(\\[:])`, 'gi'),
  /(?<![\w-])YYYY-MM-DD(?![\w-])/g,
  /lorem ipsum/gi,
  /\bDraft\s*[|/]\s*In[ -]Review\s*[|/]\s*(?:Approved|Final)\b/gi,
];

/** Placeholders in the text and front matter of a document, in text order; code and comments are left alone. */
export const placeholdersIn = memoize((document: Document): readonly Placeholder[] => {
  if (document.kind === 'yaml') return [];
  const quiet = coveredBy(
    [...document.code, ...document.comments, ...(document.frontMatter?.comments ?? [])].map(({ span }) => span),
  );
  const links = coveredBy(document.links.filter(({ form }) => form !== 'image').map(({ span }) => span));
  const found: Placeholder[] = [];
  for (const pattern of patterns)
    for (const { index, 0: text } of document.text.matchAll(pattern))
      if (!quiet(index) && !(text.startsWith('[') && links(index)))
        found.push({ span: { start: index, end: index + text.length }, text });
  return found.sort((a, b) => a.span.start - b.span.start);
});
