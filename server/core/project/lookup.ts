import { groupBy } from '../text/groupBy.ts';
import { memoize } from '../text/memo.ts';
import type { Artifact, Project } from './model.ts';

/** The artifacts of a type, in path order. */
export const artifactsOf = (project: Project, type: string): readonly Artifact[] => byType(project).get(type) ?? [];

/** The artifacts that a file is, in the order in which it names their types. */
export const artifactsAt = (project: Project, path: string): readonly Artifact[] => byPath(project).get(path) ?? [];

const byType = memoize(({ artifacts }: Project) => groupBy(artifacts, ({ type }) => type));
const byPath = memoize(({ artifacts }: Project) => groupBy(artifacts, ({ path }) => path));
