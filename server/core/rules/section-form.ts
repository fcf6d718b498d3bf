import { addColumns } from '../fixes/addColumns.ts';
import { numberSentences } from '../fixes/numberSentences.ts';
import { formProblem } from '../project/form.ts';
import { isEmpty, isStub, waivedSections } from '../project/gaps.ts';
import { rollbackSection } from '../project/rollback.ts';
import { isJudged } from '../project/severity.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'section-form',
  scope: 'artifact',
  severity: 'info',
  title: 'A section has the form that its readers need.',
  why: 'Steps in one paragraph get skipped, and tools cannot read results that are not in a table with the expected columns.',
  examples: {
    bad: {
      'docs/deployment/deployment-guide.md':
        '---\nstatus: in-review\nowner: operations\nversion: 1.0.0\n---\n\n# Deployment guide\n\n## Before you start\n\n- Access to the update server\n\n## Steps\n\nUpload the image. Open the rollout page. Set the share to five per cent and watch the error rate for an hour.\n\n## Verification\n\n1. Open the status page.\n2. Check that the version is shown.\n\n## Rollback\n\nIf the error rate rises above two per cent, the engineer on call decides.\n\n1. Set the share to zero.\n2. Publish the last image again.\n',
    },
    good: {
      'docs/deployment/deployment-guide.md':
        '---\nstatus: in-review\nowner: operations\nversion: 1.0.0\n---\n\n# Deployment guide\n\n## Before you start\n\n- Access to the update server\n\n## Steps\n\n1. Upload the image.\n2. Open the rollout page.\n3. Set the share to five per cent and watch the error rate for an hour.\n\n## Verification\n\n1. Open the status page.\n2. Check that the version is shown.\n\n## Rollback\n\nIf the error rate rises above two per cent, the engineer on call decides.\n\n1. Set the share to zero.\n2. Publish the last image again.\n',
    },
  },

  *check(artifact, project) {
    const { definition, path } = artifact;
    if (!isJudged(artifact, project) || isStub(artifact)) return;
    const waived = waivedSections(artifact, project);
    for (const section of artifact.sections) {
      const { id, definition: type } = section;
      if (!id || !type || id === rollbackSection || isEmpty(artifact, section) || waived(id, type)) continue;
      const problem = formProblem(artifact, section, type);
      if (problem === undefined) continue;
      const change = type.form === 'steps' ? numberSentences(artifact, section) : addColumns(artifact, section, type);
      yield {
        path,
        span: section.heading.span,
        subject: type.heading,
        gate: definition['required-by'],
        message: `“${section.heading.text}” ${problem}. ${type.guidance ?? ''}`.trim(),
        fixes: change
          ? [
              {
                title: type.form === 'steps' ? 'Turn the sentences into numbered steps' : 'Add the missing columns',
                safe: false,
                changes: [change],
              },
            ]
          : [],
      };
    }
  },
});
