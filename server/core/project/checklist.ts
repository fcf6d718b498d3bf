import type { Checklist, ChecklistItem } from '../lifecycle/schema/checklist.ts';
import type { ListItem, MarkdownDocument } from '../parse/model.ts';
import { compilePattern } from '../text/pattern.ts';
import { within } from '../text/sorted.ts';
import type { Span } from '../text/span.ts';
import { applies, holds, type Subject } from './condition.ts';
import type { Section } from './model.ts';
import { hasSubstance, visibleText } from './substance.ts';
import { quoted } from './wording.ts';

/** What is wrong with the items of a section. */
export interface ChecklistProblems {
  /** The words of items that must be there and are not. */
  readonly missing: readonly string[];
  readonly wrong: readonly { readonly span: Span; readonly message: string }[];
}

/** Judges the list items of a section, wherever they stand in it. `subject` is the document. */
export function checklistProblems(
  document: MarkdownDocument,
  section: Section,
  checklist: Checklist,
  subject: Subject,
): ChecklistProblems {
  const written = within(document.listItems, section.bodySpan, ({ span }) => span).map(item => read(document, item));
  const wanted = Object.values(checklist.items)
    .map(item => (typeof item === 'string' ? { text: item, required: true } : item))
    .filter(item => applies(item, subject));
  const found = matched(written, wanted);
  const missing = wanted.filter(item => ![...found.values()].includes(item) && holds(item.required, subject));
  const wrong = written.flatMap(item => {
    const own = found.get(item);
    const isListed = own !== undefined;
    const asksTick = holds(own?.ticked ?? checklist.ticked, subject) && (isListed || item.checked !== undefined);
    const asksAnswer = holds(own?.answered ?? checklist.answered, subject) && (isListed || item.depth === 0);
    const say = asksTick ? tickProblem(document, item) : undefined;
    const problems = say === undefined ? [] : [say];
    if (item.depth === 0 && !fitsPattern(checklist.pattern, item.words))
      problems.push(`does not have the form ${checklist.pattern}.`);
    if (asksAnswer && !isExplained(document, item)) problems.push('has no answer. Write it behind or below the item.');
    return problems.map(problem => ({ span: item.textSpan, message: `${quoted(item.words)} ${problem}` }));
  });
  return { missing: missing.map(({ text }) => text), wrong };
}

/** The boxes in a section that are not ticked and of which nothing says why. */
export const openBoxes = (document: MarkdownDocument, section: Section): readonly ListItem[] =>
  within(document.listItems, section.bodySpan, ({ span }) => span)
    .map(item => read(document, item))
    .filter(item => item.checked === false && !isExplained(document, item));

interface Written extends ListItem {
  /** The words of its first paragraph, without markup. */
  readonly words: string;
}

const read = (document: MarkdownDocument, item: ListItem): Written => ({
  ...item,
  words: plain(visibleText(document, item.textSpan)),
});

const plain = (source: string): string =>
  source
    .replace(/!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])?/g, '$1')
    .replace(/[*`]|~~|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();

type Wanted = Pick<ChecklistItem, 'text' | 'required'> & Partial<ChecklistItem>;

/** Which item each written one is: the longest words are looked for first, so that they are not taken for shorter ones. */
function matched(written: readonly Written[], wanted: readonly Wanted[]): ReadonlyMap<Written, Wanted> {
  const found = new Map<Written, Wanted>();
  for (const item of [...wanted].sort((a, b) => b.text.length - a.text.length)) {
    const parts = plain(item.text.toLowerCase()).split(/\s*\{[a-z][\w-]*\}\s*/);
    const first = written.find(other => !found.has(other) && contains(other.words.toLowerCase(), parts));
    if (first) found.set(first, item);
  }
  return found;
}

/** Whether the parts stand in a text one behind the other, as whole words. */
function contains(text: string, parts: readonly string[]): boolean {
  let position = 0;
  for (const part of parts) {
    let at = text.indexOf(part, position);
    while (at >= 0 && !isWhole(text, part, at)) at = text.indexOf(part, at + 1);
    if (at < 0) return false;
    position = at + part.length;
  }
  return true;
}

const isWhole = (text: string, part: string, at: number): boolean =>
  !(isLetter(text[at - 1]) && isLetter(part[0])) && !(isLetter(text[at + part.length]) && isLetter(part.at(-1)));

const isLetter = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);

function fitsPattern(source: string | undefined, words: string): boolean {
  const pattern = source === undefined ? undefined : compilePattern(source);
  return pattern === undefined || typeof pattern === 'string' || pattern.matches(words);
}

function tickProblem(document: MarkdownDocument, item: Written): string | undefined {
  if (item.checked === true || isExplained(document, item)) return undefined;
  return item.checked === undefined
    ? 'cannot be ticked. Write it as a task: `- [ ]`.'
    : 'is not ticked, and nothing says why. Tick it when it is done, or write below it why it is not.';
}

/** Whether something is said about an item: below it, or behind a dash, a colon or a question mark. */
const isExplained = (document: MarkdownDocument, { words, textSpan, span }: Written): boolean =>
  hasSubstance(document, { start: textSpan.end, end: span.end }) ||
  /(?:\s[–—-]|[:?])\s+\S/.test(words) ||
  /\b(?:because|not applicable|n\/a)\b/i.test(words);
