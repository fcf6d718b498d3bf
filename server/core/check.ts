import { severities } from './lifecycle/schema/lifecycle.ts';
import { artifactsAt } from './project/lookup.ts';
import type { Artifact, Project } from './project/model.ts';
import { rules } from './rules/index.ts';
import type { ArtifactRule, Finding, ProjectRule, Report, Rule } from './rules/rule.ts';
import { settle } from './suppress.ts';
import { groupBy } from './text/groupBy.ts';

export interface Check {
  /** Every file that may carry findings: the definition, artifacts, records. Sorted. */
  readonly paths: readonly string[];
  /** The settled findings of one file, by position, then rule. Computed when asked. */
  findingsOf(path: string): readonly Finding[];
}

/** Starts a check: runs the rules that judge the product as a whole, and leaves the files to be asked for. */
export function startCheck(project: Project): Check {
  const whole = groupBy(
    projectRules.flatMap(rule => run(rule, project, () => rule.check(project))),
    ({ path }) => path,
  );
  const documents = new Set([
    ...project.artifacts.map(artifact => artifact.path),
    ...project.records.map(record => record.path),
  ]);
  const paths = [...new Set([project.definition.path, ...documents, ...whole.keys()])].sort();
  return {
    paths,
    findingsOf(path) {
      const own = artifactsAt(project, path).flatMap(artifact =>
        artifactRules.flatMap(rule => run(rule, project, () => rule.check(artifact, project), artifact)),
      );
      return settle([...(whole.get(path) ?? []), ...once(own)], path, project).sort(byPlace);
    },
  };
}

/** Every finding of a product, by path, position and rule. */
export function checkProject(project: Project): Finding[] {
  const check = startCheck(project);
  return check.paths.flatMap(path => check.findingsOf(path));
}

const artifactRules = rules.filter((rule): rule is ArtifactRule => rule.scope === 'artifact');
const projectRules = rules.filter((rule): rule is ProjectRule => rule.scope === 'project');

/** Completes what a rule says. A rule that throws becomes a finding of its own and harms no other. */
function run(rule: Rule, project: Project, check: () => Iterable<Report>, artifact?: Artifact): Finding[] {
  try {
    return Array.from(check(), report => complete(rule, report, artifact));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [
      complete(
        rule,
        {
          path: artifact?.path ?? project.definition.path,
          span: { start: 0, end: 0 },
          subject: rule.id,
          severity: 'info',
          message: `The rule ${rule.id} failed here (${reason}). Please report this; all other rules were checked.`,
        },
        artifact,
      ),
    ];
  }
}

const complete = (rule: Rule, report: Report, artifact?: Artifact): Finding => ({
  ...(artifact && { artifact: artifact.type, phase: artifact.definition.phase }),
  ...report,
  rule: rule.id,
  severity: report.severity ?? rule.severity,
  fixes: report.fixes ?? [],
});

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
