import picomatch from 'picomatch';
import type { RuleSetting, Severity } from './lifecycle/schema/lifecycle.ts';
import { matches } from './project/condition.ts';
import { artifactsAt } from './project/lookup.ts';
import type { Project } from './project/model.ts';
import { artifactSubject } from './project/subject.ts';
import type { Finding } from './rules/rule.ts';
import { memoize } from './text/memo.ts';

/** A finding with the severity that `rules:` of the definition gives it; undefined when it is turned off. */
export function applySetting(finding: Finding, project: Project): Finding | undefined {
  const { rules } = project.lifecycle;
  const setting = Object.hasOwn(rules, finding.rule) ? rules[finding.rule] : undefined;
  const severity = setting === undefined ? undefined : severityOf(setting, finding, project);
  if (severity === 'off') return undefined;
  return severity === undefined ? finding : { ...finding, severity };
}

/** The severity that a setting asks for; undefined when it does not apply to this finding. */
function severityOf(setting: RuleSetting, finding: Finding, project: Project): Severity | 'off' | undefined {
  if (typeof setting === 'string') return setting;
  const { paths, when, severity } = setting;
  const local = project.root === '' ? finding.path : finding.path.slice(project.root.length + 1);
  if (paths && !globs(paths)(local)) return undefined;
  if (!when) return severity;
  const roles = artifactsAt(project, finding.path);
  return roles.some(artifact => matches(when, artifactSubject(artifact, project))) ? severity : undefined;
}

const globs = memoize((paths: readonly string[]) => picomatch([...paths], { dot: true }));
