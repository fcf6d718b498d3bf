import type { Lifecycle } from '../lifecycle/schema/lifecycle.ts';
import type { Comment, Document, Link, MarkdownDocument } from '../parse/model.ts';
import { memoize, memoizePair } from '../text/memo.ts';
import { compilePattern } from '../text/pattern.ts';
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
  const isQuiet = coveredBy(quietSpans(lifecycle, document));
  const mentions: ItemMention[] = [];
  const { path } = document;
  for (const {
    index,
    1: whole = '',
    2: prefix = '',
    3: scope = '',
    4: number = '',
    5: revision,
  } of document.text.matchAll(pattern.expression))
    if (!isQuiet(index))
      mentions.push({
        id: `${prefix}${scope}-${number}`,
        kind: pattern.kinds.get(prefix) ?? prefix,
        path,
        span: { start: index, end: index + whole.length },
        ...(revision !== undefined && { revision: Number(revision) }),
      });
  const free = freeForms(lifecycle).flatMap(({ kind, find }) =>
    find(document.text).map(span => ({ id: document.text.slice(span.start, span.end), kind, path, span })),
  );
  if (free.length === 0) return mentions;
  return [...mentions, ...free.filter(({ span }) => !isQuiet(span.start))].sort((a, b) => a.span.start - b.span.start);
});

/** An underscore may be a sign of emphasis, so it is a part of a word only between letters. */
const before = '(?<![A-Za-z0-9-]|[A-Za-z0-9]_)';
const after = '(?![A-Za-z0-9-]|_[A-Za-z0-9])';

/** Kinds whose ids have a form of their own. */
const freeForms = memoize(({ items }: Lifecycle) =>
  Object.entries(items).flatMap(([kind, { pattern: source }]) => {
    const pattern = source === undefined ? undefined : compilePattern(source);
    return pattern === undefined || typeof pattern === 'string' ? [] : [{ kind, find: pattern.findAll }];
  }),
);

/**
 * Ids look like `REQ-12` or `REQ-APP-3`; leading zeros of the number do not count. `REQ-12@2` names its second revision.
 */
const idPattern = memoize(({ items }: Lifecycle) => {
  const prefixed = Object.entries(items).filter(([, { pattern }]) => pattern === undefined);
  const kinds = new Map(prefixed.map(([kind, { prefix }]) => [prefix ?? kind, kind]));
  const words = [...kinds.keys()].map(prefix => prefix.replace(/[^A-Za-z0-9]/g, '\\$&'));
  const prefixes = words.length > 0 ? words.join('|') : '(?!)';
  return {
    kinds,
    expression: new RegExp(
      `${before}((${prefixes})((?:-[A-Z][A-Z0-9]{1,7})?)-0*(\\d{1,5}))${after}(?:@(\\d{1,5}))?`,
      'g',
    ),
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
