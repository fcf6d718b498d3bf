import assert from 'node:assert/strict';
import { newDocument } from '../../../server/core/fixes/documentSkeleton.ts';
import type { Applicability } from '../../../server/core/lifecycle/schema/applicability.ts';
import { applies } from '../../../server/core/project/condition.ts';
import { artifactSubject } from '../../../server/core/project/subject.ts';
import { assertMarked, assertSilent } from '../../support/marked.ts';
import { findingsIn, projectOf } from '../../support/product.ts';
import { note, path, product, rule } from './noteProduct.ts';
import { artifactAt } from './support.ts';

describe('what applies', () => {
  const table: readonly (readonly [document: readonly string[], entry: Applicability, expected: boolean])[] = [
    [[], {}, true],
    [['kind: a'], { when: { kind: 'a' } }, true],
    [['kind: b'], { when: { kind: 'a' } }, false],
    [['created: 2026-03-01'], { since: '2026-03-01' }, true],
    [['created: 2026-02-28'], { since: '2026-03-01' }, false],
    [['created: 2026-03-01'], { until: '2026-03-01' }, false],
    [['created: 2026-02-28'], { until: '2026-03-01' }, true],
    [['date: 2026-02-28'], { since: '2026-03-01' }, false],
    [['created: 2026-03-02', 'date: 2026-02-28'], { since: '2026-03-01' }, true],
    [['version: 1.9'], { since: '1.10' }, false],
    [['version: 1.10'], { since: '1.10' }, true],
    [['version: 1.9'], { until: '1.10' }, true],
    [['version: 1.9', 'created: 2026-02-28'], { since: '2026-03-01' }, false],
    [['version: 1.9', 'created: 2026-02-28'], { since: '1.5' }, true],
    // What says neither day nor version is taken for new.
    [[], { since: '2026-03-01' }, true],
    [[], { until: '2026-03-01' }, false],
    [['created: soon'], { since: '2026-03-01' }, true],
    [['kind: a', 'created: 2026-02-28'], { when: { kind: 'a' }, since: '2026-03-01' }, false],
  ];
  for (const [document, entry, expected] of table)
    it(`${JSON.stringify(entry)} ${expected ? 'holds' : 'does not hold'} for ${document.join(', ') || 'nothing'}`, () => {
      const fields = '{ kind: {}, created: {}, date: {}, version: {} }';
      const project = projectOf({ ...product(fields), [path]: note(...document) });
      assert.equal(applies(entry, artifactSubject(artifactAt(project, path), project)), expected);
    });

  it('is dated by the fields that the lifecycle names', () => {
    const files = product('{ begun: {}, x: { required: true, since: 2026-03-01 } }', '', 'dated-by: [begun]\n');
    assert.equal(findingsIn({ ...files, [path]: note('begun: 2026-03-01') }, rule).length, 1);
    assertSilent(rule, { ...files, [path]: note('begun: 2026-02-01', 'created: 2026-04-01') });
  });
});

describe('fields that apply', () => {
  const fields =
    '{ kind: {}, end: { type: date, required: true, when: { kind: call } }, lead: { required: true, since: 2026-01-01 }, created: { type: date } }';

  it('are asked for and judged, and no others', () => {
    assertMarked(rule, {
      ...product(fields),
      [path]: `
---
kind: call
^^^^ The field “end” is missing
lead: Ana
---
`,
      'notes/red/8-old.md': `
---
created: 2025-12-31
kind: draft
end: never
---
`,
      'notes/red/9-new.md': `
---
created: 2026-01-01
^^^^^^^ The field “lead” is missing
---
`,
    });
  });

  it('are the fields of a new document', () => {
    const definition = (product(fields)['lifecycle.yaml'] ?? '').replace('status-default: draft, ', '');
    const created = newDocument(projectOf({ 'lifecycle.yaml': definition }), 'note', path);
    assert.equal(created?.text, '---\nlead: \n---\n\n# Note\n');
  });

  it('are also those of a record', () => {
    assertMarked(rule, {
      'lifecycle.yaml': `lifecycle: 1
records:
  calls: { title: Calls, path: calls.yaml, entry: call, fields: { id: {}, kind: {}, end: { type: date, required: true, when: { kind: long } } } }
`,
      'calls.yaml': `
- { id: C-1, kind: long }
        ^^^ has no “end”
- { id: C-2, kind: short, end: never }
`,
    });
  });
});
