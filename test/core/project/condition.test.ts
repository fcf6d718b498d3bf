import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Condition } from '../../../server/core/lifecycle/schema/condition.ts';
import { compareValues, holds, matches } from '../../../server/core/project/condition.ts';
import { artifactSubject } from '../../../server/core/project/subject.ts';
import { projectOf } from '../../support/product.ts';
import { artifactAt } from './support.ts';

const definition = `lifecycle: 1
extends: standard
product: { version: 1.4.0 }
artifacts:
  thing:
    title: Thing
    phase: deployment
    stage: support
    path: docs/things/{number}-{slug}.md
    fields:
      score: { type: number }
      level: { type: enum, values: [low, high] }
      flag: { type: boolean }
      tags: { list: true }
      when: { type: date }
      residual: { type: object }
      role: { type: role }
      gate: { type: gate }
`;

const thing = `---
type: thing
status: accepted
version: 1.4.0
score: 0.75
level: low
flag: false
tags: [red, blue]
when: 2026-06-01
residual: { impact: 3, note: [a, b] }
role: end user
gate: release
owner: ""
authors: []
part: ~
approvals: [{ by: Ana }]
reviewed: 31/02/2026
---

# Thing
`;

describe('conditions', () => {
  const project = projectOf({ 'lifecycle.yaml': definition, 'docs/things/7-x.md': thing });
  const subject = artifactSubject(artifactAt(project, 'docs/things/7-x.md'), project);

  const table: readonly (readonly [Condition, boolean])[] = [
    [{}, true],
    [{ level: 'low' }, true],
    [{ level: 'high' }, false],
    [{ level: ['high', 'low'] }, true],
    [{ level: [] }, false],
    [{ level: 'low', flag: true }, false],
    [{ flag: false }, true],
    [{ nothing: false }, false],
    [{ score: 0.75 }, true],
    [{ tags: 'blue' }, true],
    [{ tags: ['green', 'red'] }, true],
    [{ tags: 'green' }, false],

    [{ type: 'thing', phase: 'deployment', stage: 'support' }, true],
    [{ status: 'approved' }, true],
    [{ status: 'accepted' }, false],
    [{ path: 'docs/things/7-x.md' }, true],
    [{ number: 7, slug: 'x' }, true],

    [{ level: { not: 'high' } }, true],
    [{ level: { not: ['high', 'low'] } }, false],
    [{ nothing: { not: 'high' } }, true],

    [{ level: { present: true } }, true],
    [{ nothing: { present: true } }, false],
    [{ nothing: { present: false } }, true],
    [{ owner: { present: false }, authors: { present: false }, part: { present: false } }, true],
    [{ approvals: { present: true } }, true],
    [{ residual: { present: true } }, true],

    [{ status: { 'at-least': 'draft' } }, true],
    [{ status: { 'at-least': 'approved' } }, true],
    [{ status: { 'at-least': 'released' } }, false],
    [{ status: { 'at-most': 'approved' } }, true],
    [{ status: { 'at-most': 'in-review' } }, false],
    [{ status: { 'at-least': 'retired' } }, false],
    [{ status: { 'at-most': 'retired' } }, false],
    [{ score: { 'at-least': 0.8 } }, false],
    [{ score: { 'at-most': 0.8 } }, true],
    [{ score: { 'at-least': 0.5, 'at-most': 0.7 } }, false],
    [{ version: { 'at-least': '1.4' } }, true],
    [{ version: { 'at-least': '1.10' } }, false],
    [{ when: { 'at-least': '2026-05-31' } }, true],
    [{ when: { 'at-most': '2026-05-31' } }, false],
    [{ nothing: { 'at-least': 0 } }, false],
    [{ nothing: { 'at-most': 0 } }, false],

    [{ when: { 'older-than': '13 days' } }, true],
    [{ when: { 'older-than': '14 days' } }, false],
    [{ when: { 'older-than': '1 month' } }, false],
    [{ level: { 'older-than': '1 day' } }, false],
    [{ score: { 'older-than': '1 day' } }, false],
    [{ reviewed: { 'older-than': '1 day' } }, false],

    [{ level: { matches: 'l.w' } }, true],
    [{ level: { matches: 'l' } }, false],
    [{ tags: { matches: 'r.*' } }, true],
    [{ level: { matches: '(' } }, false],

    [{ version: 'current' }, true],
    [{ version: { not: 'current' } }, false],
    [{ version: { 'at-least': 'current' } }, true],
    [{ level: 'current' }, false],

    [{ 'residual.impact': 3 }, true],
    [{ 'residual.note': 'b' }, true],
    [{ 'residual.cost': { present: true } }, false],
    [{ 'role.external': true }, true],
    [{ 'role.external': 'true' }, true],
    [{ 'role.title': 'End user' }, true],
    [{ 'gate.repeats': 'per-version' }, true],
    [{ 'level.external': { present: true } }, false],
    [{ constructor: { present: true } }, false],
  ];
  for (const [condition, expected] of table)
    it(`${JSON.stringify(condition)} ${expected ? 'holds' : 'does not hold'}`, () => {
      assert.equal(matches(condition, subject), expected);
    });

  it('may be a plain yes or no', () => {
    assert.equal(holds(true, subject), true);
    assert.equal(holds(false, subject), false);
    assert.equal(holds({ level: 'high' }, subject), false);
    assert.equal(matches(undefined, subject), true);
  });

  it('place no side status on the ladder', () => {
    const retired = thing.replace('status: accepted', 'status: retired');
    const other = projectOf({ 'lifecycle.yaml': definition, 'docs/things/7-x.md': retired });
    const aside = artifactSubject(artifactAt(other, 'docs/things/7-x.md'), other);
    assert.equal(matches({ status: 'retired' }, aside), true);
    assert.equal(matches({ status: { 'at-least': 'draft' } }, aside), false);
    assert.equal(matches({ status: { 'at-most': 'released' } }, aside), false);
  });

  it('let no version be current when none is known', () => {
    const unversioned = projectOf({
      'lifecycle.yaml': definition.replace('product: { version: 1.4.0 }\n', ''),
      'docs/things/7-x.md': thing,
    });
    const other = artifactSubject(artifactAt(unversioned, 'docs/things/7-x.md'), unversioned);
    assert.equal(matches({ version: 'current' }, other), false);
  });
});

describe('compareValues', () => {
  const sorted = [
    '0',
    '0.9',
    '1.0.0-rc.1',
    '1.0.0',
    '2',
    '9',
    '10',
    '2026-01-31',
    '2026-05-04',
    'Zebra',
    'apple',
    'äpfel',
  ];
  it('orders numbers and versions as such, then text', () => {
    assert.deepEqual([...sorted].reverse().sort(compareValues), sorted);
  });

  const value = fc.oneof(
    fc.string(),
    fc.nat().map(String),
    fc.tuple(fc.nat(20), fc.nat(20)).map(parts => parts.join('.')),
    fc.stringMatching(/^v?\d{1,3}(\.\d{1,2}){0,3}(-[a-z0-9.]{1,5})?$/),
    fc.constantFrom('', '1', '01', '1.0', '1.0.0', '1a', '1-1', '2026-05-04', 'Infinity', '-1', '1e3', 'NaN'),
  );
  it('is a total order', () => {
    fc.assert(
      fc.property(value, value, value, (a, b, c) => {
        const sign = (x: string, y: string): number => Math.sign(compareValues(x, y));
        assert.equal(sign(a, a), 0);
        assert.equal(sign(a, b) + sign(b, a), 0);
        if (sign(a, b) <= 0 && sign(b, c) <= 0) assert.ok(sign(a, c) <= 0, JSON.stringify([a, b, c]));
      }),
      { numRuns: 2000 },
    );
  });
});
