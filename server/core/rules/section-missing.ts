import { addField, takesFields } from '../fixes/frontMatter.ts';
import { insertSection } from '../fixes/insertSection.ts';
import { renameHeading } from '../fixes/renameHeading.ts';
import { headingText, isBlankHeading } from '../fixes/sectionSkeleton.ts';
import { nearest } from '../lifecycle/nearest.ts';
import type { Severity } from '../lifecycle/schema/severity.ts';
import type { MarkdownDocument } from '../parse/model.ts';
import { fieldDocument } from '../project/fieldPlace.ts';
import { type Gap, isStub, recommendedGaps, requiredSections, sectionGaps } from '../project/gaps.ts';
import { withoutBlanks } from '../project/headingNames.ts';
import { headingLead } from '../project/headings.ts';
import type { Artifact, Project } from '../project/model.ts';
import { rollbackSection } from '../project/rollback.ts';
import { sectionsFor, sectionsInside } from '../project/sections.ts';
import { gapSeverity, isJudged } from '../project/severity.ts';
import { headSpan, whoNeedsIt } from '../project/wording.ts';
import { defineRule, type Fix, type Report } from './rule.ts';

export default defineRule({
  id: 'section-missing',
  scope: 'artifact',
  local: true,
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
    const { document } = artifact;
    if (document.kind !== 'markdown' || !isJudged(artifact, project) || isStub(artifact)) return;
    for (const gap of sectionGaps(artifact, project))
      if (!gap.section && gap.id !== rollbackSection)
        yield reportOf(artifact, project, document, gap, gapSeverity(artifact, project));
    for (const gap of recommendedGaps(artifact, project))
      if (!gap.section) yield reportOf(artifact, project, document, gap, 'info');
  },
});

function reportOf(
  artifact: Artifact,
  project: Project,
  document: MarkdownDocument,
  gap: Gap,
  severity: Severity,
): Report {
  const { id, definition: section, whole } = gap;
  const gate = artifact.definition['required-by'];
  const heading = headingText(section, project.version);
  const fixes = heading === undefined ? [] : fixesFor(artifact, project, document, gap, heading);
  return {
    path: artifact.path,
    span: whole?.heading.span ?? headSpan(artifact),
    subject: heading?.trim() ?? id,
    severity,
    gate,
    message: `${whatIsMissing(artifact, gap, heading)}: ${whoNeedsIt(project, gate)}. ${section.guidance ?? ''}`.trim(),
    fixes: [...fixes, ...waiveSection(artifact, id)],
  };
}

function whatIsMissing(artifact: Artifact, { id, definition, whole }: Gap, heading: string | undefined): string {
  if (heading === undefined) return 'No version has a section';
  const name = `“${isBlankHeading(definition) ? withoutBlanks(definition.heading) : heading}”`;
  const all = sectionsFor(artifact.sections, id);
  if ((whole ? sectionsInside(all, whole) : all).length > 0)
    return `${whole ? `“${whole.heading.text}” has` : 'There are'} fewer than ${definition.repeats?.min} sections ${name}`;
  return whole ? `“${whole.heading.text}” lacks the section ${name}` : `The section ${name} is missing`;
}

function fixesFor(
  artifact: Artifact,
  project: Project,
  document: MarkdownDocument,
  { id, definition, whole }: Gap,
  heading: string,
): readonly Fix[] {
  const { version } = project;
  const asked = new Set(requiredSections(artifact, project).map(([other]) => other));
  const isBlank = isBlankHeading(definition);
  const name = isBlank ? withoutBlanks(definition.heading) : heading;
  return [
    {
      title: `Add the section “${name}”`,
      safe: false,
      // Without its name the new section would be none.
      byName: !isBlank,
      changes: [insertSection(artifact, id, { version, whole, asked })],
    },
    ...(isBlank || whole ? [] : rename(artifact, project, document, heading)),
  ];
}

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
  const { definition, fields } = artifact;
  if (fields.get('not_applicable') || !takesFields(fieldDocument(artifact))) return [];
  // A type whose documents need no front matter should not get any for this.
  if (definition['status-default'] !== undefined && fields.source === 'none') return [];
  const change = addField(artifact, 'not_applicable', `{ ${id}: { reason: , by: , until: } }`);
  return [{ title: 'Declare the section not applicable', safe: false, changes: [change] }];
}
