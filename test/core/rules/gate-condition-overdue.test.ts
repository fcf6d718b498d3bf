import { assertFix, assertMarked, assertSilent } from '../../support/marked.ts';

const rule = 'gate-condition-overdue';
const path = 'docs/records/gates.yaml';

const log = (condition: string, decision = 'conditional-go'): string =>
  `- gate: concept\n  date: 2026-02-12\n  decision: ${decision}\n  by: [{ name: Sara, role: sponsor }]\n  conditions:\n${condition}`;

describe(rule, () => {
  it('marks the day that has passed and names who has to finish it', () => {
    assertMarked(rule, {
      [path]: log(
        `
    - text: Ask ten more people
      owner: Tom
      due: 2026-06-10
           ^^^^^^^^^^ error: The gate “Concept agreed” was passed on a condition that was due on 2026-06-10 and is not closed: “Ask ten more people”. Tom has to finish it and say when under “closed”, or decide the gate again.
`.replace(/^\n/, ''),
      ),
    });
  });

  it('speaks once for each condition', () => {
    assertMarked(rule, {
      [path]: log(
        `
    - { text: Ask, due: 2026-06-10, closed: }
                        ^^^^^^^^^^ Finish it and say when
    - { text: Count, due: 2026-06-14 }
                          ^^^^^^^^^^ “Count”
    - { text: Weigh, due: 2026-06-14, closed: 2026-06-13 }
`.replace(/^\n/, ''),
      ),
    });
  });

  it('waits until the day is over', () => {
    assertSilent(rule, { [path]: log('    - { text: Ask, due: 2026-06-15 }\n') });
    assertSilent(rule, { [path]: log('    - { text: Ask, due: 2026-06-10 }\n') }, '2026-06-10');
  });

  it('leaves other decisions, settled gates and unreadable days alone', () => {
    assertSilent(rule, { [path]: log('    - { text: Ask, due: 2026-06-10 }\n', 'go') });
    assertSilent(rule, { [path]: log('    - { text: Ask, due: soon }\n    - { text: Count }\n') });
    assertSilent(rule, {
      [path]: `${log('    - { text: Ask, due: 2026-06-10 }\n')}- { gate: concept, date: 2026-06-12, decision: go, by: [{ name: Sara, role: sponsor }] }\n`,
    });
  });

  it('leaves the day on which it was closed to people', () => {
    assertFix(rule, {
      title: 'Add “closed” to be filled in',
      before: { [path]: log('    - text: Ask\n      due: 2026-06-10\n') },
      after: { [path]: log('    - text: Ask\n      due: 2026-06-10\n      closed: ‸\n') },
    });
  });
});
