import assert from 'node:assert/strict';
import { checkProject } from '../../server/core/check.ts';
import { buildProject } from '../../server/core/engine.ts';
import { recordsAt } from '../../server/core/project/lookup.ts';
import type { Project } from '../../server/core/project/model.ts';
import { entry, textOf } from '../../server/core/project/yamlValue.ts';
import type { Finding } from '../../server/core/rules/rule.ts';
import type { CriterionStatus, Status } from '../../server/core/status/model.ts';
import { statusOf } from '../../server/core/status/status.ts';
import { loadWorkspace } from '../../server/host/load.ts';

/** The findings of the sample product: severity, rule, file with the id that the place is about, phase, and the subject. */
const expected = [
  'error deployment-before-development docs/records/changes.yaml#CHG-5 deployment',
  'error gate-regressed docs/records/gates.yaml#concept development',
  'error gate-regressed docs/records/gates.yaml#verification development',
  'error gate-condition-overdue docs/records/gates.yaml#verification development',
  'error test-failure-unhandled docs/development/test-reports/1.0.0.md#TST-9 development',
  'error test-result-missing docs/development/test-plan.md#TST-13 development',
  'error requirement-untested docs/development/requirements.md#REQ-12 development',
  'error id-unknown docs/development/ux-design.md development REQ-21',
  'warning approval-stale docs/development/requirements.md development',
  'warning scope-creep docs/development/requirements.md#REQ-12 development',
  'warning self-approval docs/development/test-plan.md development',
  'warning reference-to-retired docs/development/test-plan.md#TST-14 development',
  'warning handoff-incomplete docs/development/handoff.md development',
  'warning front-matter-field docs/development/ux-design.md development owner',
  'warning metric-missed-silently docs/records/metrics.yaml#MET-2 development',
  'warning feedback-unresolved docs/records/feedback.yaml#FB-3 development',
  'warning milestone-overdue docs/records/milestones.yaml#MIL-5 development',
  'warning artifact-missing lifecycle.yaml deployment launch-plan',
  'warning artifact-missing lifecycle.yaml deployment support-guide',
  'warning artifact-missing lifecycle.yaml deployment monitoring-plan',
  'warning artifact-version-missing lifecycle.yaml deployment',
  'warning rollback-not-actionable docs/deployment/deployment-guide.md deployment',
  'warning version-mismatch docs/deployment/user-manual.md deployment',
  'warning requirement-undocumented docs/development/requirements.md#REQ-4 deployment',
  'warning requirement-undocumented docs/development/requirements.md#REQ-8 deployment',
  'warning placeholder-left docs/deployment/user-manual.md deployment TBD',
  'warning approver-not-accountable docs/deployment/support-plan.md deployment',
  'warning section-missing docs/deployment/training-plan.md deployment Material',
  'warning training-missing docs/deployment/support-plan.md deployment it-support',
  'warning risk-without-mitigation docs/records/risks.yaml#RISK-5 deployment',
  'warning risk-high-open docs/records/risks.yaml#RISK-6 deployment',
  'warning risk-incomplete docs/records/risks.yaml#RISK-7 deployment',
  'warning metric-incomplete docs/records/metrics.yaml#MET-5 deployment',
  'warning feedback-untriaged docs/records/feedback.yaml#FB-8 deployment',
  'warning change-without-version docs/records/changes.yaml#CHG-5 deployment',
  'warning link-broken docs/deployment/roadmap.md deployment',
  'info artifact-missing lifecycle.yaml development compliance-record',
  'info artifact-missing lifecycle.yaml deployment distribution-plan',
  'info artifact-missing lifecycle.yaml deployment sales-enablement',
  'info artifact-missing lifecycle.yaml deployment runbook',
  'info requirement-without-source docs/development/requirements.md#REQ-9 development',
  'info requirement-without-source docs/development/requirements.md#REQ-10 development',
  'info trace-orphan docs/development/design/app.md#DES-7 development',
  'info goal-unmeasured docs/development/product-brief.md development',
  'info review-overdue docs/development/development-plan.md development',
  'info owner-unknown docs/records/risks.yaml#RISK-4 development',
  'info feedback-closed-early docs/records/feedback.yaml#FB-6 development',
  'info section-form docs/deployment/deployment-guide.md deployment Steps',
  'info role-unfilled docs/records/stakeholders.yaml deployment marketing',
  'info role-unfilled docs/records/stakeholders.yaml deployment end-user',
  'info tool-category-missing docs/records/tools.yaml deployment monitoring',
  'hint requirement-vague docs/development/requirements.md#REQ-7 development',
  'hint section-heading-variant docs/development/design/device.md development Structure',
  'hint section-heading-variant docs/deployment/deployment-guide.md deployment Before you start',
  'hint guidance-left docs/deployment/roadmap.md deployment',
];

/** The words of a finding that `expected` may use. */
function described(finding: Finding, project: Project): readonly string[] {
  const { severity, rule, path, phase, subject, span } = finding;
  const text = project.documents.get(path)?.text.slice(span.start, span.end) ?? '';
  const record = recordsAt(project, path)
    .flatMap(({ entries }) => entries)
    .find(other => other.span.start <= span.start && span.end <= other.span.end);
  const ids = [subject, record?.id, textOf(entry(record?.map, 'gate')), ...(text.match(/[A-Z]+-[0-9]+/g) ?? [])];
  const places = ids.flatMap(id => (id === undefined ? [] : `${path}#${id}`));
  return [severity, rule, path, ...places, String(phase), ...subject.split(' ')];
}

const unmetIn = (criteria: readonly CriterionStatus[], level: CriterionStatus['level']): readonly string[] =>
  criteria
    .filter(criterion => criterion.part === 'exit' && criterion.level === level && criterion.state === 'unmet')
    .map(({ id }) => id);

describe('examples/stride-one', () => {
  let project: Project;
  const statusNow = (): Status => statusOf(project, checkProject(project));

  before(async () => {
    const { products, documents, index, problems } = await loadWorkspace('examples/stride-one');
    const [product] = products;
    assert.deepEqual(problems, []);
    assert.ok(product);
    project = buildProject(product, { documents, index }, '2026-06-15');
  });

  it('has exactly the expected findings', () => {
    const open = [...expected];
    const surprises = checkProject(project)
      .map(finding => described(finding, project))
      .filter(found => {
        const index = open.findIndex(wanted => wanted.split(' ').every(word => found.includes(word)));
        if (index >= 0) open.splice(index, 1);
        return index < 0;
      });
    assert.deepEqual({ surprises: surprises.map(words => words.join(' ')), open }, { surprises: [], open: [] });
  });

  it('counts them by severity', () => {
    assert.deepEqual(statusNow().counts, { error: 8, warning: 28, info: 15, hint: 4 });
    assert.deepEqual(
      statusNow().phases.map(({ id, counts }) => [id, Object.values(counts)]),
      [
        ['development', [7, 9, 8, 2]],
        ['deployment', [1, 19, 7, 2]],
      ],
    );
  });

  it('has the expected gates', () => {
    const { gates, next } = statusNow();
    assert.equal(next, 'handoff');
    assert.deepEqual(
      gates.map(({ id, state, must, criteria }) => ({
        gate: `${id} ${state}`,
        must: id === 'release' ? must.all : `${must.done} of ${must.all}`,
        unmet: id === 'release' ? [] : unmetIn(criteria, 'must'),
      })),
      [
        { gate: 'concept regressed', must: '5 of 6', unmet: ['c-requirements'] },
        { gate: 'design passed', must: '6 of 6', unmet: [] },
        { gate: 'verification regressed', must: '3 of 5', unmet: ['v-plan-cover', 'v-results'] },
        { gate: 'handoff blocked', must: '2 of 5', unmet: ['h-checklist', 'h-accepted', 'h-known'] },
        {
          gate: 'launch later',
          must: '1 of 11',
          unmet: [
            'l-guide',
            'l-manual',
            'l-supportdoc',
            'l-plan',
            'l-monitoring',
            'l-notes',
            'l-described',
            'l-training',
            'l-risks',
            'l-metrics',
          ],
        },
        { gate: 'launch-review later', must: '1 of 4', unmet: ['r-review', 'r-measured', 'r-triaged'] },
        { gate: 'release later', must: 7, unmet: [] },
      ],
    );
  });

  it('has the expected unmet should-criteria at the gate of verification', () => {
    const verification = statusNow().gates.find(({ id }) => id === 'verification');
    assert.deepEqual(unmetIn(verification?.criteria ?? [], 'should'), ['v-compliance', 'v-metrics']);
  });

  it('says why each criterion is not met, and where to go', () => {
    for (const { criteria } of statusNow().gates)
      for (const { id, state, reason, place, create, check } of criteria) {
        assert.equal(state === 'unmet', reason !== undefined, id);
        if (state === 'unmet' && check !== 'attest' && check !== 'gate-passed') assert.ok(place ?? create, id);
      }
  });

  it('has the expected phases', () => {
    assert.deepEqual(
      statusNow().phases.map(({ id, state, artifacts, criteria, gates }) => ({
        id,
        state,
        artifacts,
        criteria,
        gates,
      })),
      [
        {
          id: 'development',
          state: 'regressed',
          artifacts: { done: 7, all: 9 },
          criteria: { done: 16, all: 22 },
          gates: { done: 1, all: 4, regressed: 2 },
        },
        {
          id: 'deployment',
          state: 'out-of-order',
          artifacts: { done: 2, all: 10 },
          criteria: { done: 2, all: 15 },
          gates: { done: 0, all: 2, regressed: 0 },
        },
      ],
    );
  });

  it('has the expected stages', () => {
    const { phases } = statusNow();
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
