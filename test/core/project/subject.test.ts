import assert from 'node:assert/strict';
import type { Condition } from '../../../server/core/lifecycle/schema/condition.ts';
import { applies, matches } from '../../../server/core/project/condition.ts';
import { artifactSubject } from '../../../server/core/project/subject.ts';
import { projectOf } from '../../support/product.ts';
import { artifactAt } from './support.ts';

const definition = `lifecycle: 1
dated-by: [begun, target]
fields: { begun: { type: date }, target: { type: version } }
statuses: { draft: {}, agreed: {} }
phases: { work: { title: Work, stages: { writing: { title: Writing } } } }
artifacts:
  proposal:
    title: Proposal
    phase: work
    stage: writing
    path: proposals/{number}.md
    fields:
      stage: { type: enum, ordered: true, values: [sketch, beta, final] }
      step: { type: enum, values: [sketch, beta, final] }
      plan: { type: object, fields: { level: { type: enum, ordered: true, values: [low, high, extreme] } } }
    companions: { review: { type: review, required: false } }
  review: { title: Review, phase: work, stage: writing, path: "reviews/{number}.yaml" }
`;

const subjectWith = (fields: string) => {
  const project = projectOf({ 'lifecycle.yaml': definition, 'proposals/7.md': `---\n${fields}\n---\n` });
  return artifactSubject(artifactAt(project, 'proposals/7.md'), project);
};

describe('a document as conditions see it', () => {
  const table: readonly (readonly [string, Condition, boolean])[] = [
    ['stage: beta', { stage: { 'at-least': 'sketch' } }, true],
    ['stage: sketch', { stage: { 'at-least': 'beta' } }, false],
    ['stage: final', { stage: { 'at-least': 'sketch', 'at-most': 'beta' } }, false],
    ['stage: other', { stage: { 'at-least': 'sketch' } }, false],
    ['step: sketch', { step: { 'at-least': 'beta' } }, true],
    ['plan: { level: extreme }', { 'plan.level': { 'at-least': 'high' } }, true],
    ['plan: { level: low }', { 'plan.level': { 'at-most': 'high' } }, true],
    ['stage: beta', { stage: 'writing' }, false],
    ['step: beta', { stage: { present: false } }, true],
    ['step: beta', { number: '7', phase: 'work', type: 'proposal' }, true],
    ['step: beta', { 'document.stage': { present: true } }, false],
  ];
  for (const [fields, condition, expected] of table)
    it(`with ${fields}: ${JSON.stringify(condition)} is ${expected}`, () => {
      assert.equal(matches(condition, subjectWith(fields)), expected);
    });

  const ages: readonly (readonly [string, { since?: string; until?: string }, boolean])[] = [
    ['target: v1.9', { since: 'v1.21' }, false],
    ['target: v1.21', { since: 'v1.21' }, true],
    ['target: v1.21', { until: 'v1.21' }, false],
    ['begun: 2024-05-01', { since: 'v1.21' }, true],
    ['begun: 2024-05-01\ntarget: v1.9', { since: 'v1.21' }, false],
    ['begun: 2024-05-01\ntarget: v1.9', { since: '2024-01-01' }, true],
    ['target: v1.9', { since: '2024-01-01' }, true],
    ['version: 1.2', { since: '1.3' }, false],
    ['version: 1.2\ntarget: v1.9', { since: '1.3' }, true],
  ];
  for (const [fields, bounds, expected] of ages)
    it(`with ${fields.replace('\n', ', ')}: ${JSON.stringify(bounds)} is ${expected}`, () => {
      assert.equal(applies(bounds, subjectWith(fields)), expected);
    });

  it('is seen by its companion under the name document', () => {
    const project = projectOf({
      'lifecycle.yaml': definition,
      'proposals/7.md': '---\nstage: beta\nstatus: agreed\n---\n',
      'reviews/7.yaml': 'stage: x\n',
      'reviews/8.yaml': 'stage: x\n',
    });
    const of = (path: string) => artifactSubject(artifactAt(project, path), project);
    const isReady: Condition = {
      'document.stage': { 'at-least': 'beta' },
      'document.status': { 'at-least': 'agreed' },
    };
    assert.equal(matches(isReady, of('reviews/7.yaml')), true);
    assert.equal(matches({ 'document.stage': { 'at-least': 'final' } }, of('reviews/7.yaml')), false);
    assert.equal(matches({ stage: 'writing' }, of('reviews/7.yaml')), true);
    assert.equal(matches(isReady, of('reviews/8.yaml')), false);
  });
});
