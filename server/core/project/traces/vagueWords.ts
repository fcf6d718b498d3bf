import type { MarkdownDocument } from '../../parse/model.ts';
import { memoize } from '../../text/memo.ts';
import { coveredBy } from '../../text/sorted.ts';
import type { Span } from '../../text/span.ts';

/** Words for qualities that a number in the same sentence settles. */
const qualities =
  'fast|quick(?:ly)?(?! start| guide)|rapid(?:ly)?|eas(?:y|ily)|user[- ]friendly|intuitive(?:ly)?|robust|reliabl[ey]|flexibl[ey]|efficient(?:ly)?|seamless(?:ly)?|smooth(?:ly)?|convenient(?:ly)?|comfortabl[ey]|attractive|scalable|adequate(?:ly)?|appropriate(?:ly)?|reasonabl[ey]|sufficient(?:ly)?|optimal(?:ly)?|minimal(?:ly)?|significant(?:ly)?|high[- ](?:quality|performance)|state[- ]of[- ]the[- ]art|cost[- ]effective';

/** Ways out, and lists without an end. */
const loopholes =
  'as (?:far|much|soon|little|good|well) as possible|(?:if|where|when|wherever|whenever) (?:possible|necessary|practical|feasible)|as (?:appropriate|applicable|required|needed)|but not limited to|and so on|etc(?=[.,;) ]|$)|and\\/or';

const pattern = new RegExp(`(?<![\\p{L}\\d-])(?:(${qualities})|${loopholes})(?![\\p{L}\\d-])`, 'giu');

/**
 * Words that no test can settle, in the order of the text; code, comments, links and front matter are left alone. A word
 * for a quality is settled by a number in its sentence.
 */
export const vagueWords = memoize((document: MarkdownDocument): readonly Span[] => {
  const { text, code, comments, links, frontMatter } = document;
  const isQuiet = coveredBy([
    ...code.map(({ span }) => span),
    ...comments.map(({ span }) => span),
    ...links.map(({ targetSpan }) => targetSpan),
    ...(frontMatter ? [frontMatter.span] : []),
  ]);
  return [...text.matchAll(pattern)].flatMap(({ index, 0: word, 1: quality }) => {
    const span = { start: index, end: index + word.length };
    return isQuiet(index) || (quality !== undefined && hasNumber(text, span)) ? [] : [span];
  });
});

/** A sentence is not longer; looking further would cost more than it finds. */
const reach = 240;

/** Whether a number stands in the sentence around a span. */
function hasNumber(text: string, { start, end }: Span): boolean {
  const before =
    text
      .slice(Math.max(0, start - reach), start)
      .split(/[.!?](?=\s)|\n\s*\n/)
      .at(-1) ?? '';
  const after = text.slice(end, end + reach).split(/[.!?](?=\s|$)|\n\s*\n/, 1)[0] ?? '';
  // The number of an id is no measure, and neither is the one of a list or a heading.
  const sentence = `${before} ${after}`.replace(/[A-Z][A-Z\d]*(?:-[A-Z\d]+)*-\d+/g, '').replace(/^\s*\d+[.)]/gm, '');
  return /\d/.test(sentence);
}
