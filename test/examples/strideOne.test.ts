import assert from 'node:assert/strict';
import { checkProject } from '../../server/core/check.ts';
import { buildProject } from '../../server/core/engine.ts';
import type { Project } from '../../server/core/project/model.ts';
import { statusOf } from '../../server/core/status/status.ts';
import { loadWorkspace } from '../../server/host/load.ts';

/** The findings of the sample product by the rules that exist, as `severity rule path subject`. */
const expected = [
  'error deployment-before-development docs/records/changes.yaml deployment',
  'error id-unknown docs/development/ux-design.md REQ-21',
  'warning approval-stale docs/development/requirements.md approvals',
  'warning front-matter-field docs/development/ux-design.md owner',
  'warning artifact-missing lifecycle.yaml launch-plan',
  'warning artifact-missing lifecycle.yaml support-guide',
  'warning artifact-missing lifecycle.yaml monitoring-plan',
  'warning rollback-not-actionable docs/deployment/deployment-guide.md Rollback',
  'warning placeholder-left docs/deployment/user-manual.md TBD',
  'warning section-missing docs/deployment/training-plan.md Material',
  'warning link-broken docs/deployment/roadmap.md ../development/requirments.md',
  'info artifact-missing lifecycle.yaml compliance-record',
  'info artifact-missing lifecycle.yaml distribution-plan',
  'info artifact-missing lifecycle.yaml sales-enablement',
  'info artifact-missing lifecycle.yaml runbook',
  'info section-form docs/deployment/deployment-guide.md Steps',
  'hint section-heading-variant docs/development/design/device.md Structure',
  'hint section-heading-variant docs/deployment/deployment-guide.md Before you start',
  'hint guidance-left docs/deployment/roadmap.md Now',
];

describe('examples/stride-one', () => {
  let project: Project;

  before(async () => {
    const { products, documents, index, problems } = await loadWorkspace('examples/stride-one');
    const [product] = products;
    assert.deepEqual(problems, []);
    assert.ok(product);
    project = buildProject(product, { documents, index }, '2026-06-15');
  });

  it('has exactly the expected findings', () => {
    const found = checkProject(project).map(
      ({ severity, rule, path, subject }) => `${severity} ${rule} ${path} ${subject}`,
    );
    assert.deepEqual(found.sort(), [...expected].sort());
  });

  it('has the expected gates', () => {
    const { gates, next } = statusOf(project, []);
    assert.equal(next, 'handoff');
    assert.deepEqual(
      gates.map(({ id, state, must }) => `${id} ${state} of ${must.all}`),
      [
        'concept regressed of 6',
        'design passed of 6',
        // Tests and traces are not checked yet; its open condition is.
        'verification conditional of 5',
        'handoff blocked of 5',
        'launch later of 11',
        'launch-review later of 4',
        'release later of 7',
      ],
    );
    const concept = gates.find(({ id }) => id === 'concept');
    assert.deepEqual(
      concept?.criteria.filter(({ state }) => state === 'unmet').map(({ id }) => id),
      ['c-requirements'],
    );
  });

  it('has the expected phases', () => {
    const { phases } = statusOf(project, []);
    assert.deepEqual(
      phases.map(({ id, state, artifacts, gates }) => [
        id,
        state,
        artifacts.done,
        artifacts.all,
        gates.done,
        gates.all,
        gates.regressed,
      ]),
      [
        ['development', 'regressed', 7, 9, 1, 4, 1],
        ['deployment', 'out-of-order', 2, 10, 0, 2, 0],
      ],
    );
  });

  it('has the expected stages', () => {
    const { phases } = statusOf(project, []);
    assert.deepEqual(
      phases.flatMap(({ stages }) => stages.map(({ id, state }) => `${id} ${state}`)),
      [
        'research complete',
        'define in-progress',
        'design complete',
        'prototype complete',
        'build complete',
        'assure complete',
        'prepare in-progress',
        'produce in-progress',
        'deliver in-progress',
        'launch in-progress',
        'support running',
        'monitor not-started',
        'evolve running',
      ],
    );
  });
});
