import { lowerStatus } from '../fixes/lowerStatus.ts';
import { requestApproval } from '../fixes/requestApproval.ts';
import { fieldDocument } from '../project/fieldPlace.ts';
import type { Artifact, Project } from '../project/model.ts';
import { accountableRole, accountableText, holdersOf } from '../project/people.ts';
import { claimsAgreement, isInUse } from '../project/severity.ts';
import { headSpan, listed, roleName, whoNeedsIt } from '../project/wording.ts';
import { entry, mapsOf, textOf } from '../project/yamlValue.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'approval-stale',
  scope: 'artifact',
  local: true,
  severity: 'warning',
  title: 'What was approved is what stands there now.',
  why: 'An approval is bound to the text by a fingerprint. When the text changes afterwards, people rely on words that nobody agreed to. Front matter, comments and white space do not count.',
  examples: {
    bad: {
      'docs/development/prototypes/strap.md':
        '---\nstatus: approved\nowner: designer\napprovals:\n  - { by: Tom, role: designer, date: 2026-03-02, content: 5d1c0ffee007 }\n---\n\n# Strap prototype\n',
    },
    good: {
      'docs/development/prototypes/strap.md':
        '---\nstatus: approved\nowner: designer\napprovals:\n  - { by: Tom, role: designer, date: 2026-03-02 }\n---\n\n# Strap prototype\n',
    },
  },

  *check(artifact, project) {
    const { type, definition, fields, state } = artifact;
    if (!state.stale || !isInUse(artifact, project) || !claimsAgreement(artifact, project)) return;
    const last = mapsOf(fields.get('approvals')?.value).findLast(approval => textOf(entry(approval, 'content')));
    const by = textOf(entry(last, 'by'));
    const date = textOf(entry(last, 'date'));
    const gate = definition['required-by'];
    const who = accountableText(project, type);
    yield {
      path: fieldDocument(artifact).path,
      span: entry(last, 'content')?.span ?? headSpan(artifact),
      subject: 'approvals',
      gate,
      message: `The text changed after ${by ?? 'somebody'} approved it${date ? ` on ${date}` : ''}, so the approval no longer counts: ${whoNeedsIt(project, gate, 'a new one')}${who && ` (${who})`}. Ask for it, or set the status back.`,
      fixes: [
        ...lowerStatus(artifact, project),
        ...requestApproval(
          artifact,
          whoApproves(artifact, project),
          `the text changed after ${date ?? 'the last one'}`,
        ),
      ],
    };
  },
});

/** The role that has to approve a document, with the people who hold it: `product manager (Ana)`. */
function whoApproves({ type }: Artifact, project: Project): string {
  const role = accountableRole(project, type);
  if (role === undefined) return '';
  const people = holdersOf(project, role);
  return people.length > 0 ? `${roleName(project, role)} (${listed(people)})` : roleName(project, role);
}
