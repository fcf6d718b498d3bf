import assert from 'node:assert/strict';
import { canonicalRole } from '../../../server/core/lifecycle/roles.ts';
import { lifecycleOf } from './definitions.ts';

describe('roles', () => {
  const lifecycle = lifecycleOf('');
  const words: Readonly<Record<string, string | undefined>> = {
    'qa-tester': 'qa-tester',
    'QA tester': 'qa-tester',
    'QA Lead': 'qa-tester',
    'it support': 'it-support',
    support: 'customer-support',
    'RA/QA': 'quality-manager',
    pmm: 'marketing',
    Ana: undefined,
    '': undefined,
  };
  for (const [word, role] of Object.entries(words))
    it(`${JSON.stringify(word)} is ${role ?? 'no role'}`, () => assert.equal(canonicalRole(lifecycle, word), role));
});
