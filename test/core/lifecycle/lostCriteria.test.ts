import assert from 'node:assert/strict';
import { load } from './definitions.ts';

/** What is removed, with the criteria that are told to go with it. */
const removals: Readonly<Record<string, readonly string[]>> = {
  'artifacts: { user-manual: null }': [
    'user-manual: `h-manual` of gate `handoff`, `l-manual` of gate `launch`, `l-described` of gate `launch`, `n-manual` of gate `release` and `n-described` of gate `release`',
  ],
  'artifacts: { runbook: null, test-report: null }': ['test-report: `v-report` of gate `verification`'],
  'records: { risk-register: null }': [
    'risk-register: `c-risks` of gate `concept`, `v-risks` of gate `verification` and `l-risks` of gate `launch`',
  ],
  'coverage: { t-req-test: null }': [
    't-req-test: `v-plan-cover` of gate `verification` and `n-covered` of gate `release`',
  ],
  'gates: { concept: null }': ['concept: `d-prev` of gate `design`'],
  'gates: { concept: null, design: null }': ['design: `v-prev` of gate `verification`'],
  'artifacts: { sales-enablement: null }\ngates: { launch: { exit: { l-sales: null } } }': [],
  'artifacts: null': [],
  'roles: { sales: null }': [],
};

describe('criteria that go with what a definition removes', () => {
  for (const [text, expected] of Object.entries(removals))
    it(`are told once: ${text.replaceAll('\n', ', ')}`, () => {
      const { problems } = load({ 'lifecycle.yaml': `lifecycle: 1\nextends: standard\n${text}\n` });
      const told = problems.map(({ subject, message }) => `${subject}: ${/it: (.*)\. Give/.exec(message)?.[1]}`);
      assert.deepEqual(told, expected);
      for (const { severity } of problems) assert.equal(severity, 'info');
    });

  it('are told where they are removed, in a file that the product extends', () => {
    const base = 'lifecycle: 1\nextends: standard\nartifacts: { sales-enablement: null }\n';
    const { problems } = load({ 'lifecycle.yaml': 'lifecycle: 1\nextends: base.yaml\n', 'base.yaml': base });
    assert.deepEqual(
      problems.map(({ file, span }) => [file, base.slice(span.start, span.end)]),
      [['base.yaml', 'sales-enablement']],
    );
  });
});
