import { resetStatus } from '../fixes/lowerStatus.ts';
import { fieldPlace } from '../project/fieldPlace.ts';
import { isStub, sectionGaps } from '../project/gaps.ts';
import { isJudged } from '../project/severity.ts';
import { firstStatus } from '../project/state.ts';
import { statusName, whoNeedsIt } from '../project/wording.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'artifact-stub',
  scope: 'artifact',
  local: true,
  severity: 'warning',
  title: 'A document that others read has something to read.',
  why: 'Headings without content look finished in a list of files. Reviewers lose an hour, or worse, do not look. Drafts are left alone until a gate that is already passed needs them.',
  examples: {
    bad: {
      'docs/deployment/launch-plan.md':
        '---\nstatus: in-review\nowner: marketing\nversion: 1.0.0\n---\n\n# Launch plan\n\n## Goals\n\n## Audience\n\n## Message\n',
    },
    good: {
      'docs/deployment/launch-plan.md':
        '---\nstatus: draft\nowner: marketing\nversion: 1.0.0\n---\n\n# Launch plan\n\n## Goals\n\n## Audience\n\n## Message\n',
    },
  },

  *check(artifact, project) {
    const { state, definition, path } = artifact;
    if (!isJudged(artifact, project) || !isStub(artifact)) return;
    const gate = definition['required-by'];
    const empty = sectionGaps(artifact, project).find(gap => gap.section)?.section;
    yield {
      ...fieldPlace(artifact, 'status'),
      subject: artifact.type,
      gate,
      message:
        state.status === firstStatus(project.lifecycle)
          ? `This document holds next to no text: ${whoNeedsIt(project, gate)}. Write it.`
          : `This document is ${statusName(project, state.status)} but holds next to no text. Write it, or set the status back so that nobody relies on it.`,
      related: empty ? [{ path, span: empty.heading.span, message: 'The first empty section.' }] : [],
      fixes: resetStatus(artifact, project),
    };
  },
});
