import type { Lifecycle } from '../../lifecycle/schema/lifecycle.ts';
import type { Coverage } from '../../lifecycle/schema/record.ts';
import { memoize, memoizePair } from '../../text/memo.ts';
import { artifactsOf } from '../lookup.ts';
import type { Artifact, Project } from '../model.ts';
import { isInUse, isJudged } from '../severity.ts';
import { declarers } from './answers.ts';
import { itemKey } from './ends.ts';
import { itemsByPath } from './itemsByPath.ts';
import { tracesOf } from './links.ts';
import type { Item } from './model.ts';
import { coveragesOf } from './traceGaps.ts';

/** How things are verified: the coverage rule that asks for it, and what closes it. */
export interface Verification {
  readonly coverage: Coverage;
  /** The link type from a test to what it verifies. */
  readonly type: string;
  /** The kinds of item that are tests. */
  readonly kinds: readonly string[];
}

/** The coverage rules that ask for tests, which are those of `requirement-untested` that lead to items. */
export const verifications = memoize((lifecycle: Lifecycle): readonly Verification[] =>
  coveragesOf(lifecycle, 'requirement-untested').flatMap(([, coverage]) => {
    const kinds = coverage.to.filter(end => Object.hasOwn(lifecycle.items, end));
    const names = [coverage.link ?? []].flat();
    const type = Object.entries(lifecycle.links).find(([, { inverse }]) => names.some(name => name === inverse))?.[0];
    return kinds.length > 0 && type !== undefined ? [{ coverage, type, kinds }] : [];
  }),
);

/** The tests that a document declares. */
export const testsIn = (project: Project, { path }: Artifact, kinds: readonly string[]): readonly Item[] =>
  (itemsByPath(project).get(path) ?? []).filter(({ kind, retired }) => kinds.includes(kind) && !retired);

/** The documents in use that may declare tests. */
const plansFor = (project: Project, { kinds }: Verification): readonly Artifact[] =>
  [...new Set(kinds.flatMap(kind => declarers(project.lifecycle).get(kind)?.types ?? []))]
    .flatMap(type => artifactsOf(project, type))
    .filter(artifact => isInUse(artifact, project));

/** The plans that are judged and lead to nothing: none of their tests says what it verifies, or there is none. */
export const hollowPlans = memoizePair((verification: Verification, project: Project): ReadonlySet<Artifact> => {
  const { outgoing } = tracesOf(project);
  const types = new Set(verifications(project.lifecycle).map(({ type }) => type));
  const verifies = ({ id }: Item): boolean => (outgoing.get(itemKey(id)) ?? []).some(({ type }) => types.has(type));
  return new Set(
    plansFor(project, verification).filter(
      plan => isJudged(plan, project) && !testsIn(project, plan, verification.kinds).some(verifies),
    ),
  );
});

/**
 * Whether no test plan leads to anything at all, so that one finding on the plan says more than one on each of the things
 * that are not tested.
 */
export function coversNothing(coverage: Coverage, project: Project): boolean {
  const verification = verifications(project.lifecycle).find(other => other.coverage === coverage);
  if (!verification) return false;
  const hollow = hollowPlans(verification, project);
  return hollow.size > 0 && hollow.size === plansFor(project, verification).length;
}
