import assert from 'node:assert/strict';
import { verdictOf } from '../../../server/core/project/traces/verdicts.ts';

const cases = {
  pass: [
    'pass',
    'Passed',
    '**PASS**',
    'OK',
    '✅',
    '✔ all',
    '12 of 12 passed',
    'no failures',
    'pass (one failed first)',
    'success',
  ],
  fail: [
    'fail',
    'FAILED',
    'failure on iOS',
    'error',
    '❌ no',
    'not passed',
    'not OK',
    'partly',
    '3 of 9 failed',
    'did not pass',
    'NOK',
  ],
  blocked: ['blocked', 'Blocked by the lab', 'blocking'],
  skipped: ['skipped', 'not run', 'not yet executed', 'N/A', 'deferred to 1.1', 'pending'],
  none: ['', '-', '—', 'see below', 'bypassed', 'passport', 'token', 'failover', '12', 'north'],
} as const;

describe('the verdict of a result', () => {
  for (const [verdict, texts] of Object.entries(cases))
    for (const text of texts)
      it(`“${text}” is ${verdict}`, () => {
        assert.equal(verdictOf(text), verdict);
      });

  it('reads the beginning only, in little time', () => {
    assert.equal(verdictOf(`${'x '.repeat(1000)}fail`), 'none');
    assert.equal(verdictOf('not '.repeat(100_000)), 'none');
  });
});
