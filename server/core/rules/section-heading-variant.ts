import { renameHeading } from '../fixes/renameHeading.ts';
import { sectionsInForce } from '../project/gaps.ts';
import { hasBlank } from '../project/headingNames.ts';
import { headingLead } from '../project/headings.ts';
import { ancestry } from '../project/sections.ts';
import { isInUse } from '../project/severity.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'section-heading-variant',
  scope: 'artifact',
  local: true,
  severity: 'hint',
  title: 'A section has the heading that the lifecycle gives it.',
  why: 'Known variants are understood. The common heading still helps newcomers, search and tools that read many products.',
  examples: {
    bad: {
      'docs/deployment/launch-plan.md':
        '---\nstatus: draft\nowner: marketing\nversion: 1.0.0\n---\n\n# Launch plan\n\n## Objectives\n\n- A thousand buyers in the first month\n',
    },
    good: {
      'docs/deployment/launch-plan.md':
        '---\nstatus: draft\nowner: marketing\nversion: 1.0.0\n---\n\n# Launch plan\n\n## Goals\n\n- A thousand buyers in the first month\n',
    },
  },

  *check(artifact, project) {
    const { document } = artifact;
    if (document.kind !== 'markdown' || !isInUse(artifact, project)) return;
    const inForce = new Map(sectionsInForce(artifact, project));
    for (const { matched, id, also, definition, heading, parent } of artifact.sections) {
      // A heading that leaves a blank, or stands for several sections, has no other.
      if (!inForce.has(id ?? '') || also.length > 0 || hasBlank(definition?.heading ?? '')) continue;
      // A heading inside a known section is its author's own, even when it reads like another section.
      if (matched !== 'alias' || !definition || [...ancestry(parent)].some(outer => outer.definition)) continue;
      const renamed = `${headingLead(heading.text)}${definition.heading}`;
      yield {
        path: artifact.path,
        span: heading.textSpan,
        subject: definition.heading,
        gate: artifact.definition['required-by'],
        message: `“${heading.text}” is understood as “${definition.heading}”. Rename it: the usual heading helps newcomers and search.`,
        fixes: [
          {
            title: `Rename to “${definition.heading}”`,
            safe: true,
            changes: renameHeading(project, document, heading, renamed),
          },
        ],
      };
    }
  },
});
