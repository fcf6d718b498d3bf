import { assertFix, assertMarked, assertSilent } from '../../support/marked.ts';
import { document, path, proposal } from './proposal.ts';

const rule = 'section-form';

describe('the words of a section', () => {
  const settings = '      sections:\n        why: { heading: Why, min-words: 5 }\n';

  it('are counted without comments, code and headings', () => {
    assertMarked(
      rule,
      proposal(
        settings,
        '## Why\n^^^^^^ “Why” has 3 words; at least 5 are asked for.\n\nOne two.\n\n### More\n\n- three\n\n<!-- four five -->\n\n```\nsix seven\n```\n',
      ),
    );
    assertSilent(rule, proposal(settings, '## Why\n\nOne two.\n\n| Heads |\n| - |\n| three four five |\n'));
  });
});

describe('a prescribed text', () => {
  const notice = 'Copyright and related rights are waived.\n          See the licence.';
  const settings = `
      sections:
        rights: { heading: Rights, text: "${notice.replace('\n', '\\n')}" }
`;
  const right = '## Rights\n\n> Copyright and related\n> rights are waived. See\n> the licence.\n';

  it('must stand there word for word, whatever the line breaks', () => {
    assertSilent(rule, proposal(settings, right));
    assertMarked(
      rule,
      proposal(
        settings,
        right
          .replace('waived', 'kept')
          .replace('Rights\n', 'Rights\n^^^^^^^^^ “Rights” lacks the text that is prescribed for it.\n'),
      ),
    );
  });

  it('counts neither in code nor in a comment', () => {
    const text = notice.replace(/\s+/g, ' ');
    for (const body of [`Text.\n\n\`\`\`\n${text}\n\`\`\`\n`, `Text.\n\n<!-- ${text} -->\n`])
      assertMarked(rule, proposal(settings, `## Rights\n^^^^^^^^^ lacks the text\n\n${body}`));
  });

  it('is added, or put in the place of what is like it', () => {
    assertFix(rule, {
      title: 'Add the prescribed text',
      before: proposal(settings, '## Rights\n\nNone.\n\n## More\n\nText.\n'.replace('None.', 'All of them.')),
      after: { [path]: document(`## Rights\n\nAll of them.\n\n${notice}\n\n## More\n\nText.\n`) },
    });
    assertFix(rule, {
      title: 'Put the prescribed text in its place',
      before: proposal(settings, '## Rights\n\nCopyright and related rights are kept. See the licence.\n'),
      after: { [path]: document(`## Rights\n\n${notice}\n`) },
    });
  });

  it('comes with a section that is added', () => {
    assertFix('section-missing', {
      title: 'Add the section “Rights”',
      before: proposal(settings, '## More\n\nText.\n'),
      after: { [path]: document(`## More\n\nText.\n\n## Rights\n\n${notice}\n`) },
    });
  });
});

describe('the cells of a table', () => {
  const settings = `
      sections:
        risks:
          heading: Risks
          form: table
          cells:
            Risk: { required: true, unique: list, pattern: '[A-Z].*' }
            Level: { type: enum, values: [low, high], required: true }
            Measure: { required: { Level: high }, say: What is done about it. }
            Due: { type: date, when: { status: in-review } }
`;

  it('are required, allowed, patterned and unique, as their columns say', () => {
    assertMarked(
      rule,
      proposal(
        settings,
        `
## Risks

| Risk | level | Measure | Due        | Note |
| ---- | ----- | ------- | ---------- | ---- |
| Rain | high  | Tent    | 2026-05-04 |      |
| Snow | hgih  |         | -          |      |
         ^^^^ “hgih” is no valid value for “Level”: it must be low or high.
| Wind | high  | —       | May        |      |
                 ^ The cell “Measure” of the row “Wind” is empty. What is done about it.
                           ^^^ “May” is no valid value for “Due”: it must be a date
| Rain | low   |         |            |      |
  ^^^^ “Rain” stands in the column “Risk” twice.
| sun  | low   |         |            |      |
  ^^^ “sun” is no valid value for “Risk”
`,
      ),
    );
  });

  it('have a column where they are always required', () => {
    assertMarked(
      rule,
      proposal(
        settings,
        '## Risks\n^^^^^^^^ “Risks” lacks the column “Level” in its table\n\n| Risk |\n| - |\n| Rain |\n',
      ),
    );
    assertFix(rule, {
      title: 'Add the missing columns',
      before: proposal(settings, '## Risks\n\n| Risk |\n| --- |\n| Rain |\n'),
      after: { [path]: document('## Risks\n\n| Risk | Level |\n| --- | --- |\n| Rain |  |\n') },
    });
  });

  it('offer the nearest value', () => {
    assertFix(rule, {
      title: 'Change to “high”',
      before: proposal(settings, '## Risks\n\n| Risk | Level | Measure |\n| - | - | - |\n| Rain | hig | Tent |\n'),
      after: { [path]: document('## Risks\n\n| Risk | Level | Measure |\n| - | - | - |\n| Rain | high | Tent |\n') },
    });
  });

  it('are those of a real table, not of one in code', () => {
    assertSilent(
      rule,
      proposal(
        settings,
        '## Risks\n\n| Risk | Level |\n| - | - |\n| Rain | low |\n\n```\n| Risk | Level |\n| - | - |\n| x | y |\n```\n',
      ),
    );
  });
});

describe('a checklist', () => {
  const settings = `
      sections:
        ready:
          heading: Ready
          form: checklist
          checklist:
            ticked: true
            items:
              tests: Tests are linked
              docs: { text: "Documents for {release} are written", ticked: false, answered: true }
              review: { text: Reviewed, required: { status: draft } }
`;

  it('has its items, found by their words', () => {
    assertSilent(
      rule,
      proposal(
        settings,
        '## Ready\n\n- [x] (R) Tests *are* [linked](tests.md)\n- [ ] Documents for 1.4 are written: by Ana\n',
      ),
    );
    assertMarked(
      rule,
      proposal(
        settings,
        '## Ready\n^^^^^^^^ “Ready” lacks the items “Tests are linked” and “Documents for … are written”.\n\n- [x] Other\n\n```\n- [x] Tests are linked\n```\n\n<!-- Documents for 1 are written -->\n',
      ),
    );
    assertMarked(
      rule,
      proposal(
        settings,
        '## Ready\n^^^^^^^^ lacks the item “Tests are linked”\n\n- [x] Documents for 1.4 are written? Yes.\n',
      ),
    );
  });

  it('is ticked, or says why not, and is answered', () => {
    assertMarked(
      rule,
      proposal(
        settings,
        `
## Ready

- [ ] Tests are linked
      ^^^^^^^^^^^^^^^^ “Tests are linked” is not ticked, and nothing says why.
- [ ] Documents for 1.4 are written
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ has no answer
- [ ] Something else
      ^^^^^^^^^^^^^^ is not ticked
- [ ] A third – not in this release
- [ ] A fourth

  Because nobody asked.
- no task
- Reviewed
  ^^^^^^^^ “Reviewed” cannot be ticked. Write it as a task
`,
      ),
    );
  });

  it('gets the items that it lacks, unticked', () => {
    assertFix(rule, {
      title: 'Add the missing items',
      before: proposal(settings, '## Ready\n\n- [x] Tests are linked\n'),
      after: {
        [path]: document('## Ready\n\n- [x] Tests are linked\n- [ ] Documents for … are written‸\n'),
      },
    });
  });

  it('begins with its items', () => {
    assertFix('section-empty', {
      title: 'Begin “Ready”',
      before: proposal(settings, '## Ready\n'),
      after: { [path]: document('## Ready\n\n- [ ] Tests are linked‸\n- [ ] Documents for … are written\n') },
    });
  });

  it('may ask for answers only', () => {
    const questions = '      sections:\n        ask: { heading: Ask, checklist: { answered: true } }\n';
    assertMarked(
      rule,
      proposal(
        questions,
        '## Ask\n\n- Can it be switched off?\n  ^^^^^^^^^^^^^^^^^^^^^^^ “Can it be switched off?” has no answer. Write it behind or below the item.\n- How? With a flag.\n- Since when?\n  - Since May.\n- Why?\n  <!-- Say it. -->\n'.replace(
          '- Why?\n',
          '- Why?\n  ^^^^ has no answer\n',
        ),
      ),
    );
  });
});
