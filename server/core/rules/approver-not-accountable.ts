import { canonicalRole } from '../lifecycle/roles.ts';
import { type Approval, approvalsOf, rolesHeldBy } from '../project/approvals.ts';
import { fieldDocument } from '../project/fieldPlace.ts';
import type { Place, Project } from '../project/model.ts';
import { accountableRoles, holdersOf, isKnownPerson } from '../project/people.ts';
import { entriesOfKind } from '../project/records.ts';
import { placeOf } from '../project/recordValue.ts';
import { claimsAgreement, isInUse } from '../project/severity.ts';
import { listed, roleName, whoNeedsIt } from '../project/wording.ts';
import { entry, textOf } from '../project/yamlValue.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'approver-not-accountable',
  scope: 'artifact',
  severity: 'warning',
  title: 'At least one of those who approve a document answers for it.',
  why: 'Everybody may agree, but one role has to answer for the consequences. An approval by somebody else leaves the gate without anyone to ask.',
  examples: {
    bad: {
      'docs/deployment/support-plan.md':
        '---\nstatus: approved\nowner: customer-support\nversion: 1.0.0\nroles: [customer-support]\napprovals:\n  - { by: Tom, role: designer, date: 2026-06-02 }\n---\n\n# Support plan\n',
    },
    good: {
      'docs/deployment/support-plan.md':
        '---\nstatus: approved\nowner: customer-support\nversion: 1.0.0\nroles: [customer-support]\napprovals:\n  - { by: Kofi, role: customer-support, date: 2026-06-02 }\n---\n\n# Support plan\n',
    },
  },

  *check(artifact, project) {
    const { type, definition } = artifact;
    if (!isInUse(artifact, project) || !claimsAgreement(artifact, project)) return;
    const wanted = [...new Set([...accountableRoles(project, type), ...definition['approve-also']])];
    const approvals = approvalsOf(artifact, project);
    const [first] = approvals;
    // Of somebody whom no record knows, nobody can say which role it is.
    if (!first || wanted.length === 0 || approvals.some(({ roles }) => roles.length === 0)) return;
    if (approvals.some(approval => mayApprove(approval, wanted, project))) return;
    const gate = definition['required-by'];
    const others = wanted.map(role => withHolders(role, project));
    yield {
      path: fieldDocument(artifact).path,
      span: first.span,
      subject: 'approvals',
      gate,
      message: `${listed(approvals.map(approval => inWords(approval, project)))} approved this document, but ${approvals.length > 1 ? 'none of them answers' : 'does not answer'} for it: ${whoNeedsIt(project, gate, `an approval by ${listed(others, 'or')}`)}.`,
      related: wanted.flatMap(role => stakeholder(role, project)),
    };
  },
});

/** Whether an approval counts: given in a wanted role, unless the stakeholders record gives the role to others. */
const mayApprove = ({ by, roles }: Approval, wanted: readonly string[], project: Project): boolean =>
  roles.some(
    role =>
      wanted.includes(role) &&
      (holdersOf(project, role).length === 0 || !isKnownPerson(project, by) || rolesHeldBy(project, by).includes(role)),
  );

/** A person with the roles held, or with the role that was claimed when no record knows more. */
function inWords({ by, roles }: Approval, project: Project): string {
  const held = rolesHeldBy(project, by);
  const names = (held.length > 0 ? held : roles).map(role => roleName(project, role));
  return canonicalRole(project.lifecycle, by) === undefined ? `${by} (${listed(names)})` : listed(names);
}

function withHolders(role: string, project: Project): string {
  const people = holdersOf(project, role);
  return people.length > 0 ? `${roleName(project, role)} (${listed(people)})` : roleName(project, role);
}

/** Where the stakeholders record says who holds a role. */
const stakeholder = (role: string, project: Project): readonly (Place & { readonly message: string })[] =>
  entriesOfKind(project.records, 'stakeholders')
    .filter(({ map }) => canonicalRole(project.lifecycle, textOf(entry(map, 'role')) ?? '') === role)
    .map(record => ({
      ...placeOf(record, 'people'),
      message: `Who holds the role ${roleName(project, role)} is said here.`,
    }));
