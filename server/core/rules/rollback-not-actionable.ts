import { appendToSection } from '../fixes/appendToSection.ts';
import { insertSection } from '../fixes/insertSection.ts';
import { rollbackSkeleton } from '../fixes/rollbackSkeleton.ts';
import { isEmpty, isStub, requiredSections } from '../project/gaps.ts';
import type { Artifact, Section } from '../project/model.ts';
import { hasBlanks, type RollbackGap, rollbackGaps, rollbackSection } from '../project/rollback.ts';
import { sectionOf } from '../project/sections.ts';
import { isJudged } from '../project/severity.ts';
import { headSpan, listed, whoNeedsIt } from '../project/wording.ts';
import { defineRule, type Fix } from './rule.ts';

export default defineRule({
  id: 'rollback-not-actionable',
  scope: 'artifact',
  local: true,
  severity: 'warning',
  title: 'The way back can be followed by somebody who did not build the product.',
  why: 'A rollback is read at night, by a tired person, for the first time. It needs the signal that triggers it, who decides, and steps. "Not possible" is an honest answer when the way to fix forward stands beside it.',
  examples: {
    bad: {
      'docs/deployment/deployment-guide.md':
        '---\nstatus: in-review\nowner: operations\nversion: 1.0.0\n---\n\n# Deployment guide\n\n## Before you start\n\n- Access to the update server and the phone number of the engineer on duty\n\n## Steps\n\n1. Upload the image.\n2. Set the share to five per cent.\n\n## Verification\n\n1. Open the status page.\n2. Check that the new version is shown.\n\n## Rollback\n\nRevert the release.\n',
    },
    good: {
      'docs/deployment/deployment-guide.md':
        '---\nstatus: in-review\nowner: operations\nversion: 1.0.0\n---\n\n# Deployment guide\n\n## Before you start\n\n- Access to the update server and the phone number of the engineer on duty\n\n## Steps\n\n1. Upload the image.\n2. Set the share to five per cent.\n\n## Verification\n\n1. Open the status page.\n2. Check that the new version is shown.\n\n## Rollback\n\nIf more than two per cent of watches report an error, the engineer on duty decides.\n\n1. Set the share to zero.\n2. Publish the last image again; that takes ten minutes and loses no data.\n',
    },
  },

  *check(artifact, project) {
    const { definition, path } = artifact;
    if (!isJudged(artifact, project) || isStub(artifact)) return;
    const wanted = requiredSections(artifact, project).find(([id]) => id === rollbackSection)?.[1];
    if (!wanted) return;
    const section = sectionOf(artifact.sections, rollbackSection);
    const lacking = !section || isEmpty(artifact, section) ? undefined : rollbackGaps(artifact, section, project);
    if (lacking?.length === 0) return;
    const gate = definition['required-by'];
    const what = !section
      ? `The section “${wanted.heading}” is missing`
      : lacking
        ? `“${section.heading.text}” lacks ${listed(lacking.map(gap => inWords[gap]))}, so nobody on duty could follow it`
        : `“${section.heading.text}” is empty`;
    yield {
      path,
      span: section?.heading.span ?? headSpan(artifact),
      subject: wanted.heading,
      gate,
      severity: gate !== undefined && project.gates.distance(gate) === 'passed' ? 'error' : 'warning',
      message: `${what}: ${whoNeedsIt(project, gate)}. ${wanted.guidance ?? ''}`.trim(),
      fixes: section
        ? begin(artifact, section, lacking ?? ['trigger', 'decider', 'steps'])
        : [
            {
              title: `Add the section “${wanted.heading}”`,
              safe: false,
              changes: [insertSection(artifact, rollbackSection, { version: project.version })],
            },
          ],
    };
  },
});

const inWords: Readonly<Record<RollbackGap, string>> = {
  trigger: 'the signal that triggers it',
  decider: 'who decides',
  steps: 'numbered steps',
  forward: 'the way to fix forward',
};

/** Adds blanks for what is lacking, unless blanks are there already. */
function begin(artifact: Artifact, section: Section, lacking: readonly RollbackGap[]): readonly Fix[] {
  const { document } = artifact;
  if (document.kind !== 'markdown' || hasBlanks(document, section)) return [];
  const { text, stops } = rollbackSkeleton(lacking);
  return [
    {
      title: `Add blanks for what “${section.heading.text}” lacks`,
      safe: false,
      changes: [appendToSection(document, section, text, stops)],
    },
  ];
}
