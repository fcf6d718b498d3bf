import { addField, takesFields } from '../fixes/frontMatter.ts';
import { insertSection } from '../fixes/insertSection.ts';
import { renameHeading } from '../fixes/renameHeading.ts';
import { headingText } from '../fixes/sectionSkeleton.ts';
import { nearest } from '../lifecycle/nearest.ts';
import type { MarkdownDocument } from '../parse/model.ts';
import { isStub, sectionGaps } from '../project/gaps.ts';
import { headingLead } from '../project/headings.ts';
import type { Artifact, Project } from '../project/model.ts';
import { rollbackSection } from '../project/rollback.ts';
import { gapSeverity, isJudged } from '../project/severity.ts';
import { headSpan, whoNeedsIt } from '../project/wording.ts';
import { defineRule, type Fix } from './rule.ts';

export default defineRule({
  id: 'section-missing',
  scope: 'artifact',
  severity: 'warning',
  title: 'A document has every section that its type requires.',
  why: 'At a gate, reviewers look for these sections by name. One that is absent cannot be reviewed, and nobody notices that the question behind it was never asked. Drafts are left alone until a gate that is already passed needs them.',
  examples: {
    bad: {
      'docs/deployment/training-plan.md':
        '---\nstatus: in-review\nowner: product-manager\nversion: 1.0.0\n---\n\n# Training plan\n\n## Who needs what\n\n| Role | Topic | Needed by |\n| --- | --- | --- |\n| Support staff | Troubleshooting the strap, the sensor and the pairing | 1 June |\n\n## Delivery\n\nTwo sessions of one hour each in the last week of May, recorded for those who cannot come, with a short task at the end.\n',
    },
    good: {
      'docs/deployment/training-plan.md':
        '---\nstatus: in-review\nowner: product-manager\nversion: 1.0.0\n---\n\n# Training plan\n\n## Who needs what\n\n| Role | Topic | Needed by |\n| --- | --- | --- |\n| Support staff | Troubleshooting the strap, the sensor and the pairing | 1 June |\n\n## Material\n\n- Slides on the ten most common questions\n\n## Delivery\n\nTwo sessions of one hour each in the last week of May, recorded for those who cannot come, with a short task at the end.\n',
    },
  },

  *check(artifact, project) {
    const { document, definition, path } = artifact;
    if (document.kind !== 'markdown' || !isJudged(artifact, project) || isStub(artifact)) return;
    for (const { id, definition: section, section: found } of sectionGaps(artifact, project)) {
      if (found || id === rollbackSection) continue;
      const heading = headingText(section, project.version);
      yield {
        path,
        span: headSpan(artifact),
        subject: heading ?? id,
        severity: gapSeverity(artifact, project),
        gate: definition['required-by'],
        message:
          `${heading === undefined ? 'No version has a section' : `The section “${heading}” is missing`}: ${whoNeedsIt(project, definition['required-by'])}. ${section.guidance ?? ''}`.trim(),
        fixes: [
          ...(heading === undefined ? [] : fixesFor(artifact, project, document, id, heading)),
          ...waiveSection(artifact, id),
        ],
      };
    }
  },
});

const fixesFor = (
  artifact: Artifact,
  project: Project,
  document: MarkdownDocument,
  id: string,
  heading: string,
): readonly Fix[] => [
  {
    title: `Add the section “${heading}”`,
    safe: false,
    byName: true,
    changes: [insertSection(artifact, id, project.version)],
  },
  ...rename(artifact, project, document, heading),
];

/** Offers to rename a heading that the type does not know and that reads like the missing one. */
function rename(artifact: Artifact, project: Project, document: MarkdownDocument, heading: string): readonly Fix[] {
  const free = new Map(
    artifact.sections.flatMap(({ id, heading: own }) =>
      id === undefined ? [[own.text.slice(headingLead(own.text).length), own] as const] : [],
    ),
  );
  const near = free.get(nearest(heading, free.keys()) ?? '');
  if (!near) return [];
  const changes = renameHeading(project, document, near, `${headingLead(near.text)}${heading}`);
  return [{ title: `Rename “${near.text}” to “${heading}”`, safe: false, changes }];
}

function waiveSection(artifact: Artifact, id: string): readonly Fix[] {
  const { document, definition, fields } = artifact;
  if (fields.get('not_applicable') || !takesFields(document)) return [];
  // A type whose documents need no front matter should not get any for this.
  if (definition['status-default'] !== undefined && fields.source === 'none') return [];
  const change = addField(artifact, 'not_applicable', `{ ${id}: { reason: , by: , until: } }`);
  return [{ title: 'Declare the section not applicable', safe: false, changes: [change] }];
}
