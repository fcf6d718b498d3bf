import type { ArtifactType } from '../lifecycle/schema/artifact.ts';
import type { SectionType } from '../lifecycle/schema/section.ts';
import type { Heading, MarkdownDocument } from '../parse/model.ts';
import { groupBy } from '../text/groupBy.ts';
import { memoize } from '../text/memo.ts';
import { hasBlank, headingMatches, type NameMatch } from './headingNames.ts';
import { normaliseHeading } from './headings.ts';
import type { Section } from './model.ts';

/** A heading with what belongs to it; `parent` is the index of the entry around it, -1 when there is none. */
export type Outline = Pick<Section, 'heading' | 'span' | 'bodySpan' | 'ownSpan'> & { readonly parent: number };

/** Whether a section may stand many times. */
export const isRepeating = ({ heading, repeats }: SectionType): boolean =>
  repeats !== undefined || (hasBlank(heading) && !heading.includes('{version}'));

/** The ids of the sections that a section is part of. */
export const wholesOf = ({ within }: { readonly within?: SectionType['within'] }): readonly string[] =>
  [within ?? []].flat();

/**
 * The sections of a type that are asked for in each place of the sections they are part of, and count nowhere else: where
 * there may be several such places, or where the same words name another section elsewhere.
 */
export const scopedSections = memoize((type: ArtifactType): ReadonlySet<string> => {
  const sections = Object.entries(type.sections);
  const parts = sections.filter(([, section]) => wholesOf(section).length > 0);
  const names = groupBy(
    sections.flatMap(([id, { heading, aliases }]) =>
      [...new Set([heading, ...aliases].map(normaliseHeading))].map(name => ({ id, name })),
    ),
    ({ name }) => name,
  );
  const contested = new Set([...names.values()].flatMap(same => (same.length > 1 ? same.map(({ id }) => id) : [])));
  const scoped = new Set<string>();
  const isIn = (id: string): boolean => {
    const whole = type.sections[id];
    return whole !== undefined && (isRepeating(whole) || scoped.has(id));
  };
  const order = depthsOf(type);
  for (const [id, section] of [...parts].sort(([a], [b]) => (order.get(a) ?? 0) - (order.get(b) ?? 0))) {
    const wholes = wholesOf(section);
    if (wholes.length > 1 || isRepeating(section) || contested.has(id) || wholes.some(isIn)) scoped.add(id);
  }
  return scoped;
});

/** How many sections each section is nested in, so that wholes can be told before their parts. Cycles end. */
const depthsOf = memoize((type: ArtifactType): ReadonlyMap<string, number> => {
  const depths = new Map<string, number>();
  const depthOf = (id: string): number => {
    const known = depths.get(id);
    if (known !== undefined) return known;
    depths.set(id, 0);
    const wholes = type.sections[id] ? wholesOf(type.sections[id]) : [];
    const depth = Math.max(0, ...wholes.map(whole => depthOf(whole) + 1));
    depths.set(id, depth);
    return depth;
  };
  for (const id of Object.keys(type.sections)) depthOf(id);
  return depths;
});

interface Candidate {
  readonly index: number;
  readonly heading: Heading;
  readonly match: NameMatch;
}

/**
 * Which sections of a type the headings stand for, by their index in `outline`; the first one is the section that a
 * heading is. A section that may stand many times has all headings that name it, any other the one that fits best: at
 * the wanted level, else the shallowest, then the canonical one, then the first.
 */
export function assignSections(
  document: MarkdownDocument,
  type: ArtifactType,
  outline: readonly Outline[],
): ReadonlyMap<number, readonly NameMatch[]> {
  const untitled = document.headings.length - outline.length;
  const matches = headingMatches(document, type).slice(untitled);
  const candidates = groupBy(
    outline.flatMap(({ heading }, index) => (matches[index] ?? []).map(match => ({ index, heading, match }))),
    ({ match }) => match.id,
  );
  const depths = depthsOf(type);
  const ids = [...candidates.keys()].sort((a, b) => (depths.get(a) ?? 0) - (depths.get(b) ?? 0));
  const assigned = new Map<number, NameMatch[]>();
  const scoped = scopedSections(type);
  for (const id of ids) {
    const definition = type.sections[id];
    const own = definition ? placed(candidates.get(id) ?? [], definition, scoped.has(id), outline, assigned) : [];
    for (const { index, match } of own) assigned.set(index, [...(assigned.get(index) ?? []), match]);
  }
  return new Map([...assigned].map(([index, all]) => [index, settled(all, type, scoped)]));
}

/** The candidates that stand for a section. */
function placed(
  candidates: readonly Candidate[],
  definition: SectionType,
  isScoped: boolean,
  outline: readonly Outline[],
  assigned: ReadonlyMap<number, readonly NameMatch[]>,
): readonly Candidate[] {
  const { depth, heading: words } = definition;
  const repeats = isRepeating(definition);
  const wholes = wholesOf(definition);
  const wanted = candidates.filter(
    ({ heading }) =>
      (isScoped || heading.depth <= Math.max(deepest, depth ?? 0)) &&
      (!hasBlank(words) || depth === undefined || heading.depth === depth),
  );
  const scopeOf = ({ index }: Candidate): number =>
    isScoped ? firstAround(outline, index, at => assigned.get(at)?.some(({ id }) => wholes.includes(id)) ?? false) : -1;
  const chosen: Candidate[] = [];
  for (const [scope, group] of groupBy(wanted, scopeOf)) {
    if (isScoped && scope < 0) continue;
    if (!repeats) chosen.push(group.reduce((best, next) => (isBetter(next, best, depth) ? next : best)));
    else {
      // What reads the same inside such a section is a part of it.
      const all = new Set(group.map(({ index }) => index));
      chosen.push(...group.filter(({ index }) => firstAround(outline, index, at => all.has(at)) < 0));
    }
  }
  return chosen;
}

const deepest = 4;

/** The innermost entry around an entry that passes a test; -1 when none does. */
function firstAround(outline: readonly Outline[], index: number, test: (index: number) => boolean): number {
  let at = outline[index]?.parent ?? -1;
  while (at >= 0 && !test(at)) at = outline[at]?.parent ?? -1;
  return at;
}

function isBetter(a: Candidate, b: Candidate, depth: number | undefined): boolean {
  const away = ({ heading }: Candidate): number => (depth === undefined || heading.depth === depth ? 0 : 1);
  if (away(a) !== away(b)) return away(a) < away(b);
  if (a.heading.depth !== b.heading.depth) return a.heading.depth < b.heading.depth;
  return a.match.matched === 'heading' && b.match.matched === 'alias';
}

/** Of several sections that claim a heading, the one that belongs there, with those that share it. */
function settled(matches: readonly NameMatch[], type: ArtifactType, scoped: ReadonlySet<string>): readonly NameMatch[] {
  if (matches.length < 2) return matches;
  const first = matches.findLast(({ id }) => scoped.has(id)) ?? matches[0];
  const isOld = ({ id }: NameMatch): boolean => isConditional(type.sections[id]);
  return matches
    .filter(match => match === first || match.shared || (first !== undefined && isOld(match) && isOld(first)))
    .sort((a, b) => Number(b === first) - Number(a === first));
}

/** Whether a section applies only at times, so that another one may have its heading at other times. */
const isConditional = (section: SectionType | undefined): boolean =>
  section?.when !== undefined || section?.since !== undefined || section?.until !== undefined;
