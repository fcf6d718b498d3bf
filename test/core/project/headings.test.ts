import assert from 'node:assert/strict';
import fc from 'fast-check';
import { normaliseHeading, normaliseStem } from '../../../server/core/project/headings.ts';

type Table = readonly (readonly [string, string])[];

describe('normaliseHeading', () => {
  const table: Table = [
    ['Goals', 'goal'],
    ['  Goals  ', 'goal'],
    ['GOALS', 'goal'],
    ['Goal', 'goal'],
    ['1. Goals', 'goal'],
    ['2.3 Goals', 'goal'],
    ['2.3.1. Goals', 'goal'],
    ['4) Goals', 'goal'],
    ['6E Goals', 'goal'],
    ['A. Goals', 'goal'],
    ['iv. Goals', 'goal'],
    ['IV) Goals', 'goal'],
    ['3-1 Goals', 'goal'],
    ['Goals:', 'goal'],
    ['Goals?', 'goal'],
    ['Goals …', 'goal'],
    ['🎯 Goals', 'goal'],
    ['Goals 🎯', 'goal'],
    [':dart: Goals', 'goal'],
    ['1️⃣ Goals', 'goal'],
    ['👩🏽‍💻 Goals', 'goal'],
    ['🇩🇪 Goals', 'goal'],
    ['⚠️ Goals', 'goal'],
    ['Goals (optional)', 'goal'],
    ['Goals (Optional):', 'goal'],
    ['Goals: (Optional)', 'goal'],
    ['Goals [if applicable]', 'goal'],
    ['Goals ( required )', 'goal'],
    ['Goals (of the team)', 'goal (of the team)'],
    ['Risks & mitigations', 'risk and mitigation'],
    ['Risks and Mitigations', 'risk and mitigation'],
    ['R&D', 'r and d'],
    ['Customer’s needs', "customer's need"],
    ['Status', 'status'],
    ['Class', 'class'],
    ['Use', 'us'],
    ['Uses', 'us'],
    ['Ids', 'ids'],
    ['Not\u00a0tested', 'not tested'],
    ['Not\ttested', 'not tested'],
    ['3 wishes', 'wish'],
    ['User stories', 'user story'],
    ['User story', 'user story'],
    ['Movies', 'movy'],
    ['Movie', 'movy'],
    ['Classes', 'class'],
    ['Test cases', 'test cas'],
    ['Test case', 'test cas'],
    ['Caches', 'cach'],
    ['Cache', 'cach'],
    ['Batches', 'batch'],
    ['Goals (if any)', 'goal'],
    ['Goals [where needed]:', 'goal'],
    ['Goals (mandatory)', 'goal'],
    ['Goals {#goals}', 'goal'],
    ['Goals (optional) {#goals .big}', 'goal'],
    ['Goals {name}', 'goal {name}'],
    ['42', '42'],
    ['A', 'a'],
    ['', ''],
    ['🎯', ''],
  ];
  for (const [heading, expected] of table)
    it(`${JSON.stringify(heading)} gives ${JSON.stringify(expected)}`, () => {
      assert.equal(normaliseHeading(heading), expected);
    });

  it('is not stopped by a heading of a million characters', () => {
    for (const sign of [' ', '.', '(', ':', '1.', ' (', 'a '])
      assert.ok(normaliseHeading(`x${sign.repeat(500_000)}y`).length <= 600);
  });

  it('gives lower case without blanks at the ends for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        const folded = normaliseHeading(text);
        assert.equal(folded, folded.trim().toLowerCase());
      }),
    );
  });
});

describe('normaliseStem', () => {
  const table: Table = [
    ['test-plan.md', 'test-plan'],
    ['docs/development/test-plan.md', 'test-plan'],
    ['Test_Plan.md', 'test-plan'],
    ['Test Plan.markdown', 'test-plan'],
    ['testPlan.md', 'test-plan'],
    ['TestPlan.yaml', 'test-plan'],
    ['TEST-PLAN.md', 'test-plan'],
    ['test.plan.yml', 'test-plan'],
    ['03-test-plan.md', 'test-plan'],
    ['03_testPlan.md', 'test-plan'],
    ['2026-05-04-test-plan.md', 'test-plan'],
    ['2026_05_04 Test plan.md', 'test-plan'],
    ['test-plan-v2.md', 'test-plan'],
    ['Test_Plan.v2.md', 'test-plan'],
    ['test-plan-1.2.0.md', 'test-plan'],
    ['test-plan-1.2.0-rc.1.md', 'test-plan'],
    ['test-plan-2.0-beta.md', 'test-plan'],
    ['test--plan-.md', 'test-plan'],
    ['test-plan2.md', 'test-plan2'],
    ['beta-report.md', 'beta-report'],
    ['PRFAQ.md', 'prfaq'],
    ['0001.md', ''],
    ['1.2.0.md', ''],
    ['README', 'readme'],
    ['docs.v2/plan.md', 'plan'],
    ['ADR', 'adr'],
  ];
  for (const [path, expected] of table)
    it(`${path} gives ${JSON.stringify(expected)}`, () => {
      assert.equal(normaliseStem(path), expected);
    });
});
