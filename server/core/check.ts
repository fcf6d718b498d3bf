import { severities } from './lifecycle/schema/lifecycle.ts';
import { filesOf } from './project/fieldPlace.ts';
import { artifactsAt, recordsAt } from './project/lookup.ts';
import type { Artifact, Project, RecordFile } from './project/model.ts';
import { continuity, holdsFor, type Kept, recordHoldsFor } from './recheck.ts';
import type { Finding } from './rules/rule.ts';
import { judgeArtifact, judgeProduct, judgeRecord } from './runRules.ts';
import { settle } from './suppress.ts';
import { groupBy } from './text/groupBy.ts';
import { memoize } from './text/memo.ts';

export interface Check {
  /** Every file that may carry findings: the definition, artifacts, records. Sorted. */
  readonly paths: readonly string[];
  /** The settled findings of one file, by position, then rule. Computed when asked. */
  findingsOf(path: string): readonly Finding[];
  /** What the rules have judged anew so far; the rest was taken over from the check before. */
  readonly judged: Judged;
  /** What was found so far, for the next check to take over. */
  readonly found: Found;
}

/** What a check found about artifacts and records, and in which snapshot. Plain data: it keeps no earlier check alive. */
export interface Found {
  readonly project: Project;
  readonly local: Map<string, Kept<Artifact>>;
  readonly wide: Map<string, Kept<Artifact>>;
  readonly records: Map<string, Kept<RecordFile>>;
}

/** How often rules were run: over one document by itself, over one document with a look at others, over a record. */
interface Judged {
  local: number;
  wide: number;
  records: number;
}

/**
 * Starts a check: runs the rules that judge the product as a whole, and leaves the files to be asked for. What `before`
 * found is taken over where nothing that it rests on has changed.
 */
export function startCheck(project: Project, before?: Found): Check {
  const whole = groupBy(judgeProduct(project), ({ path }) => path);
  const found: Found = { project, local: new Map(), wide: new Map(), records: new Map() };
  const judged: Judged = { local: 0, wide: 0, records: 0 };
  const still = before && continuity(before.project, project);

  function about(artifact: Artifact, sight: 'local' | 'wide'): readonly Finding[] {
    const key = `${artifact.path}\n${artifact.type}`;
    const old = (sight === 'local' ? still?.frame : still?.faces) ? before?.[sight].get(key) : undefined;
    if (before && old && holdsFor(old, artifact, before.project, project)) {
      found[sight].set(key, { subject: artifact, findings: old.findings });
      return old.findings;
    }
    judged[sight] += 1;
    const findings = judgeArtifact(artifact, project, sight);
    found[sight].set(key, { subject: artifact, findings });
    return findings;
  }
  function aboutRecord(file: RecordFile, index: number): readonly Finding[] {
    const key = `${file.path}\n${file.kind}\n${index}`;
    const old = still?.faces ? before?.records.get(key) : undefined;
    const isSame = before && old && recordHoldsFor(old, file, before.project, project);
    if (!isSame) judged.records += 1;
    const findings = isSame ? old.findings : judgeRecord(file, project);
    found.records.set(key, { subject: file, findings });
    return findings;
  }
  // A document with a sidecar is judged once; what is said about it lies in both files.
  const findingsAbout = memoize((artifact: Artifact) => [...about(artifact, 'local'), ...about(artifact, 'wide')]);
  const documents = new Set([...project.artifacts.flatMap(filesOf), ...project.records.map(record => record.path)]);
  const paths = [...new Set([project.definition.path, ...documents, ...whole.keys()])].sort();
  return {
    paths,
    judged,
    found,
    findingsOf(path) {
      const own = artifactsAt(project, path)
        .flatMap(findingsAbout)
        .filter(finding => finding.path === path);
      const records = recordsAt(project, path).flatMap(aboutRecord);
      return settle([...(whole.get(path) ?? []), ...once([...own, ...records])], path, project).sort(byPlace);
    },
  };
}

/** Every finding of a product, by path, position and rule. */
export function checkProject(project: Project): Finding[] {
  const check = startCheck(project);
  return check.paths.flatMap(path => check.findingsOf(path));
}

/**
 * A file of several types is judged once for each, so a rule may say the same about the same place twice. The more
 * severe finding stays.
 */
function once(findings: readonly Finding[]): readonly Finding[] {
  const byKey = new Map<string, Finding>();
  for (const finding of findings) {
    const { rule, span, subject } = finding;
    const key = [rule, span.start, span.end, subject].join('\n');
    const known = byKey.get(key);
    if (!known || severities.indexOf(finding.severity) < severities.indexOf(known.severity)) byKey.set(key, finding);
  }
  return [...byKey.values()];
}

const byPlace = (a: Finding, b: Finding): number =>
  a.span.start - b.span.start || a.span.end - b.span.end || compare(a.rule, b.rule) || compare(a.subject, b.subject);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
