import GithubSlugger from 'github-slugger';
import type { Heading, Link, MarkdownDocument } from '../parse/model.ts';
import { anchorOfHeading } from '../project/anchors.ts';
import { resolveLink } from '../project/links.ts';
import type { Project } from '../project/model.ts';
import type { Change } from '../rules/rule.ts';
import type { TextEdit } from '../text/edits.ts';
import { memoize } from '../text/memo.ts';
import type { Span } from '../text/span.ts';
import { linkParts } from './linkParts.ts';

/**
 * Renames a heading and the fragments of all links that lead to it. A link that says the old heading, as in a table of
 * contents, says the new one.
 */
export function renameHeading(
  project: Project,
  document: MarkdownDocument,
  heading: Heading,
  text: string,
): readonly Change[] {
  const edits = new Map<string, TextEdit[]>([[document.path, [{ span: heading.textSpan, text }]]]);
  const moved = movedAnchors(document, heading, text);
  for (const { from, link, fragment } of fragmentLinks(project).get(document.path) ?? []) {
    const after = moved.get(fragment);
    const label = fragment === anchorOfHeading(document, heading) ? labelSpan(from, link, heading.text) : undefined;
    if (label) edits.set(from.path, [...(edits.get(from.path) ?? []), { span: label, text }]);
    const span = after === undefined ? undefined : linkParts(from.text, link)?.fragment;
    if (after === undefined || !span) continue;
    edits.set(from.path, [...(edits.get(from.path) ?? []), { span, text: after }]);
  }
  return [...edits].map(([path, list]) => ({ kind: 'edit', path, edits: list }));
}

/** Where a link says `words` and nothing else. */
function labelSpan({ text }: MarkdownDocument, { form, span }: Link, words: string): Span | undefined {
  const start = span.start + 1;
  return form === 'link' && text.startsWith(`[${words}](`, span.start)
    ? { start, end: start + words.length }
    : undefined;
}

/** The anchors that change when a heading gets another text, its own and those that were numbered because of it. */
function movedAnchors(document: MarkdownDocument, renamed: Heading, text: string): ReadonlyMap<string, string> {
  const slugger = new GithubSlugger();
  const moved = new Map<string, string>();
  for (const heading of document.headings) {
    const before = anchorOfHeading(document, heading);
    const after = slugger.slug(heading === renamed ? text : heading.text);
    if (before !== undefined && before !== after) moved.set(before, after);
  }
  return moved;
}

interface FragmentLink {
  readonly from: MarkdownDocument;
  readonly link: Link;
  readonly fragment: string;
}

/** The links with a fragment, by the path they lead to. */
const fragmentLinks = memoize((project: Project): ReadonlyMap<string, readonly FragmentLink[]> => {
  const byPath = new Map<string, FragmentLink[]>();
  for (const from of project.documents.values()) {
    if (from.kind !== 'markdown') continue;
    for (const link of from.links) {
      const { path, fragment } = resolveLink(from.path, link.target) ?? {};
      if (path === undefined || !fragment) continue;
      const list = byPath.get(path);
      if (list) list.push({ from, link, fragment });
      else byPath.set(path, [{ from, link, fragment }]);
    }
  }
  return byPath;
});
