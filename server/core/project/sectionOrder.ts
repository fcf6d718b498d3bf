import { groupBy } from '../text/groupBy.ts';
import { sectionsInForce } from './gaps.ts';
import type { Artifact, Project, Section } from './model.ts';

/** A section that does not stand where the type wants it. */
export interface Misplaced {
  readonly section: Section;
  /** The section that it should follow, else the one that it should come before. */
  readonly after: Section | undefined;
  readonly before: Section | undefined;
}

/** The first section that keeps the others from being in order; undefined when all are, or order does not matter. */
export function misplacedSection(artifact: Artifact, project: Project): Misplaced | undefined {
  const wanted = artifact.definition['section-order'];
  if (wanted === 'any') return undefined;
  const ids = wanted === 'defined' ? sectionsInForce(artifact, project).map(([id]) => id) : wanted;
  const ranks = new Map(ids.map((id, index) => [id, index]));
  const ranked = artifact.sections.flatMap(section => {
    const rank = ranks.get(section.id ?? '');
    return rank === undefined ? [] : [{ section, rank }];
  });
  const groups = [...groupBy(ranked, ({ section }) => section.parent).values()];
  return groups
    .flatMap(group => firstAway(group) ?? [])
    .reduce<Misplaced | undefined>(
      (first, next) => (first && first.section.span.start < next.section.span.start ? first : next),
      undefined,
    );
}

interface Ranked {
  readonly section: Section;
  readonly rank: number;
}

function firstAway(group: readonly Ranked[]): Misplaced | undefined {
  const kept = longestRising(group);
  const away = group.find(entry => !kept.has(entry));
  if (!away) return undefined;
  const settled = group.filter(entry => kept.has(entry));
  return {
    section: away.section,
    after: settled.findLast(({ rank }) => rank <= away.rank)?.section,
    before: settled.find(({ rank }) => rank > away.rank)?.section,
  };
}

/** The most entries that are in order already, so that as few as possible have to move. */
function longestRising(group: readonly Ranked[]): ReadonlySet<Ranked> {
  const before = new Map<Ranked, Ranked | undefined>();
  const ends: Ranked[] = [];
  for (const entry of group) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle]?.rank ?? 0) <= entry.rank) low = middle + 1;
      else high = middle;
    }
    before.set(entry, ends[low - 1]);
    ends[low] = entry;
  }
  const kept = new Set<Ranked>();
  for (let entry = ends.at(-1); entry; entry = before.get(entry)) kept.add(entry);
  return kept;
}
