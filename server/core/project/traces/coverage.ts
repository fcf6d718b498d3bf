import type { Lifecycle } from '../../lifecycle/schema/lifecycle.ts';
import type { Coverage } from '../../lifecycle/schema/record.ts';
import { groupBy } from '../../text/groupBy.ts';
import { memoize, memoizePair } from '../../text/memo.ts';
import type { Subject } from '../condition.ts';
import { matches } from '../condition.ts';
import { fieldDocument } from '../fieldPlace.ts';
import { isEmpty } from '../gaps.ts';
import { artifactsOf } from '../lookup.ts';
import type { Artifact, Place, Project, Section } from '../model.ts';
import { isInUse, isPathInUse } from '../severity.ts';
import { recordSubject, type Setting, subjectOf } from '../subject.ts';
import { compareVersions } from '../version.ts';
import { itemsOf, textOf } from '../yamlValue.ts';
import { endKey, isSort, itemKey } from './ends.ts';
import { tracesOf } from './links.ts';
import type { End, Item, TraceLink, Traces } from './model.ts';
import { type SectionEntry, sectionEntries } from './sectionEntries.ts';

/** One thing that a coverage rule is about, and whether it has the link. */
export interface Case {
  /** What messages call it: an id, or the words of an entry. */
  readonly name: string;
  readonly place: Place;
  /** Undefined for an entry of a section or a value of a field. */
  readonly item: Item | undefined;
  readonly covered: boolean;
}

/**
 * Judges a coverage rule of the lifecycle: every item, entry or value that it is about. Retired items are left out, and so
 * are items aimed at a later version than the one being made. Undefined for an unknown rule.
 */
export function coverageOf(project: Project, rule: string): readonly Case[] {
  return allCoverage(project).get(rule) ?? [];
}

/** Cases of which the subject passes a condition, such as those of one phase. */
export const casesWhere = (
  cases: readonly Case[],
  where: Parameters<typeof matches>[0],
  project: Project,
): readonly Case[] =>
  where === undefined ? cases : cases.filter(({ item }) => item && matches(where, itemSubject(item, project)));

const allCoverage = memoize((project: Project): ReadonlyMap<string, readonly Case[]> => {
  const cases = Object.entries(project.lifecycle.coverage).map(([id, rule]) => [id, judge(rule, project)] as const);
  return new Map(cases);
});

function judge(rule: Coverage, project: Project): readonly Case[] {
  const traces = tracesOf(project);
  const [, holder, type, part] = /^(section|field):([^/]+)\/(.+)$/.exec(rule.every) ?? [];
  if (type !== undefined && part !== undefined)
    return holder === 'section'
      ? entryCases(rule, project, traces, type, part)
      : valueCases(rule, project, traces, type, part);
  return (itemsByKind(project).get(rule.every) ?? [])
    .filter(({ retired, place }) => !retired && isPathInUse(project, place.path))
    .filter(item => !isForLater(item, project) && matches(rule.where, itemSubject(item, project)))
    .map(item => ({
      name: item.id,
      place: item.place,
      item,
      covered: isCovered(rule, itemKey(item.id), item.id, project, traces),
    }));
}

const itemsByKind = memoize((project: Project) => groupBy(tracesOf(project).items.values(), ({ kind }) => kind));

/** An item as conditions see it: its fields, and `id`. */
export function itemSubject(item: Item, project: Setting & Pick<Project, 'records'>): Subject {
  const kind = item.record && kindOf(item, project);
  if (item.record && kind !== undefined) return recordSubject(item.record, kind, project);
  return subjectOf(project, project.lifecycle.items[item.kind]?.fields ?? {}, name =>
    name === 'id' ? item.id : item.get(name),
  );
}

/** The record kind whose entry an item is. */
const kindOf = (item: Item, { lifecycle }: Pick<Project, 'lifecycle'>): string | undefined =>
  recordKinds(lifecycle).get(item.kind);

const recordKinds = memoize(
  ({ records }: Lifecycle): ReadonlyMap<string, string> =>
    new Map(Object.entries(records).flatMap(([id, { declares }]) => declares.map(kind => [kind, id] as const))),
);

/** Whether an item is aimed at a version after the one being made. */
export function isForLater(item: Item, { version }: Pick<Project, 'version'>): boolean {
  const target = textOf(item.get('version'));
  return version !== undefined && target !== undefined && compareVersions(target, version) > 0;
}

function entryCases(rule: Coverage, project: Project, traces: Traces, type: string, section: string): readonly Case[] {
  return artifactsOf(project, type)
    .filter(artifact => isInUse(artifact, project))
    .flatMap(artifact =>
      sectionEntries(project, artifact, section).map(found => ({
        name: artifact.document.text.slice(found.nameSpan.start, found.nameSpan.end),
        place: { path: artifact.path, span: found.nameSpan },
        item: undefined,
        covered: namesOne(found, rule, traces),
      })),
    );
}

/** An entry is linked to what it names. */
const namesOne = ({ mentions }: SectionEntry, { to }: Coverage, { items }: Traces): boolean =>
  mentions.some(({ id, kind }) => to.includes(kind) && items.get(id)?.retired !== true);

function valueCases(rule: Coverage, project: Project, traces: Traces, type: string, field: string): readonly Case[] {
  return artifactsOf(project, type)
    .filter(artifact => isInUse(artifact, project))
    .flatMap(artifact =>
      itemsOf(artifact.fields.get(field)?.value).flatMap(node => {
        const name = textOf(node);
        if (name === undefined) return [];
        const covered = ['role', 'gate', 'version', 'artifact', 'external'].some(kind =>
          isCovered(rule, `${kind} ${name}`, undefined, project, traces),
        );
        return [{ name, place: { path: fieldDocument(artifact).path, span: node.span }, item: undefined, covered }];
      }),
    );
}

function isCovered(
  { link, through, to }: Coverage,
  start: string,
  id: string | undefined,
  project: Project,
  traces: Traces,
): boolean {
  const starts = through.reduce<readonly string[]>(
    (keys, name) => [...new Set(keys.flatMap(key => linked(project.lifecycle, traces, key, name).map(endKey)))],
    [start],
  );
  if (link === undefined) return id !== undefined && mentioned(project).has(id);
  return starts.some(key =>
    [link]
      .flat()
      .some(name => linked(project.lifecycle, traces, key, name).some(end => counts(end, to, traces, project))),
  );
}

/** The other ends of the links of one name, which is that of a type or of its inverse. */
function linked(lifecycle: Lifecycle, { outgoing, incoming }: Traces, key: string, name: string): readonly End[] {
  const isType = (link: TraceLink): boolean => link.type === name;
  const isInverse = (link: TraceLink): boolean => lifecycle.links[link.type]?.inverse === name;
  return [
    ...(outgoing.get(key) ?? []).filter(isType).map(({ to }) => to),
    ...(incoming.get(key) ?? []).filter(isInverse).map(({ from }) => from),
  ];
}

/** Whether an end is of a wanted sort, and there: what is retired or unwritten carries nothing. */
function counts(end: End, sorts: readonly string[], { items }: Traces, project: Project): boolean {
  if (!isSort(end, sorts)) return false;
  if (end.kind === 'section')
    return isInUse(end.artifact, project) && (end.section === undefined || isWritten(end.artifact, end.section));
  if (end.kind !== 'item') return true;
  const item = items.get(end.id);
  return item !== undefined && !item.retired && isPathInUse(project, item.place.path);
}

const isWritten = memoizePair((artifact: Artifact, section: Section): boolean => !isEmpty(artifact, section));

const mentioned = memoize(({ items }: Project): ReadonlySet<string> => new Set(items.references.map(({ id }) => id)));
