import { filesOf } from './project/fieldPlace.ts';
import { artifactsAt } from './project/lookup.ts';
import type { Artifact, Project, RecordFile } from './project/model.ts';
import { rules } from './rules/index.ts';
import type { ArtifactRule, Finding, ProjectRule, RecordRule, Report, Rule } from './rules/rule.ts';

const artifactRules = rules.filter((rule): rule is ArtifactRule => rule.scope === 'artifact');
const localRules = artifactRules.filter(({ local }) => local);
const otherRules = artifactRules.filter(({ local }) => !local);
const recordChecks = rules.flatMap((rule: Rule): { rule: Rule; check: RecordRule['check'] }[] => {
  if (rule.scope === 'record') return [{ rule, check: rule.check }];
  return rule.scope === 'artifact' && rule.checkRecord ? [{ rule, check: rule.checkRecord }] : [];
});
const projectRules = rules.filter((rule): rule is ProjectRule => rule.scope === 'project');

/** What the rules say that judge the product as a whole. */
export const judgeProduct = (project: Project): readonly Finding[] =>
  projectRules
    .flatMap(rule => run(rule, { path: project.definition.path }, () => rule.check(project)))
    .map(finding => inPhase(finding, project));

/** What the rules say about an artifact that follow from it alone, or from the other documents too. */
export const judgeArtifact = (artifact: Artifact, project: Project, sight: 'local' | 'wide'): readonly Finding[] =>
  (sight === 'local' ? localRules : otherRules).flatMap(rule =>
    run(rule, commonOf(artifact), () => within(filesOf(artifact), rule.check(artifact, project))),
  );

/** What the rules say about a record. */
export const judgeRecord = (file: RecordFile, project: Project): readonly Finding[] =>
  recordChecks.flatMap(({ rule, check }) => run(rule, { path: file.path }, () => check(file, project)));

/** Lets a rule speak about the files of its document only: what it says elsewhere would never be shown. */
function* within(paths: readonly string[], reports: Iterable<Report>): Generator<Report> {
  for (const report of reports) {
    if (report.path !== undefined && !paths.includes(report.path)) throw new Error(`it speaks about ${report.path}`);
    yield report;
  }
}

/** What is known of all findings of one run of a rule. */
type Common = Pick<Report, 'path' | 'artifact' | 'phase'>;

const commonOf = ({ path, type, definition }: Artifact): Common => ({ path, artifact: type, phase: definition.phase });

/** Completes what a rule says. A rule that throws becomes a finding of its own and harms no other. */
function run(rule: Rule, common: Common, check: () => Iterable<Report>): Finding[] {
  try {
    return Array.from(check(), report => complete(rule, { ...common, ...report }));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [
      complete(rule, {
        ...common,
        span: { start: 0, end: 0 },
        subject: rule.id,
        severity: 'info',
        message: `The rule ${rule.id} failed here (${reason}). Please report this; all other rules were checked.`,
      }),
    ];
  }
}

/** A finding that names no phase belongs to that of its document. */
function inPhase(finding: Finding, project: Project): Finding {
  const phase = finding.phase ?? artifactsAt(project, finding.path)[0]?.definition.phase;
  return phase === finding.phase ? finding : { ...finding, phase };
}

const complete = (rule: Rule, report: Report): Finding => ({
  ...report,
  rule: rule.id,
  severity: report.severity ?? rule.severity,
  fixes: report.fixes ?? [],
});
