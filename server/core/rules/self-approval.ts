import type { Severity } from '../lifecycle/schema/lifecycle.ts';
import { approvalsOf, authorsOf } from '../project/approvals.ts';
import { fieldDocument } from '../project/fieldPlace.ts';
import type { Artifact, Project } from '../project/model.ts';
import { accountableRoles, holdersOf, peopleOf, personKey } from '../project/people.ts';
import { claimsAgreement, isInUse } from '../project/severity.ts';
import { listed, roleName, whoNeedsIt } from '../project/wording.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'self-approval',
  scope: 'artifact',
  severity: 'info',
  title: 'Nobody is the only one to have written and approved a document.',
  why: 'Whoever wrote a text does not see what is missing in it. A second pair of eyes costs an hour and finds what a gate would otherwise find late. The setting `independence` says how much weight this has: `off`, `warn` or `required`. Teams of one or two are left alone.',
  examples: {
    bad: {
      'docs/records/stakeholders.yaml':
        '- { role: qa-tester, phase: development, people: [{ name: Ravi }, { name: Noor }] }\n- { role: engineer, phase: development, people: [{ name: Mei }] }\n',
      'docs/development/test-plan.md':
        '---\nstatus: approved\nowner: qa-tester\nauthors: [Ravi]\napprovals:\n  - { by: Ravi, role: qa-tester, date: 2026-05-05 }\n---\n\n# Test plan\n',
    },
    good: {
      'docs/records/stakeholders.yaml':
        '- { role: qa-tester, phase: development, people: [{ name: Ravi }, { name: Noor }] }\n- { role: engineer, phase: development, people: [{ name: Mei }] }\n',
      'docs/development/test-plan.md':
        '---\nstatus: approved\nowner: qa-tester\nauthors: [Ravi]\napprovals:\n  - { by: Noor, role: qa-tester, date: 2026-05-05 }\n---\n\n# Test plan\n',
    },
  },

  *check(artifact, project) {
    const severity = weight[project.lifecycle.independence];
    if (severity === undefined || peopleOf(project).length < enoughPeople) return;
    if (!isInUse(artifact, project) || !claimsAgreement(artifact, project)) return;
    const [last, ...others] = [...approvalsOf(artifact, project)].reverse();
    if (!last) return;
    const person = personKey(project, last.by);
    if (others.some(({ by }) => personKey(project, by) !== person)) return;
    const authors = authorsOf(artifact, project);
    if (authors.size !== 1 || !authors.has(person)) return;
    const gate = artifact.definition['required-by'];
    yield {
      path: fieldDocument(artifact).path,
      span: last.span,
      subject: 'approvals',
      gate,
      severity,
      message: `${last.by} wrote this document and is the only one who approved it: ${whoNeedsIt(project, gate, 'a second pair of eyes')}. ${whoElse(artifact, project, person)}`,
    };
  },
});

const weight: Readonly<Record<Project['lifecycle']['independence'], Severity | undefined>> = {
  off: undefined,
  warn: 'warning',
  required: 'error',
};

/** In a smaller team nobody else can be asked. */
const enoughPeople = 3;

/** Who could approve instead: the others who hold a role that answers for the document. */
function whoElse({ type, definition }: Artifact, project: Project, person: string): string {
  const roles = [...new Set([...accountableRoles(project, type), ...definition['approve-also']])];
  const others = new Set(
    roles.flatMap(role => holdersOf(project, role)).filter(name => personKey(project, name) !== person),
  );
  if (others.size > 0) return `Let ${listed([...others], 'or')} approve it as well.`;
  const names = listed(
    roles.map(role => roleName(project, role)),
    'or',
  );
  return names === ''
    ? 'Let somebody else approve it as well.'
    : `Nobody else is ${names}: name a deputy in the stakeholders record, and let that person approve it as well.`;
}
