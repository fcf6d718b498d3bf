import { fillSection } from '../fixes/fillSection.ts';
import type { Severity } from '../lifecycle/schema/lifecycle.ts';
import { type Gap, isStub, recommendedGaps, sectionGaps } from '../project/gaps.ts';
import type { Artifact, Project } from '../project/model.ts';
import { rollbackSection } from '../project/rollback.ts';
import { isRepeating } from '../project/sectionMatches.ts';
import { gapSeverity, isJudged } from '../project/severity.ts';
import { whoNeedsIt } from '../project/wording.ts';
import { defineRule, type Report } from './rule.ts';

export default defineRule({
  id: 'section-empty',
  scope: 'artifact',
  local: true,
  severity: 'warning',
  title: 'A required section holds something.',
  why: 'A heading promises an answer. Comments, guidance and sub-headings are not one: the section stays "not written yet" until it says something.',
  examples: {
    bad: {
      'docs/development/prototypes/strap.md':
        '---\nstatus: in-review\nowner: designer\n---\n\n# Strap prototype\n\n## Question\n\n- Does the clasp hold while swimming, and can it be opened with wet hands?\n\n## What was built\n\nThree straps from the printer, with a bought clasp and a dummy watch of the right weight.\n\n## Trial\n\nSix people swam for half an hour and opened the clasp ten times.\n\n## Findings\n\n## Decision\n\nGo on with the second clasp.\n',
    },
    good: {
      'docs/development/prototypes/strap.md':
        '---\nstatus: in-review\nowner: designer\n---\n\n# Strap prototype\n\n## Question\n\n- Does the clasp hold while swimming, and can it be opened with wet hands?\n\n## What was built\n\nThree straps from the printer, with a bought clasp and a dummy watch of the right weight.\n\n## Trial\n\nSix people swam for half an hour and opened the clasp ten times.\n\n## Findings\n\n- The second clasp held for everybody.\n\n## Decision\n\nGo on with the second clasp.\n',
    },
  },

  *check(artifact, project) {
    if (!isJudged(artifact, project) || isStub(artifact)) return;
    for (const gap of sectionGaps(artifact, project))
      if (gap.id !== rollbackSection) yield* reportsOf(artifact, project, gap, gapSeverity(artifact, project));
    for (const gap of recommendedGaps(artifact, project)) yield* reportsOf(artifact, project, gap, 'info');
  },
});

function* reportsOf(artifact: Artifact, project: Project, gap: Gap, severity: Severity): Generator<Report> {
  const { definition, section: found } = gap;
  if (!found) return;
  const gate = artifact.definition['required-by'];
  const fill = fillSection(artifact, found, definition);
  yield {
    path: artifact.path,
    span: found.heading.span,
    subject: isRepeating(definition) ? found.heading.text : definition.heading,
    severity,
    gate,
    message: `“${found.heading.text}” is empty: ${whoNeedsIt(project, gate)}. ${definition.guidance ?? ''}`.trim(),
    fixes: fill ? [{ title: `Begin “${found.heading.text}”`, safe: false, changes: [fill] }] : [],
  };
}
