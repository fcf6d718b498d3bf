import { addLine } from '../fixes/sayLink.ts';
import { isPhaseComplete } from '../project/gates.ts';
import { artifactsAt } from '../project/lookup.ts';
import type { Project } from '../project/model.ts';
import { isJudged } from '../project/severity.ts';
import { isForLater } from '../project/traces/coverage.ts';
import { itemsByPath } from '../project/traces/itemsByPath.ts';
import type { Item } from '../project/traces/model.ts';
import { isForThisVersion } from '../project/traces/traceGaps.ts';
import { vagueWords } from '../project/traces/vagueWords.ts';
import { inText, listed } from '../project/wording.ts';
import { textOf } from '../project/yamlValue.ts';
import { firstFrom } from '../text/sorted.ts';
import type { Span } from '../text/span.ts';
import { type Change, defineRule, type Fix } from './rule.ts';

const requirements = (more: string): string =>
  `---\nstatus: in-review\nowner: product-manager\n---\n\n# Requirements\n\n## Functional requirements\n\n### REQ-7: Sync\n\nSync must be fast.\n\n- priority: should\n${more}`;

export default defineRule({
  id: 'requirement-vague',
  scope: 'project',
  severity: 'hint',
  title: 'A requirement can be settled by a test.',
  why: 'Nobody can test “fast” or “user-friendly”, so everybody tests something else and the argument comes at the end. A number in the sentence settles it, and so does an acceptance text.',
  examples: {
    bad: { 'docs/development/requirements.md': requirements('') },
    good: {
      'docs/development/requirements.md': requirements('- acceptance: a week of data is synced within 10 seconds\n'),
    },
  },

  *check(project) {
    for (const [path, items] of itemsByPath(project)) {
      const artifact = artifactsAt(project, path).find(other => isJudged(other, project));
      if (artifact?.document.kind !== 'markdown') continue;
      const { text } = artifact.document;
      const isFrozen = isPhaseComplete(project, artifact.definition.phase);
      for (const [item, words] of vagueItems(items, vagueWords(artifact.document))) {
        const [first] = words;
        if (!first || !isAsked(item, isFrozen, project) || hasAcceptance(item, text)) continue;
        const said = [...new Set(words.map(({ start, end }) => text.slice(start, end).toLowerCase()))].slice(0, 4);
        yield {
          path,
          span: first,
          subject: item.id,
          artifact: artifact.type,
          phase: artifact.definition.phase,
          message: `No test can settle ${listed(said.map(word => `“${word.replace(/\s+/g, ' ')}”`))}, and the ${inText(project.lifecycle.items[item.kind]?.title ?? 'item')} ${item.id} has no acceptance text. Say how it is measured, on what, and which value is good enough.`,
          fixes: fixesFor(item),
        };
      }
    }
  },
});

/** The vague words of each item; a word inside an item of an item belongs to the inner one. */
function vagueItems(items: readonly Item[], words: readonly Span[]): ReadonlyMap<Item, readonly Span[]> {
  const sorted = [...items].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const found = new Map<Item, Span[]>();
  for (const word of words) {
    let index = firstFrom(sorted, word.start + 1, ({ span }) => span) - 1;
    while (index >= 0 && (sorted[index]?.span.end ?? 0) <= word.start) index -= 1;
    const item = sorted[index];
    if (!item) continue;
    const known = found.get(item);
    if (known) known.push(word);
    else found.set(item, [word]);
  }
  return found;
}

/** Only kinds that have an acceptance text, as long as they are in use and open to change. */
const isAsked = (item: Item, isFrozen: boolean, project: Project): boolean =>
  project.lifecycle.items[item.kind]?.fields[field] !== undefined &&
  !item.retired &&
  !isForLater(item, project) &&
  (!isFrozen || isForThisVersion(item, project));

const field = 'acceptance';

/** Whether it is said when the item is good enough; a text with gaps in it is not written yet. */
function hasAcceptance(item: Item, text: string): boolean {
  const said = textOf(item.get(field));
  if (said !== undefined) return !said.includes('…');
  return /^[ \t>*_#+-]*(?:acceptance|fit criteri(?:on|a))\b(?!.*…)/im.test(text.slice(item.span.start, item.span.end));
}

const sentence = 'measured by … on … in less than …';

function fixesFor(item: Item): readonly Fix[] {
  const change =
    item.artifact && item.get(field) === undefined ? addLine(item, item.artifact, field, sentence) : undefined;
  return change ? [{ title: 'Add an acceptance text to be filled in', safe: false, changes: [withGaps(change)] }] : [];
}

/** The same change with the cursor on each gap. */
const withGaps = (change: Change): Change =>
  change.kind === 'create'
    ? change
    : {
        ...change,
        edits: change.edits.map(edit => ({
          ...edit,
          stops: [...edit.text.matchAll(/…/g)].map(({ index }) => ({ start: index, end: index + 1 })),
        })),
      };
