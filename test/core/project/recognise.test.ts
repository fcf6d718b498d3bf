import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isIgnored, recognise } from '../../../server/core/project/recognise.ts';
import { type Files, projectOf } from '../../support/product.ts';
import { artifactAt, documentOf, recognised } from './support.ts';

const own = `lifecycle: 1
fields: { type: { type: artifact, list: or-one, aliases: [doctype] }, part: {} }
phases: { development: { title: Development } }
recognition: { ignore: ["**/{templates,vendor}/**", "**/*template*"] }
artifacts:
  plan:
    title: Plan
    phase: development
    cardinality: one
    path: docs/plan.md
    recognise: { files: [plan, "*-plan"], folders: [plans], headings: [plan, master plan] }
    sections: { aim: { heading: Aim }, way: { heading: Way }, rest: { heading: Rest, required: false } }
  report:
    title: Report
    phase: development
    path: ["reports/{version}.md", "docs/report-{number}-{slug}.md"]
    recognise: { files: [report], headings: [report] }
  memo:
    title: Memo
    phase: development
    path: docs/{slug}.md
    recognise: { folders: [memos], headings: [memo] }
    sections: { a: { heading: A }, b: { heading: B }, c: { heading: C }, d: { heading: D } }
  facts:
    title: Facts
    phase: development
    path: facts/{slug}.yaml
`;

const found = (files: Files): readonly string[] => recognised(projectOf({ 'lifecycle.yaml': own, ...files }));
const sections = '# X\n\n## Aim\n\n## Way\n';

describe('recognition', () => {
  const table: readonly (readonly [string, Files, readonly string[]])[] = [
    ['by its field', { 'x.md': '---\ntype: plan\n---\n' }, ['x.md: plan by field']],
    ['by an alias of the field', { 'x.md': '---\ndocType: plan\n---\n' }, ['x.md: plan by field']],
    ['by a line in the body', { 'x.md': '# X\n\nType: plan\n' }, ['x.md: plan by field']],
    ['by its field before its path', { 'docs/plan.md': '---\ntype: memo\n---\n' }, ['docs/plan.md: memo by field']],
    [
      'as several types',
      { 'x.md': '---\ntype: [plan, memo, plan]\n---\n' },
      ['x.md: plan by field', 'x.md: memo by field'],
    ],
    ['as those of its types that exist', { 'x.md': '---\ntype: [plan, poem]\n---\n' }, ['x.md: plan by field']],
    [
      'by its path when its type does not exist',
      { 'docs/plan.md': '---\ntype: poem\n---\n' },
      ['docs/plan.md: plan by path'],
    ],
    ['a YAML file by its path', { 'facts/a.yaml': 'a: 1\n' }, ['facts/a.yaml: facts by path']],
    ['a YAML file by its field', { 'facts/a.yaml': 'type: memo\n' }, ['facts/a.yaml: memo by field']],
    ['a YAML file never by evidence', { 'plan.yaml': 'a: 1\n' }, []],
    ['by its path', { 'reports/1.0.0.md': '' }, ['reports/1.0.0.md: report by path']],
    ['by its second path', { 'docs/report-7-x.md': '' }, ['docs/report-7-x.md: report by path']],
    [
      'by the path that says most',
      { 'docs/plan.md': '', 'docs/other.md': '' },
      ['docs/other.md: memo by path', 'docs/plan.md: plan by path'],
    ],
    ['not by its name alone', { 'plan.md': '# X\n' }, []],
    ['not by its title alone', { 'x.md': '# Plan\n' }, []],
    ['not by its sections alone', { 'x.md': sections }, []],
    ['by name and title', { 'plan.md': '# Plan\n' }, ['plan.md: plan by evidence']],
    ['by name and title with more words', { 'my-plan.md': '# Plan: the way\n' }, ['my-plan.md: plan by evidence']],
    ['by name and the end of the title', { 'plan.md': '# Our master plan\n' }, ['plan.md: plan by evidence']],
    ['not by a part of a word of the title', { 'plan.md': '# Planning\n' }, []],
    ['not by a word inside the title', { 'plan.md': '# A plan of ours\n' }, []],
    ['by name and folder', { 'plans/2026-05-04-plan.md': '' }, ['plans/2026-05-04-plan.md: plan by evidence']],
    ['by folder and all of few sections', { 'Plans/x.md': sections }, ['Plans/x.md: plan by evidence']],
    ['by name and half of its sections', { 'plan.md': '# X\n\n## Aim\n' }, ['plan.md: plan by evidence']],
    [
      'by all of at least four sections',
      { 'x.md': '# X\n\n## A\n\n## B\n\n## C\n\n## D\n' },
      ['x.md: memo by evidence'],
    ],
    ['not by most of four sections', { 'x.md': '# X\n\n## A\n\n## B\n\n## C\n' }, []],
    ['not in an ignored folder', { 'templates/plan.md': '# Plan\n', 'a/vendor/plan.md': '# Plan\n' }, []],
    ['not under an ignored name', { 'plan-template.md': '---\ntype: plan\n---\n' }, []],
  ];
  for (const [name, files, expected] of table)
    it(`knows a document: ${name}`, () => {
      assert.deepEqual(found(files), expected);
    });

  it('names the types that fit equally well', () => {
    const project = projectOf({ 'lifecycle.yaml': own, 'memos/plan.md': '# Plan and memo\n', 'b/plan.md': '# Plan\n' });
    assert.deepEqual(recognised(project), ['b/plan.md: plan by evidence']);
    const both = projectOf({
      'lifecycle.yaml': own.replace('folders: [memos]', 'files: [plan]'),
      'plan.md': '# Plan memo\n',
    });
    assert.deepEqual(recognised(both), []);
    assert.deepEqual(
      both.ambiguous.map(({ document, types }) => [document.path, ...types]),
      [['plan.md', 'plan', 'memo']],
    );
  });

  it('keeps the parts of the path, or the number of the name', () => {
    const project = projectOf({
      'lifecycle.yaml': own,
      'reports/1.0.0.md': '',
      'docs/report-007-x.md': '',
      '0012-x.md': '---\ntype: report\n---\n',
      '2026-05-04-x.md': '---\ntype: report\n---\n',
    });
    const captures = (path: string) => ({ ...artifactAt(project, path).captures });
    assert.deepEqual(captures('reports/1.0.0.md'), { version: '1.0.0' });
    assert.deepEqual(captures('docs/report-007-x.md'), { number: '007', slug: 'x' });
    assert.deepEqual(captures('0012-x.md'), { number: '0012' });
    assert.deepEqual(captures('2026-05-04-x.md'), {});
  });

  describe('of a type of which there is one', () => {
    const nearest: readonly (readonly [string, Files, readonly string[]])[] = [
      ['the nearest wins', { 'plan.md': '# Plan\n', 'a/plan.md': '# Plan\n' }, ['plan.md: plan by evidence']],
      ['the path wins over evidence', { 'plan.md': '# Plan\n', 'docs/plan.md': '' }, ['docs/plan.md: plan by path']],
      [
        'the field wins over the path',
        { 'docs/plan.md': '', 'a/b/c/x.md': '---\ntype: plan\n---\n' },
        ['a/b/c/x.md: plan by field'],
      ],
      [
        'two fields stay',
        { 'x.md': '---\ntype: plan\n---\n', 'a/x.md': '---\ntype: plan\n---\n' },
        ['a/x.md: plan by field', 'x.md: plan by field'],
      ],
      [
        'two of the same folder stay',
        { 'plan.md': '# Plan\n', 'master-plan.md': '# Plan\n' },
        ['master-plan.md: plan by evidence', 'plan.md: plan by evidence'],
      ],
      [
        'each part of the product has one',
        { 'plan.md': '# Plan\n', 'app/plan.md': '---\npart: app\n---\n\n# Plan\n', 'b/plan.md': '# Plan\n' },
        ['app/plan.md: plan by evidence', 'plan.md: plan by evidence'],
      ],
      [
        'of other types there are many',
        { 'report.md': '# Report\n', 'a/report.md': '# Report\n' },
        ['a/report.md: report by evidence', 'report.md: report by evidence'],
      ],
    ];
    for (const [name, files, expected] of nearest)
      it(name, () => {
        assert.deepEqual(found(files), expected);
      });
  });

  it('takes settings of the lifecycle', () => {
    const eager = own.replace('recognition: {', 'recognition: { accept-at: 30,');
    assert.deepEqual(recognised(projectOf({ 'lifecycle.yaml': eager, 'plan.md': '' })), ['plan.md: plan by evidence']);
  });

  it('never throws, and claims only types that exist', () => {
    const { lifecycle } = projectOf({});
    const types = new Set(Object.keys(lifecycle.artifacts));
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '---\n',
        'type: runbook\n',
        'type: [\n',
        '# Runbook\n',
        '\n## Impact\n',
        '| a | b |\n|-|-|\n',
        'Type: adr\n',
      ),
    );
    const path = fc.oneof(
      fc.string(),
      fc.constantFrom('CHANGELOG.md', 'RUNBOOK.md', 'docs/adr/1.md', 'a//b.md', '.md', ''),
    );
    fc.assert(
      fc.property(path, fc.array(piece), fc.constantFrom('.md', '.yaml', ''), (name, pieces, extension) => {
        const file = `${name}${extension}`;
        const { claims, ambiguous } = recognise(lifecycle, documentOf(pieces.join(''), file), file);
        for (const type of [...claims.map(claim => claim.type), ...ambiguous]) assert.ok(types.has(type));
        assert.ok(claims.length === 0 || ambiguous.length === 0);
        assert.equal(typeof isIgnored(lifecycle)(file), 'boolean');
      }),
    );
  });
});

describe('a repository of others', () => {
  const files: Files = {
    'spec.md':
      '# Feature Specification: Photo albums\n\n**Status**: Draft\n\n## User Scenarios & Testing\n\n### User Story 1\n\nA person sorts photos.\n\n## Requirements\n\n### Functional Requirements\n\n- **FR-001**: The system must show albums.\n\n## Success Criteria\n\n- Albums open in a second.\n',
    'tasks.md':
      '# Tasks: Photo albums\n\n## Phase 1: Setup\n\n- [ ] T001 Create the project\n\n## Dependencies\n\n- Setup first\n',
    'proposal.md':
      '# Add photo albums\n\n## Why\n\nPeople ask for them.\n\n## What changes\n\n- Albums\n\n## Impact\n\n- Code of the gallery\n',
    'templates/TEST_PLAN_TEMPLATE.md': '# Test plan\n\n## Scope\n\n## Approach\n\n## Test cases\n\n## Environment\n',
    'docs/ADR/0001.md':
      '# 1. Keep photos in folders\n\n## Status\n\nAccepted\n\n## Context\n\nPhotos lie anywhere.\n\n## Decision\n\nWe keep folders.\n\n## Consequences\n\nOther tools can read them.\n',
    'RUNBOOK.md':
      '# Runbook\n\n## Overview\n\nThe gallery is slow.\n\n## Diagnosis\n\nLook at the queue.\n\n## Resolution\n\nRestart the worker.\n',
    'README.md': '# Photo albums\n\n## Getting started\n\nRun it.\n\n## License\n\nMIT\n',
  };

  it('shows its decision record and its runbook, and nothing else', () => {
    const project = projectOf(files);
    assert.deepEqual(recognised(project), [
      'RUNBOOK.md: runbook by evidence',
      'docs/ADR/0001.md: decision-record by evidence',
    ]);
    assert.deepEqual(project.ambiguous, []);
  });
});
