import { addField, takesFields } from '../fixes/frontMatter.ts';
import { lowerStatus } from '../fixes/lowerStatus.ts';
import { fieldDocument, fieldPlace } from '../project/fieldPlace.ts';
import { accountableText } from '../project/people.ts';
import { claimsAgreement, isInUse, severityAt } from '../project/severity.ts';
import { statusName, whoNeedsIt } from '../project/wording.ts';
import { entry, itemsOf, textOf } from '../project/yamlValue.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'approval-missing',
  scope: 'artifact',
  local: true,
  severity: 'warning',
  title: 'A document that is approved says who approved it.',
  why: 'A status is a claim; an approval is a person. Without a name nobody can be asked, and the gate has nothing to stand on.',
  examples: {
    bad: {
      'docs/development/prototypes/strap.md': '---\nstatus: approved\nowner: designer\n---\n\n# Strap prototype\n',
    },
    good: {
      'docs/development/prototypes/strap.md':
        '---\nstatus: approved\nowner: designer\napprovals:\n  - { by: Tom, role: designer, date: 2026-03-02 }\n---\n\n# Strap prototype\n',
    },
  },

  *check(artifact, project) {
    const { definition, fields, state } = artifact;
    if (!isInUse(artifact, project) || !claimsAgreement(artifact, project)) return;
    const approvals = itemsOf(fields.get('approvals')?.value);
    if (approvals.some(approval => textOf(entry(approval, 'by')) ?? textOf(approval))) return;
    const gate = definition['required-by'];
    const who = accountableText(project, artifact.type);
    yield {
      ...fieldPlace(artifact, 'status'),
      subject: 'approvals',
      gate,
      severity: severityAt(project, gate) === 'error' ? 'error' : 'warning',
      message: `This document is ${statusName(project, state.status)}, but does not say who approved it: ${whoNeedsIt(project, gate, 'a name')}${who && ` (${who})`}. Name who approved it, or set the status back.`,
      fixes: [
        ...lowerStatus(artifact, project),
        ...(fields.get('approvals') || !takesFields(fieldDocument(artifact))
          ? []
          : [
              {
                title: 'Prepare an approval to be filled in',
                safe: false,
                changes: [addField(artifact, 'approvals', '[{ by: , role: , date: }]')],
              },
            ]),
      ],
    };
  },
});
