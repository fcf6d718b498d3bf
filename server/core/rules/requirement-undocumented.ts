import { describedFixes, newDescription } from '../fixes/describeSection.ts';
import { waysOf } from '../fixes/traceFixes.ts';
import { artifactsOf } from '../project/lookup.ts';
import type { Project } from '../project/model.ts';
import { isInUse } from '../project/severity.ts';
import { gapReport } from '../project/traces/gapWords.ts';
import { type TraceGap, traceGaps } from '../project/traces/traceGaps.ts';
import { defineRule, type Fix } from './rule.ts';

const definition = 'lifecycle: 1\nextends: standard\nhorizon: launch\n';

const requirements =
  '---\nstatus: approved\nowner: product-manager\n---\n\n# Requirements\n\n## Functional requirements\n\n### REQ-2: Sleep tracking\n\n- priority: must\n- user_facing: true\n';

const manual = (covers: string): string =>
  `---\nstatus: in-review\nowner: technical-writer\nversion: 1.0.0\n${covers}---\n\n# User manual\n\n## Using the product\n\n### See how you slept\n\nOpen the app in the morning. Your night is the first thing you see.\n`;

export default defineRule({
  id: 'requirement-undocumented',
  scope: 'project',
  severity: 'warning',
  title: 'Every requirement that users meet is described in the user manual.',
  why: 'A function that the manual does not mention is not used, or costs a call to support. Ids stay out of the readers’ sight: name them under `covers` in the front matter, or in a comment such as `<!-- covers: REQ-2 -->` below the heading. A section without text describes nothing yet.',
  examples: {
    bad: {
      'lifecycle.yaml': definition,
      'docs/development/requirements.md': requirements,
      'docs/deployment/user-manual.md': manual(''),
    },
    good: {
      'lifecycle.yaml': definition,
      'docs/development/requirements.md': requirements,
      'docs/deployment/user-manual.md': manual('covers:\n  See how you slept: [REQ-2]\n'),
    },
  },

  *check(project) {
    for (const gap of traceGaps(project, 'requirement-undocumented'))
      yield {
        ...gapReport(gap, project, {
          link: 'described-in',
          lack: 'is described in no section of the user manual',
          advice: 'Describe it, and name it under “covers” of that section.',
        }),
        fixes: fixesFor(gap, project),
      };
  },
});

function fixesFor(gap: TraceGap, project: Project): readonly Fix[] {
  const { item } = gap.found;
  const [way] = waysOf(gap, project);
  if (!item || !way) return [];
  for (const end of gap.coverage.to) {
    const [, type, section] = /^section:([^/]+)(?:\/(.+))?$/.exec(end) ?? [];
    const manual = type && artifactsOf(project, type).find(artifact => isInUse(artifact, project));
    if (manual)
      return [
        ...newDescription(project, item, way.type, manual, section),
        ...describedFixes(project, item, way.type, manual),
      ];
  }
  return [];
}
