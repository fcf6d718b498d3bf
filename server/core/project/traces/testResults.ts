import type { Lifecycle } from '../../lifecycle/schema/lifecycle.ts';
import { memoize } from '../../text/memo.ts';
import { isCurrent, versionOf } from '../current.ts';
import { foldName } from '../fieldName.ts';
import { artifactsOf } from '../lookup.ts';
import type { Artifact, Place, Project } from '../model.ts';
import { isInUse } from '../severity.ts';
import { compareVersions } from '../version.ts';
import { textOf } from '../yamlValue.ts';
import { consequences } from './consequences.ts';
import type { Item } from './model.ts';
import { type SectionEntry, sectionEntries } from './sectionEntries.ts';
import { type Verdict, verdictOf } from './verdicts.ts';

/** What a test report says of one test. */
export interface TestResult {
  /** Its id. */
  readonly test: string;
  readonly result: Verdict;
  /** The result as it is written; empty when nothing is. */
  readonly written: string;
  /** Of the id in the row. */
  readonly place: Place;
  /** The report. */
  readonly artifact: Artifact;
  /** Ids of other items that its row names, such as a change. */
  readonly mentions: readonly string[];
}

/**
 * The results in the current test reports (the newest ones when the version being made is unknown), one for each test: of
 * several rows the last one counts, in the report of the highest version. Tests that are declared nowhere are left out.
 */
export const testResultsOf = memoize((project: Project): readonly TestResult[] => {
  const results = new Map<string, TestResult>();
  for (const place of resultSections(project.lifecycle))
    for (const artifact of currentReports(project, place.type))
      for (const found of sectionEntries(project, artifact, place.section)) {
        const result = readResult(found, artifact, place);
        if (result && project.items.declared.has(result.test)) results.set(result.test, result);
      }
  return [...results.values()];
});

/** A section in which the rows of tests stand with their results. */
export interface ResultSection {
  /** Of the report. */
  readonly type: string;
  readonly section: string;
  /** The kinds of item that its rows are about. */
  readonly kinds: readonly string[];
  /** Folded names of the column that holds the result, the best one first. */
  readonly columns: readonly string[];
}

const usualColumns = ['result', 'results', 'outcome', 'verdict', 'status'];

/**
 * Where results are written: the sections to which a link of that meaning leads, by its words or the columns of the
 * section.
 */
export const resultSections = memoize(({ links, artifacts }: Lifecycle): readonly ResultSection[] =>
  Object.entries(links).flatMap(([id, { from, to, words }]) =>
    to.flatMap((end): readonly ResultSection[] => {
      const [, type, section] = /^section:([^/]+)\/(.+)$/.exec(end) ?? [];
      if (type === undefined || section === undefined) return [];
      const names = [id, ...words].map(foldName);
      const columns = (artifacts[type]?.sections[section]?.columns ?? []).map(foldName);
      if (![...names, ...columns].some(name => usualColumns.slice(0, -1).includes(name))) return [];
      return [{ type, section, kinds: from, columns: [...names, ...usualColumns] }];
    }),
  ),
);

/** The reports of a type that count, those of higher versions last. */
export function currentReports(project: Project, type: string): readonly Artifact[] {
  const reports = artifactsOf(project, type).filter(report => isInUse(report, project) && isCurrent(project, report));
  const byVersion = [...reports].sort((a, b) => compareVersions(versionOf(a) ?? '', versionOf(b) ?? ''));
  const last = byVersion.at(-1);
  const newest = last && versionOf(last);
  if (project.version !== undefined || newest === undefined) return byVersion;
  return byVersion.filter(report => compareVersions(versionOf(report) ?? '', newest) === 0);
}

function readResult(
  { about, statements, mentions, span }: SectionEntry,
  artifact: Artifact,
  { kinds, columns }: ResultSection,
): TestResult | undefined {
  if (!about || !kinds.includes(about.kind)) return undefined;
  const cell = columns.map(name => statements.find(statement => statement.name === name)).find(found => found);
  const words = statements.length > 0 ? textOf(cell?.value) : artifact.document.text.slice(about.span.end, span.end);
  const written = (words ?? '').replace(/^[\s\])*_`:—–-]+/, '').trim();
  return {
    test: about.id,
    result: verdictOf(written),
    written,
    place: { path: artifact.path, span: about.span },
    artifact,
    mentions: mentions.map(({ id }) => id).filter(id => id !== about.id),
  };
}

/**
 * Whether a result that is no pass has consequences: a change names the test (not one that an earlier version carried), the
 * row names a change, or a section for known issues names the test.
 */
export function isHandled({ test, artifact, mentions }: TestResult, project: Project): boolean {
  const { changes, byItem, known } = consequences(project);
  const version = versionOf(artifact) ?? project.version;
  const isLive = (change: Item): boolean => {
    const target = textOf(change.get('version'));
    return target === undefined || version === undefined || compareVersions(target, version) >= 0;
  };
  return known.has(test) || mentions.some(id => changes.has(id)) || (byItem.get(test) ?? []).some(isLive);
}
