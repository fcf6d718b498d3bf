import { assertFix, assertMarked, assertSilent } from '../../support/marked.ts';
import { passedUpTo } from '../../support/product.ts';

const rule = 'milestone-overdue';
const path = 'docs/records/milestones.yaml';

const milestone = (fields: string, phase = 'development', id = 'MIL-3'): string =>
  `- { id: ${id}, title: Beta, phase: ${phase}, kind: beta, owner: Ravi, ${fields} }\n`;
const under = (text: string, word: string, message: string): string =>
  `${text}${' '.repeat(text.indexOf(word))}${'^'.repeat(word.length)} ${message}\n`;

describe(rule, () => {
  it('names the day that has passed, and who keeps it', () => {
    assertMarked(rule, {
      [path]: under(
        milestone('planned: 2026-06-14'),
        '2026-06-14',
        'warning: MIL-3 “Beta” was planned for 2026-06-14, 1 day ago, and neither the day it happened nor a new date is there (owner: Ravi).',
      ),
    });
    assertSilent(rule, { [path]: milestone('planned: 2026-06-15') });
  });

  it('goes by the day that is expected now', () => {
    assertSilent(rule, { [path]: milestone('planned: 2026-05-04, expected: 2026-07-01') });
    assertMarked(rule, {
      [path]: under(
        milestone('planned: 2026-05-04, expected: 2026-06-01'),
        '2026-06-01',
        'MIL-3 “Beta” was expected for 2026-06-01, 14 days ago',
      ),
    });
  });

  it('is content with what happened, with a passed gate, and with a completed phase', () => {
    assertSilent(rule, { [path]: milestone('planned: 2026-05-04, actual: 2026-05-09') });
    const gate = milestone('planned: 2026-05-04, gate: concept');
    assertSilent(rule, { ...passedUpTo('concept'), [path]: gate });
    assertMarked(rule, { [path]: under(gate, '2026-05-04', 'was planned for 2026-05-04') });
    assertSilent(rule, { ...passedUpTo('handoff'), [path]: milestone('planned: 2026-05-04') });
  });

  it('objects to a deployment milestone before the gate that lets it out', () => {
    const handoff = milestone('planned: 2026-06-20, expected: 2026-07-20, gate: handoff', 'development', 'MIL-5');
    const launch = milestone('planned: 2026-07-15', 'deployment', 'MIL-6');
    assertMarked(rule, {
      [path]: `${handoff}${under(launch, '2026-07-15', 'warning: MIL-6 “Beta” is expected for 2026-07-15, before “Handed over to deployment”, which MIL-5 expects for 2026-07-20.')}`,
    });
    assertSilent(rule, { [path]: handoff + milestone('planned: 2026-07-20', 'deployment', 'MIL-6') });
    assertSilent(rule, { [path]: launch });
    assertSilent(rule, { ...passedUpTo('handoff'), [path]: handoff + launch });
  });

  it('survives days that are none', () => {
    assertSilent(rule, { [path]: milestone('planned: soon') + milestone('planned: , expected: 31/02/2026') });
  });

  it('offers a date to be filled in, of the future or of the past', () => {
    const before = milestone('planned: 2026-05-04');
    assertFix(rule, {
      title: 'Set a new expected date',
      before: { [path]: before },
      after: { [path]: before.replace(' }', ', expected: ‸ }') },
    });
    assertFix(rule, {
      title: 'Set the day on which it happened',
      before: { [path]: before },
      after: { [path]: before.replace(' }', ', actual: ‸ }') },
    });
    assertFix(rule, {
      title: 'Set a new expected date',
      before: { [path]: milestone('planned: 2026-05-04, expected: 2026-06-01') },
      after: { [path]: milestone('planned: 2026-05-04, expected: ‸') },
    });
  });
});
