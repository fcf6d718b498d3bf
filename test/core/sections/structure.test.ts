import assert from 'node:assert/strict';
import { assertFix, assertMarked, assertSilent, fixTitles } from '../../support/marked.ts';
import { document, path, proposal } from './proposal.ts';

const rule = 'section-form';

const ordered = (order: string): string => `
      section-order: ${order}
      sections:
        one: { heading: One }
        two: { heading: Two }
        two-a: { heading: Two A, within: two, required: false }
        two-b: { heading: Two B, within: two, required: false }
        three: { heading: Three }
`;
const part = (heading: string, depth = 2): string => `${'#'.repeat(depth)} ${heading}\n\nText.\n`;
const parts = (...headings: readonly string[]): string => headings.map(heading => part(heading)).join('\n');

describe('the order of sections', () => {
  it('is free as long as nothing is said', () => {
    assertSilent(rule, proposal(ordered('any'), parts('Three', 'Two', 'One')));
  });

  it('is reported once, at the first section that has to move', () => {
    assertMarked(
      rule,
      proposal(
        ordered('defined'),
        '## Three\n^^^^^^^^ “Three” is out of place: it belongs after “Two”.\n\nText.\n\n## One\n\nText.\n\n## Other\n\nText.\n\n## Two\n\nText.\n',
      ),
    );
    assertMarked(
      rule,
      proposal(
        ordered('defined'),
        `${part('Two')}\n${part('Three')}\n## One\n^^^^^^ it belongs before “Two”\n\nText.\n`,
      ),
    );
    assertSilent(rule, proposal(ordered('defined'), parts('One', 'Other', 'Two', 'Three')));
  });

  it('counts among the parts of one section', () => {
    const body = (first: string, second: string, mark = ''): string =>
      `${part('One')}\n${part('Two')}\n### ${first}\n${mark}\nText.\n\n${part(second, 3)}\n${part('Three')}`;
    assertSilent(rule, proposal(ordered('defined'), body('Two A', 'Two B')));
    assertMarked(rule, proposal(ordered('defined'), body('Two B', 'Two A', '^^^^^^^^^ it belongs after “Two A”\n')));
  });

  it('may be that of some sections', () => {
    assertSilent(rule, proposal(ordered('[one, three]'), parts('Two', 'One', 'Three')));
    assertMarked(
      rule,
      proposal(
        ordered('[one, three]'),
        '## Three\n^^^^^^^^ after “One”\n\nText.\n\n## Two\n\nText.\n\n## One\n\nText.\n',
      ),
    );
  });

  for (const [what, before, after] of [
    ['down to the end', parts('Three', 'One', 'Two'), parts('One', 'Two', 'Three')],
    ['up from the end', parts('Two', 'Three', 'One'), parts('One', 'Two', 'Three')],
    ['between others', parts('Two', 'One', 'Three'), parts('One', 'Two', 'Three')],
    [
      'with its parts',
      `${parts('Two')}\n### Two A\n\n- x\n\n${parts('One', 'Three')}`,
      `${parts('One', 'Two')}\n### Two A\n\n- x\n\n${parts('Three')}`,
    ],
    [
      'behind a section without a blank line',
      'Text.\n## Three\nText.\n## One\nText.\n## Two\nText.\n',
      'Text.\n## One\nText.\n## Two\nText.\n\n## Three\nText.\n',
    ],
    [
      'at the end of a file without a line end',
      parts('Three', 'One', 'Two').trimEnd(),
      parts('One', 'Two', 'Three').trimEnd(),
    ],
  ] as const)
    it(`is restored by moving a section ${what}`, () => {
      const files = proposal(ordered('defined'), before);
      assertFix(rule, {
        title: fixTitles(rule, files)[0] ?? '',
        before: files,
        after: { [path]: document(after) },
      });
    });

  it('is left to people where a block is never closed', () => {
    const files = proposal(ordered('defined'), `${parts('Three', 'One', 'Two')}\n\`\`\`\nopen\n`);
    assertMarked(
      rule,
      proposal(ordered('defined'), `## Three\n^^^^^^^^ after “Two”\n\nText.\n\n${parts('One', 'Two')}\n\`\`\`\nopen\n`),
    );
    assert.deepEqual(fixTitles(rule, files), []);
  });
});

describe('sections that the definition does not know', () => {
  const closed = `
      other-sections: none
      sections:
        scope: { heading: Scope }
        risks: { heading: Risks and limits, required: false }
        plan: { heading: Plan, required: false, other-sections: none }
        step: { heading: "Step {number}", within: plan, required: false }
        old: { heading: Old, until: 2026-01-01, required: false }
`;

  it('are reported where none may stand, with what they may have meant', () => {
    assertMarked(
      rule,
      proposal(
        closed,
        `
## Scope

Text.

### Details

Text.

## Plan

Text.

### Step 1

Text.

### After
^^^^^^^^^ “After” is no section of “Plan”.

#### Deeper

Text.

## Rizks and limits
^^^^^^^^^^^^^^^^^^^ “Rizks and limits” is no section of the type “proposal”. Did you mean “Risks and limits”?

Text.

### Inside

Text.

## Old
^^^^^^ “Old” is no section

Text.

\`\`\`
## Code
\`\`\`

<!--
## Comment
-->
`,
        'date: 2026-05-04',
      ),
    );
  });

  it('are left alone elsewhere', () => {
    assertSilent(
      rule,
      proposal(closed.replace('other-sections: none', 'other-sections: any'), parts('Scope', 'Other')),
    );
  });

  it('can be renamed', () => {
    assertFix(rule, {
      title: 'Rename to “Risks and limits”',
      before: proposal(closed, parts('Scope', '2. Rizks and limits')),
      after: { [path]: document(parts('Scope', '2. Risks and limits')) },
    });
  });
});

describe('the number and level of sections', () => {
  it('has an upper bound in each place', () => {
    const settings = `
      sections:
        case: { heading: Case, repeats: {} }
        step: { heading: "Step: {name}", within: case, required: false, repeats: { max: 1 } }
`;
    assertMarked(
      rule,
      proposal(
        settings,
        `## Case\n\n${part('Step: a', 3)}\n## Case\n\n${part('Step: a', 3)}\n### Step: b\n^^^^^^^^^^^ “Step: b” is one too many: at most 1 of this kind may stand here.\n\nText.\n\n${part('Step: c', 3)}`,
      ),
    );
  });

  it('is compared with the wanted level', () => {
    const settings = '      sections:\n        goals: { heading: Goals, depth: 2 }\n';
    assertMarked(
      rule,
      proposal(settings, '### Goals\n^^^^^^^^^ “Goals” stands at level 3; it belongs at level 2.\n\nText.\n'),
    );
    assertSilent(rule, proposal(settings, '## Goals\n\nText.\n'));
  });
});
