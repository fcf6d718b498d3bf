import { fillSection } from '../fixes/fillSection.ts';
import { isStub, sectionGaps } from '../project/gaps.ts';
import { rollbackSection } from '../project/rollback.ts';
import { gapSeverity, isJudged } from '../project/severity.ts';
import { whoNeedsIt } from '../project/wording.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'section-empty',
  scope: 'artifact',
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
    const { definition, path } = artifact;
    if (!isJudged(artifact, project) || isStub(artifact)) return;
    for (const { id, definition: section, section: found } of sectionGaps(artifact, project)) {
      if (!found || id === rollbackSection) continue;
      const fill = fillSection(artifact, found);
      yield {
        path,
        span: found.heading.span,
        subject: section.heading,
        severity: gapSeverity(artifact, project),
        gate: definition['required-by'],
        message:
          `“${found.heading.text}” is empty: ${whoNeedsIt(project, definition['required-by'])}. ${section.guidance ?? ''}`.trim(),
        fixes: fill ? [{ title: `Begin “${found.heading.text}”`, safe: false, changes: [fill] }] : [],
      };
    }
  },
});
