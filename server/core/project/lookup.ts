import { groupBy } from '../text/groupBy.ts';
import { memoize } from '../text/memo.ts';
import type { Artifact, Project, RecordFile } from './model.ts';

/** The artifacts of a type, in path order. */
export const artifactsOf = (project: Project, type: string): readonly Artifact[] => byType(project).get(type) ?? [];

/** The artifacts that a file is, or whose fields it holds, in the order in which it names their types. */
export const artifactsAt = (project: Project, path: string): readonly Artifact[] => byPath(project).get(path) ?? [];

/** The records that a file holds: more than one when it is a document with several tables. */
export const recordsAt = (project: Project, path: string): readonly RecordFile[] =>
  recordsByPath(project).get(path) ?? [];

const byType = memoize(({ artifacts }: Project) => groupBy(artifacts, ({ type }) => type));
const byPath = memoize(({ artifacts }: Project) => {
  const own = groupBy(artifacts, ({ path }) => path);
  const holding = groupBy(
    artifacts.filter(({ sidecar }) => sidecar?.document),
    ({ sidecar }) => sidecar?.path ?? '',
  );
  return holding.size === 0 ? own : new Map([...holding, ...own]);
});
const recordsByPath = memoize(({ records }: Project) => groupBy(records, ({ path }) => path));
