import { isDate } from '../lifecycle/date.ts';
import { severities } from '../lifecycle/schema/lifecycle.ts';
import { gateEntries } from '../project/gates.ts';
import type { Project } from '../project/model.ts';
import { tracesOf } from '../project/traces/links.ts';
import { inText } from '../project/wording.ts';
import { entry, isBlank, mapsOf, textOf } from '../project/yamlValue.ts';
import type { Finding } from '../rules/rule.ts';
import { met, type Of, type Verdict } from './verdict.ts';

/** Whether a milestone has the day on which it was reached. */
export function milestoneVerdict({ id, reached }: Of<'milestone'>, project: Project): Verdict {
  const milestone = tracesOf(project).items.get(id);
  if (!milestone) return { state: 'unmet', reason: `The milestone ${id} is recorded nowhere.` };
  const day = textOf(milestone.get('actual'));
  if ((day !== undefined && isDate(day) && day <= project.today) === reached) return met;
  const reason = reached ? `${id} is not reached yet.` : `${id} is reached already.`;
  return { state: 'unmet', reason, place: milestone.place };
}

/** Whether few enough findings of a severity, or a graver one, are left in the documents of a phase. */
export function findingsVerdict(
  { phase, severity, max }: Of<'findings'>,
  project: Project,
  findings: readonly Finding[],
): Verdict {
  const grave = severities.slice(0, severities.indexOf(severity) + 1);
  const left = findings.filter(
    finding => grave.includes(finding.severity) && (phase === undefined || finding.phase === phase),
  );
  if (left.length <= max) return met;
  const [first] = left;
  const where = phase === undefined ? '' : ` in ${inText(project.lifecycle.phases[phase]?.title ?? phase)}`;
  return {
    state: 'unmet',
    reason: `${left.length} ${left.length === 1 ? 'finding' : 'findings'} of this weight${where}${max > 0 ? `, at most ${max} may be left` : ''}.`,
    place: first && { path: first.path, span: first.span },
  };
}

/** Whether a person states in the gate log what no file can show. */
export function attestVerdict(id: string, gate: string, { statement }: Of<'attest'>, project: Project): Verdict {
  const entries = gateEntries(project, gate);
  const stated = entries
    .flatMap(({ map }) => mapsOf(entry(map, 'attested')))
    .some(
      item =>
        textOf(entry(item, 'criterion')) === id && !isBlank(entry(item, 'by')) && isDay(textOf(entry(item, 'date'))),
    );
  if (stated) return met;
  return {
    state: 'unmet',
    reason: `Nobody has stated it in the gate log yet (\`attested\`, criterion \`${id}\`): ${statement}`,
    place: project.gates.decisions.get(gate)?.place,
  };
}

const isDay = (text: string | undefined): boolean => text !== undefined && isDate(text);
