import { newlineOf } from '../fixes/newline.ts';
import { offer } from '../fixes/offer.ts';
import { expectedEntries } from '../fixes/starters.ts';
import { unmetExpectations } from '../project/expected.ts';
import type { RecordFile } from '../project/model.ts';
import { recordHead } from '../project/recordHead.ts';
import { isAbout } from '../project/recordKinds.ts';
import { at } from '../text/span.ts';
import { type Change, defineRule } from './rule.ts';

export default defineRule({
  id: 'risk-category-unconsidered',
  scope: 'record',
  severity: 'info',
  title: 'Every expected kind of risk was at least thought of.',
  why: 'Teams see the risks of their own trade and miss those of others. Going once through the usual categories costs minutes; “considered, none” is a good answer, silence is not one.',
  examples: {
    bad: {
      'docs/records/risks.yaml':
        '- { id: RISK-1, title: The sensor may misread, phase: development, category: design-flaw, likelihood: 2, impact: 3, response: reduce, mitigation: TST-1, owner: Mei, status: mitigating, review_by: 2026-07-10 }\n',
    },
    good: {
      'docs/records/risks.yaml':
        '# technical-feasibility and development-delay: considered, none.\n# deployment-failure: considered, none.\n# customer-dissatisfaction: considered, none.\n# operational-issue: considered, none.\n- { id: RISK-1, title: The sensor may misread, phase: development, category: design-flaw, likelihood: 2, impact: 3, response: reduce, mitigation: TST-1, owner: Mei, status: mitigating, review_by: 2026-07-10 }\n',
    },
  },

  *check(file, project) {
    if (!isAbout('risk', file.kind, project.lifecycle)) return;
    for (const expected of unmetExpectations(file, project)) {
      const { field, value, by, group } = expected;
      const title = by === 'phase' ? project.lifecycle.phases[group]?.title : undefined;
      yield {
        ...recordHead(file),
        subject: `${group} ${value}`,
        phase: by === 'phase' ? group : undefined,
        message: `No risk of “${title ?? group}” has the ${field} “${value}”, and no note says that there is none. Ask what could go wrong there; then add the risk, or the comment “${note(value)}”.`,
        fixes: [
          ...expectedEntries(project, file.kind, expected),
          ...offer(`Note that “${value}” was considered and there is none`, noteAtEnd(file, value)),
        ],
      };
    }
  },
});

const note = (value: string): string => `${value}: considered, none`;

function noteAtEnd({ document, path }: RecordFile, value: string): Change | undefined {
  if (document.kind !== 'yaml') return undefined;
  const { text } = document;
  const newline = newlineOf(text);
  const lead = text.endsWith('\n') ? '' : newline;
  return { kind: 'edit', path, edits: [{ span: at(text.length), text: `${lead}# ${note(value)}${newline}` }] };
}
