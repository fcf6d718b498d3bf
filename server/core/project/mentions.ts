import type { Lifecycle } from '../lifecycle/schema/lifecycle.ts';
import type { Comment, Document, Link, MarkdownDocument } from '../parse/model.ts';
import { memoize, memoizePair } from '../text/memo.ts';
import { coveredBy } from '../text/sorted.ts';
import type { Span } from '../text/span.ts';
import { foldName } from './fieldName.ts';
import type { ItemMention } from './model.ts';

/**
 * Every id in a document, in text order. Code, the targets of links and comments do not count; but a comment that says
 * how ids are linked does, such as `<!-- covers: REQ-3 -->`.
 */
export const mentionsIn = memoizePair((lifecycle: Lifecycle, document: Document): readonly ItemMention[] => {
  const pattern = idPattern(lifecycle);
  if (!pattern) return [];
  const isQuiet = coveredBy(quietSpans(lifecycle, document));
  const mentions: ItemMention[] = [];
  for (const { index, 0: whole, 1: prefix = '', 2: scope = '', 3: number = '' } of document.text.matchAll(
    pattern.expression,
  ))
    if (!isQuiet(index))
      mentions.push({
        id: `${prefix}${scope}-${number}`,
        kind: pattern.kinds.get(prefix) ?? prefix,
        path: document.path,
        span: { start: index, end: index + whole.length },
      });
  return mentions;
});

/** An underscore may be a sign of emphasis, so it is a part of a word only between letters. */
const before = '(?<![A-Za-z0-9-]|[A-Za-z0-9]_)';
const after = '(?![A-Za-z0-9-]|_[A-Za-z0-9])';

/** Ids look like `REQ-12` or `REQ-APP-3`; leading zeros of the number do not count. */
const idPattern = memoize(({ items }: Lifecycle) => {
  const kinds = new Map(Object.entries(items).map(([kind, { prefix }]) => [prefix ?? kind, kind]));
  if (kinds.size === 0) return undefined;
  const prefixes = [...kinds.keys()].map(prefix => prefix.replace(/[^A-Za-z0-9]/g, '\\$&')).join('|');
  return {
    kinds,
    expression: new RegExp(`${before}(${prefixes})((?:-[A-Z][A-Z0-9]{1,7})?)-0*(\\d{1,5})${after}`, 'g'),
  };
});

const spanOf = ({ span }: { readonly span: Span }): Span => span;

function quietSpans(lifecycle: Lifecycle, document: Document): readonly Span[] {
  if (document.kind === 'yaml') return document.comments.map(spanOf);
  return [
    ...document.code.map(spanOf),
    ...document.links.flatMap(link => targetIn(document, link) ?? []),
    ...(document.frontMatter?.comments ?? []).map(spanOf),
    ...document.comments.filter(comment => !saysLink(lifecycle, comment)).map(spanOf),
  ];
}

/** Where a link names its target, apart from its words; an address that stands alone is target through and through. */
function targetIn({ text }: MarkdownDocument, { span, targetSpan }: Link): Span | undefined {
  const hasWords = text[span.start] === '[' || text[span.start] === '!';
  if (!hasWords) return span;
  return targetSpan.start === span.start ? undefined : targetSpan;
}

/** Whether a comment opens with the words of a link type and a colon. */
function saysLink(lifecycle: Lifecycle, { text }: Comment): boolean {
  const words = /^([\w-][\w -]{0,40}):/.exec(text)?.[1];
  return words !== undefined && linkWords(lifecycle).has(foldName(words));
}

const linkWords = memoize(
  ({ links }: Lifecycle): ReadonlySet<string> =>
    new Set(Object.entries(links).flatMap(([id, { inverse, words }]) => [id, inverse ?? id, ...words].map(foldName))),
);
