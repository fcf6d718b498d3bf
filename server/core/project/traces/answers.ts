import type { Lifecycle } from '../../lifecycle/schema/lifecycle.ts';
import type { Coverage } from '../../lifecycle/schema/record.ts';
import { memoize, memoizePair } from '../../text/memo.ts';
import { isCurrent } from '../current.ts';
import { artifactsOf } from '../lookup.ts';
import type { Artifact, Project } from '../model.ts';
import { isInUse, isJudged, isUnread } from '../severity.ts';

/**
 * Whether what would hold the links of a coverage rule is there: `absent` when no document is in use that could
 * (or one that could cannot be read), and no record has entries, `draft` when those that could are only begun, else `begun`.
 */
export const answerState = memoizePair(({ link, to }: Coverage, project: Project): 'absent' | 'draft' | 'begun' => {
  const ends = link === undefined ? [] : to.map(end => holdersOf(end, project.lifecycle));
  if (ends.length === 0 || ends.some(holders => holders === undefined)) return 'begun';
  const types = new Set(ends.flatMap(holders => holders?.types ?? []));
  const records = new Set(ends.flatMap(holders => holders?.records ?? []));
  if (types.size + records.size === 0) return 'begun';
  const documents = [...types].flatMap(type => artifactsOf(project, type));
  if (documents.some(({ document }) => isUnread(document))) return 'absent';
  const inUse = documents.filter(artifact => isInUse(artifact, project) && isForVersion(artifact, project));
  if (project.records.some(({ kind, entries }) => records.has(kind) && entries.length > 0)) return 'begun';
  if (inUse.length === 0) return 'absent';
  return inUse.some(artifact => isJudged(artifact, project)) ? 'begun' : 'draft';
});

/** Of documents made for each version, only those of the version being made hold an answer. */
const isForVersion = (artifact: Artifact, project: Project): boolean =>
  artifact.definition.cardinality !== 'per-version' || isCurrent(project, artifact);

interface Holders {
  /** Artifact types. */
  readonly types: readonly string[];
  /** Record kinds. */
  readonly records: readonly string[];
}

/** What may hold an end of a link; undefined for an end that needs no place of its own, such as a version. */
function holdersOf(end: string, lifecycle: Lifecycle): Holders | undefined {
  const type = /^section:([^/]+)/.exec(end)?.[1];
  if (type !== undefined) return { types: [type], records: [] };
  return Object.hasOwn(lifecycle.items, end)
    ? (declarers(lifecycle).get(end) ?? { types: [], records: [] })
    : end === 'external'
      ? { types: [], records: [] }
      : undefined;
}

/** The types and records that may declare items of a kind. */
export const declarers = memoize(({ artifacts, records }: Lifecycle): ReadonlyMap<string, Holders> => {
  const found = new Map<string, { types: string[]; records: string[] }>();
  const of = (kind: string): { types: string[]; records: string[] } => {
    const known = found.get(kind) ?? { types: [], records: [] };
    found.set(kind, known);
    return known;
  };
  for (const [type, { declares, sections }] of Object.entries(artifacts))
    for (const kind of new Set([...declares, ...Object.values(sections).flatMap(section => section.declares)]))
      of(kind).types.push(type);
  for (const [record, { declares }] of Object.entries(records))
    for (const kind of declares) of(kind).records.push(record);
  return found;
});
