import GithubSlugger from 'github-slugger';
import type { Heading, MarkdownDocument } from '../parse/model.ts';
import { memoize } from '../text/memo.ts';

/**
 * Every fragment that a document answers to: slugs of its headings as GitHub makes them, ids that headings name
 * themselves (`{#id}`), and ids in its HTML.
 */
export const anchorsOf = memoize((document: MarkdownDocument): ReadonlySet<string> => {
  const anchors = new Set(slugs(document).values());
  for (const { text } of document.headings) {
    const own = /\{#([\w.-]+)\}\s*$/.exec(text)?.[1];
    if (own) anchors.add(own.toLowerCase());
  }
  for (const { start, end } of document.html)
    for (const match of document.text.slice(start, end).matchAll(/\s(?:id|name)\s*=\s*["']?([^"'\s>]+)/gi))
      if (match[1]) anchors.add(match[1].toLowerCase());
  return anchors;
});

/** The fragment of one heading. */
export const anchorOfHeading = (document: MarkdownDocument, heading: Heading): string | undefined =>
  slugs(document).get(heading);

const slugs = memoize((document: MarkdownDocument): ReadonlyMap<Heading, string> => {
  const slugger = new GithubSlugger();
  return new Map(document.headings.map(heading => [heading, slugger.slug(heading.text)]));
});
