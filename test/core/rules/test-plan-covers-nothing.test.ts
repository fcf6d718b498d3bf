import assert from 'node:assert/strict';
import { assertFix, assertMarked, assertSilent } from '../../support/marked.ts';
import { type Files, findingsIn, passedUpTo } from '../../support/product.ts';
import { at, document, requirements } from '../../support/traces.ts';

const rule = 'test-plan-covers-nothing';
const long = 'Ten watches run on the bench every night until somebody stops them in the morning. '.repeat(4);
const plan = (cases: string, status = 'in-review', mark = ''): Files =>
  document(at.plan, `## Approach\n\n${long}\n\n## Test cases\n${mark}\n${cases}\n`, status);
const asked = requirements('### REQ-1: Steps', '', '- priority: must', '', '### REQ-2: Sleep', '', '- priority: must');

describe(rule, () => {
  it('objects to a plan without tests', () => {
    assertMarked(rule, {
      ...asked,
      ...plan(
        'We test on all levels.',
        'in-review',
        '^^^^^^^^^^^^^ warning: This test plan declares no test: the gate “Product verified” needs to know what is tested. Give each test an id and the requirement, specification item or risk that it verifies.\n',
      ),
    });
  });

  it('objects to tests that verify nothing at all', () => {
    assertMarked(rule, {
      ...asked,
      ...plan(
        '| Test | Method |\n| --- | --- |\n| TST-1 | Walk |\n| TST-2 | Run |',
        'in-review',
        '^^^^^^^^^^^^^ declares 2 tests and says of none what it verifies\n',
      ),
    });
    assertSilent(rule, { ...asked, ...plan('| Test | Verifies |\n| --- | --- |\n| TST-1 |  |\n| TST-2 | REQ-1 |') });
    assertSilent(rule, { ...asked, ...plan('- **TST-1**: Walk\n  - verifies: REQ-9') });
  });

  it('stands for all the gaps that follow from it', () => {
    const files = { ...asked, ...plan('| Test | Method |\n| --- | --- |\n| TST-1 | Walk |'), ...passedUpTo('design') };
    assert.deepEqual(
      ['requirement-untested', 'trace-orphan', rule].map(id => findingsIn(files, id).length),
      [0, 0, 1],
    );
  });

  it('leaves alone a draft, a shell, a plan out of use, and one whose section is missing or empty', () => {
    for (const status of ['draft', 'superseded']) assertSilent(rule, { ...asked, ...plan('We test.', status) });
    assertSilent(rule, { ...asked, ...document(at.plan, '## Test cases\n\nWe test.\n') });
    assertSilent(rule, { ...asked, ...document(at.plan, `## Approach\n\n${long}\n`) });
    assertSilent(rule, { ...asked, ...plan('<!-- Later -->') });
  });

  it('leaves tests alone as long as there is nothing that they could verify', () => {
    assertSilent(rule, plan('| Test | Method |\n| --- | --- |\n| TST-1 | Walk |'));
  });

  describe('offers', () => {
    it('the missing column', () => {
      assertFix(rule, {
        title: 'Add the missing columns',
        before: { ...asked, ...plan('| Test | Method |\n| --- | --- |\n| TST-1 | Walk |') },
        after: plan('| Test | Method | Verifies |\n| --- | --- | --- |\n| TST-1 | Walk |  |'),
      });
    });

    it('a row for each requirement without a test', () => {
      assertFix(rule, {
        title: 'Add a row for each of 2 untested requirements',
        before: { ...asked, ...plan('We test on all levels.') },
        after: plan(
          'We test on all levels.\n\n| Test | Verifies |\n| --- | --- |\n| TST-1 | REQ-1 |\n| TST-2 | REQ-2 |',
        ),
      });
    });
  });
});
