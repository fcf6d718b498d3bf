import assert from 'node:assert/strict';
import { assertFix, assertMarked, assertSilent, fixTitles } from '../../support/marked.ts';
import type { Files } from '../../support/product.ts';
import { at, definition, document, plan, requirements } from '../../support/traces.ts';

const rule = 'reference-to-retired';
const dropped = requirements('### REQ-3: Stairs', '', '- status: dropped', '', '### REQ-4: Sleep');
const adr = (number: string, fields: string, body = ''): Files => ({
  [`docs/development/decisions/${number}.md`]: `---\nstatus: ${fields}\nowner: Mei\n---\n\n# Decision ${number}\n\n${body}`,
});

describe(rule, () => {
  it('marks the id of what was dropped', () => {
    assertMarked(rule, {
      ...dropped,
      ...plan([
        '| TST-4 | REQ-3 | Climb |',
        '          ^^^^^ warning: TST-4 refers to the requirement REQ-3, which is dropped. Refer to what took its place, or remove the reference.',
      ]),
    });
  });

  it('reads lines, records, covers and rejected changes', () => {
    assertMarked(rule, {
      ...dropped,
      ...document(
        at.design,
        '## Structure\n\n### DES-1: Store\n\n- satisfies: REQ-4, REQ-3\n                    ^^^^^ DES-1 refers to the requirement REQ-3\n',
      ),
      ...document(
        at.manual,
        '## Using the product\n\n### Climb\n\nClimb on.\n\n<!-- covers: REQ-3 -->\n             ^^^^^ Climb\n',
        'in-review',
        'version: 1.0.0\n',
      ),
      'docs/records/risks.yaml': '- id: RISK-1\n  mitigation: [REQ-3]\n               ^^^^^ RISK-1\n',
    });
    assertMarked(rule, {
      ...requirements(
        '### REQ-4: Sleep',
        '',
        '- source: CHG-1',
        '          ^^^^^ warning: REQ-4 refers to the change CHG-1, which is rejected',
      ),
      [at.changes]: '- id: CHG-1\n  title: No\n  status: rejected\n',
    });
  });

  it('leaves alone what only tells history', () => {
    assertSilent(rule, {
      ...requirements(
        '### REQ-3: Stairs',
        '',
        '- status: dropped',
        '- source: NEED-1',
        '',
        '### REQ-4: Sleep',
        '',
        'Without REQ-3.',
      ),
      ...document(at.research, '## Customer needs\n\n- **NEED-1**: I want it.\n'),
      ...plan(['| TST-4 | REQ-4 | Lie down, unlike REQ-3 |']),
      [at.changes]: '- id: CHG-1\n  title: Drop stairs\n  affects: [REQ-3]\n  status: verified\n',
    });
  });

  it('leaves alone what is out of use itself, and ids that are unknown', () => {
    assertSilent(rule, { ...dropped, ...plan(['| TST-4 | REQ-3 | Climb |'], 'superseded') });
    assertSilent(rule, { ...dropped, ...plan(['| TST-4 | REQ-99 | Climb |']) });
    assertSilent(
      rule,
      requirements(
        '### REQ-3: A',
        '',
        '- status: dropped',
        '- leads to: REQ-5',
        '',
        '### REQ-5: B',
        '',
        '- status: dropped',
      ),
    );
  });

  describe('between documents', () => {
    const old = adr('0003-old', 'superseded\nsuperseded_by: 0007-new.md');
    const specification = 'docs/development/technical-specification.md';
    const link = '## Overview\n\nAs [decided](decisions/0003-old.md#x).\n';

    it('marks a link to one that was replaced, and names its successor', () => {
      assertMarked(rule, {
        ...old,
        ...adr('0007-new', 'accepted\nsupersedes: 0003-old.md'),
        ...document(
          specification,
          `${link}             ^^^^^^^^^^^^^^^^^^^^^^^ warning: This link leads to a document that is superseded; docs/development/decisions/0007-new.md took its place.\n`,
        ),
      });
      assertMarked(rule, {
        ...adr('0003-old', 'deprecated'),
        ...document(specification, `${link}             ^^^^^^^^^^^^^^^^^^^^^^^ is retired. Link to what holds now\n`),
      });
    });

    it('lets what replaces a document point at it', () => {
      const text = '[the old one](0003-old.md)\n';
      assertSilent(rule, { ...old, ...adr('0007-new', 'accepted', text) });
      assertSilent(rule, {
        ...adr('0003-old', 'superseded'),
        ...adr('0007-new', 'accepted\nsupersedes: 0003-old.md', text),
      });
      assertSilent(rule, { ...adr('0003-old', 'superseded'), ...adr('0007-new', 'accepted', `Supersedes ${text}`) });
    });

    it('leaves links alone that stand in documents out of use, or lead to a waived one', () => {
      assertSilent(rule, { ...old, ...document(specification, link, 'retired') });
      assertSilent(rule, {
        ...adr('0003-old', 'draft\nnot_applicable: { reason: No, by: Ana }'),
        ...document(specification, link),
      });
    });

    it('offers the successor', () => {
      assertFix(rule, {
        title: 'Link to docs/development/decisions/0007-new.md instead',
        before: { ...old, ...adr('0007-new', 'accepted'), ...document(specification, link) },
        after: document(specification, link.replace('0003-old', '0007-new')),
      });
    });
  });

  describe('of revisions', () => {
    const counted = definition('items:\n  REQ: { revision: edition, fields: { edition: { type: integer } } }\n');
    const revised = requirements('### REQ-7: Sync', '', '- edition: 3');

    it('informs about references to an older one', () => {
      assertMarked(rule, {
        ...counted,
        ...revised,
        ...plan([
          '| TST-1 | REQ-7@2 | Sync |',
          '          ^^^^^^^ info: This link is outdated: it names revision 2 of REQ-7, whose newest one is 3. Read what changed, then name the newer revision.',
          '| TST-2 | REQ-7@3, REQ-7 | Sync |',
        ]),
      });
      assertSilent(rule, { ...revised, ...plan(['| TST-1 | REQ-7@2 | Sync |']) });
    });

    it('offers the newest one', () => {
      assertFix(rule, {
        title: 'Refer to revision 3 of REQ-7',
        before: { ...counted, ...revised, ...plan(['| TST-1 | REQ-7@2, RISK-1 | Sync |']) },
        after: plan(['| TST-1 | REQ-7@3, RISK-1 | Sync |']),
      });
    });
  });

  describe('offers', () => {
    for (const [before, after] of [
      ['REQ-3', ''],
      ['REQ-3, REQ-4', 'REQ-4'],
      ['REQ-4, REQ-3', 'REQ-4'],
      ['REQ-4, REQ-3, RISK-1', 'REQ-4, RISK-1'],
    ] as const)
      it(`to take it out of “${before}”`, () => {
        assertFix(rule, {
          title: 'Remove the reference to REQ-3',
          before: { ...dropped, ...plan([`| TST-4 | ${before} | Climb |`]) },
          after: plan([`| TST-4 | ${after} | Climb |`]),
        });
      });

    it('the item that took its place', () => {
      const before = {
        ...requirements('### REQ-3: Stairs', '', '- status: dropped', '- replaced by: REQ-4', '', '### REQ-4: Floors'),
        ...plan(['| TST-4 | REQ-3 | Climb |']),
      };
      assert.deepEqual(fixTitles(rule, before), ['Refer to REQ-4 instead', 'Remove the reference to REQ-3']);
      assertFix(rule, { title: 'Refer to REQ-4 instead', before, after: plan(['| TST-4 | REQ-4 | Climb |']) });
    });
  });
});
