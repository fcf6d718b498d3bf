import { setEntryField } from '../fixes/entryField.ts';
import { offer } from '../fixes/offer.ts';
import type { Project, RecordFile } from '../project/model.ts';
import { type RaciEntry, raciIn } from '../project/raci.ts';
import { inText, listed, roleName } from '../project/wording.ts';
import { isBlank, itemsOf, textOf } from '../project/yamlValue.ts';
import { defineRule, type Fix, type Report } from './rule.ts';

export default defineRule({
  id: 'raci-accountable',
  scope: 'record',
  severity: 'warning',
  title: 'Each artifact of the RACI map has exactly one accountable role.',
  why: 'Two roles that answer for a document mean that each waits for the other, and none means that nobody does. Many may be responsible for the work; one answers for it. Artifacts that the map does not name keep the roles of the lifecycle.',
  examples: {
    bad: {
      'docs/records/stakeholders.yaml':
        'roles:\n  - { role: marketing, phase: deployment, people: [{ name: Noor }] }\nraci:\n  launch-plan: { A: [marketing, sales], R: [marketing] }\n',
    },
    good: {
      'docs/records/stakeholders.yaml':
        'roles:\n  - { role: marketing, phase: deployment, people: [{ name: Noor }] }\nraci:\n  launch-plan: { A: marketing, R: [marketing, sales] }\n',
    },
  },

  *check(file, project) {
    for (const entry of raciIn(file, project)) {
      const { accountable, accountableRoles: roles } = entry;
      if (roles.length === 1) continue;
      yield roles.length > 1 ? several(file, entry, project) : none(file, entry, isBlank(accountable?.value), project);
    }
  },
});

const titleOf = ({ type }: RaciEntry, { lifecycle }: Project): string =>
  `the ${inText(lifecycle.artifacts[type]?.title ?? type)}`;

function several({ path, ...file }: RecordFile, entry: RaciEntry, project: Project): Report {
  const { accountable, accountableRoles: roles, type, keySpan } = entry;
  const names = listed(roles.map(role => roleName(project, role)));
  return {
    path,
    span: accountable?.value.span ?? keySpan,
    subject: type,
    artifact: type,
    phase: project.lifecycle.artifacts[type]?.phase,
    message: `The RACI map makes ${names} accountable for ${titleOf(entry, project)}: when two answer, each waits for the other. Keep one under “A”; the others may be responsible.`,
    fixes: roles.flatMap(role => set({ path, ...file }, entry, `Keep ${role} as accountable`, role)),
  };
}

function none(file: RecordFile, entry: RaciEntry, isEmpty: boolean, project: Project): Report {
  const { accountable, type, keySpan, path } = entry;
  const words = itemsOf(accountable?.value).flatMap(node => textOf(node) ?? []);
  const cause = isEmpty ? 'nobody' : `“${listed(words)}”, which is no role of the lifecycle,`;
  return {
    path,
    span: accountable && !isEmpty ? accountable.value.span : keySpan,
    subject: type,
    artifact: type,
    phase: project.lifecycle.artifacts[type]?.phase,
    message: `The RACI map makes ${cause} accountable for ${titleOf(entry, project)}, so nobody can approve it. Name one role under “A”.`,
    fixes: isEmpty && !accountable ? set(file, entry, 'Add “A” to be filled in', '') : [],
  };
}

/** Writes the accountable role into the map of an artifact. */
function set(file: RecordFile, { value, accountable, path }: RaciEntry, title: string, role: string): readonly Fix[] {
  if (value.kind !== 'map') return [];
  const record = { path, map: value, span: value.span, id: undefined };
  return offer(title, setEntryField(file, record, accountable?.key ?? 'A', role));
}
