import assert from 'node:assert/strict';
import { checkProject } from '../../../server/core/check.ts';
import { statusOf } from '../../../server/core/status/status.ts';
import { projectOf } from '../../support/product.ts';
import { leanFiles } from './leanFiles.ts';

describe('a lean product that is ready to ship', () => {
  const project = projectOf(leanFiles);
  const findings = checkProject(project);
  const status = statusOf(project, findings);

  it('hears of no error and no warning', () => {
    const loud = findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
    assert.deepEqual(
      loud.map(({ rule, path, message }) => `${rule} ${path} ${message}`),
      [],
    );
  });

  it('has its next gate ready, with everything met', () => {
    const gate = status.gates.find(({ id }) => id === status.next);
    assert.equal(gate?.id, 'ship-it');
    assert.deepEqual(
      gate.criteria.map(({ id, state, reason }) => `${id} ${state}${reason === undefined ? '' : `: ${reason}`}`),
      ['s-test met', 's-deploy met', 's-guide met', 's-log met', 's-trace met'],
    );
    assert.equal(gate.state, 'ready');
  });

  it('has the first gate passed and the last one later', () => {
    assert.deepEqual(
      status.gates.map(({ id, state }) => `${id} ${state}`),
      ['build-it passed', 'ship-it ready', 'learn later'],
    );
  });
});
