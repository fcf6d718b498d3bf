import type { Project } from '../project/model.ts';
import { type Case, casesWhere, coverageOf } from '../project/traces/coverage.ts';
import { isWaived } from '../project/waivers.ts';
import { listed } from '../project/wording.ts';
import { met, type Of, typeTitle, type Verdict } from './verdict.ts';

/** Whether a large enough share of what a coverage rule is about has its link. */
export function traceVerdict({ rule, where, coverage }: Of<'trace'>, project: Project): Verdict {
  const about = project.lifecycle.coverage[rule]?.every ?? '';
  const lacking = missingSource(about, project);
  if (lacking) return lacking;
  const cases = casesWhere(coverageOf(project, rule), where, project);
  const open = cases.filter(({ covered }) => !covered);
  const done = cases.length - open.length;
  if (cases.length === 0 || done >= coverage * cases.length) return met;
  const asked = coverage < 1 ? `, ${Math.ceil(coverage * cases.length)} are asked for` : '';
  return {
    state: 'unmet',
    reason: `${named(open)} ${open.length > 1 ? 'are' : 'is'} not covered (${done} of ${cases.length}${asked}).`,
    place: open[0]?.place,
  };
}

/** Where nothing declares what the rule is about, there is nothing to judge: the criterion is open. */
function missingSource(about: string, project: Project): Verdict | undefined {
  const type = /^(?:section|field):([^/]+)/.exec(about)?.[1];
  if (type !== undefined) {
    if (isWaived(project, type) || project.artifacts.some(artifact => artifact.type === type)) return undefined;
    return { state: 'unmet', reason: `${typeTitle(project, type)} is missing.`, create: type };
  }
  if (project.items.declarableKinds.has(about)) return undefined;
  const title = project.lifecycle.items[about]?.title ?? about;
  return { state: 'unmet', reason: `No document declares any ${about}: ${title.toLowerCase()}.` };
}

const most = 3;

/** The first few names, and how many more. */
function named(cases: readonly Case[]): string {
  const names = cases.slice(0, most).map(({ name, item }) => (item ? name : `“${name}”`));
  return cases.length > most ? `${names.join(', ')} and ${cases.length - most} more` : listed(names);
}
