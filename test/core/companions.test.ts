import assert from 'node:assert/strict';
import { checkProject } from '../../server/core/check.ts';
import { statusOf } from '../../server/core/status/status.ts';
import { type Files, findingsIn, passedUpTo, plainDefinition, projectOf } from '../support/product.ts';
import { headlineRecords } from './companions/headlineRecords.ts';
import { begunRecords, filledUpTo } from './project/filled.ts';

const said = (files: Files): readonly string[] =>
  findingsIn(files).map(({ severity, rule, path, subject }) => `${severity} ${rule} ${path} ${subject}`);

describe('a product in its first week', () => {
  const files: Files = {
    'docs/development/product-brief.md':
      '---\nstatus: draft\nowner: product-manager\n---\n\n# Product brief\n\n## Problem\n',
    'docs/development/market-research.md': '---\nstatus: draft\nowner: product-manager\n---\n\n# Market research\n',
  };

  it('hears of two things only', () => {
    assert.deepEqual(said(files), [
      'warning artifact-missing lifecycle.yaml requirements',
      'info artifact-missing lifecycle.yaml stakeholders, risk-register, metrics, gate-log',
    ]);
    const [, records] = findingsIn(files);
    for (const title of ['stakeholders', 'risk register', 'metrics', 'gate log'])
      assert.ok(records?.message.includes(title), title);
  });

  it('sees all later documents grey', () => {
    const project = projectOf(files);
    const { phases, next } = statusOf(project, checkProject(project));
    const states = new Map(
      phases
        .flatMap(({ stages }) => stages.flatMap(({ artifacts }) => artifacts))
        .map(({ type, state }) => [type, state]),
    );
    assert.equal(next, 'concept');
    assert.deepEqual(
      [...states].filter(([, state]) => state === 'missing').map(([type]) => type),
      ['requirements'],
    );
    assert.deepEqual(
      [...states].filter(([, state]) => state === 'draft').map(([type]) => type),
      ['market-research', 'product-brief'],
    );
    assert.equal([...states.values()].filter(state => state === 'later').length, states.size - 3);
  });
});

describe('a product that asks what is missing until launch', () => {
  const definition = { 'lifecycle.yaml': `${plainDefinition}product: { version: 1.0.0 }\nhorizon: launch\n` };
  const missing = ['test-plan', 'user-manual', 'support-guide'];
  const documents = filledUpTo('launch', definition, 'in-review', missing);
  const handoff = 'docs/development/handoff.md';
  const approved = (path: string): Files => ({
    [path]: (documents[path] ?? '')
      .replace(
        'status: in-review',
        'status: approved\nreviewed: 2026-06-01\napprovals: [{ by: Ana, role: product-manager, date: 2026-02-10 }]',
      )
      .replace(/(?<=## Goals\n\n(?:- .*\n)*- .*)\.$/gm, ' (MET-1).'),
  });
  const files: Files = {
    ...definition,
    ...begunRecords(),
    ...headlineRecords,
    ...passedUpTo('concept'),
    ...documents,
    // The gate that is passed rests on these two.
    ...approved('docs/development/product-brief.md'),
    ...approved('docs/development/requirements.md'),
    // Those who receive the product have what they need and said so.
    [handoff]: (documents[handoff] ?? '')
      .replace('owner: product-manager', 'owner: product-manager\napprovals: [{ by: Lena, role: operations }]')
      .replace('- [ ]', '- [x]')
      .replace(
        /\| as agreed .*/,
        '| Known issues | [The list](test-reports/1.0.0.md#failures-and-known-issues) | 1.0.0 | Lena |',
      ),
  };

  it('hears of the three documents that nobody has begun, and of nothing else', () => {
    assert.deepEqual(
      said(files),
      [...missing].sort().map(type => `warning artifact-missing lifecycle.yaml ${type}`),
    );
  });

  it('can create each with a click', () => {
    for (const { fixes, subject } of findingsIn(files)) {
      const [create] = fixes[0]?.changes ?? [];
      assert.equal(create?.kind, 'create', subject);
    }
  });
});
