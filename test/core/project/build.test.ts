import assert from 'node:assert/strict';
import { newDocument, newPath } from '../../../server/core/fixes/documentSkeleton.ts';
import { approvalsOf, isAuthor } from '../../../server/core/project/approvals.ts';
import { artifactsAt, artifactsOf } from '../../../server/core/project/lookup.ts';
import { accountableRole, holdersOf } from '../../../server/core/project/people.ts';
import { type Files, findingsIn, people, plainDefinition, projectOf } from '../../support/product.ts';
import { artifactAt, recognised } from './support.ts';

describe('the version being made', () => {
  const changelog = '# Changelog\n\n## [Unreleased]\n\n- x\n\n## 1.2.0\n\n- x\n\n## 1.3.0 - 2026-05-04\n\n- x\n';
  it('is that of the definition', () => {
    const files = { 'lifecycle.yaml': `${plainDefinition}product: { version: 2.0.0 }\n`, 'CHANGELOG.md': changelog };
    assert.equal(projectOf(files).version, '2.0.0');
  });
  it('else the first that the changelog names', () => {
    assert.equal(
      projectOf({ 'CHANGELOG.md': changelog, 'a/CHANGELOG.md': '# Changelog\n\n## 9.0.0\n' }).version,
      '1.2.0',
    );
    assert.equal(projectOf({ 'CHANGELOG.md': '# Changelog\n\n## Unreleased\n' }).version, undefined);
  });
  it('else unknown', () => {
    assert.equal(projectOf({}).version, undefined);
  });
});

describe('artifacts', () => {
  const project = projectOf({
    'docs/development/design/b.md': '# B\n',
    'docs/development/design/a.md': '# A\n',
    'x.md': '---\ntype: [test-plan, test-report]\n---\n',
  });
  it('are in path order, a file of several types once for each', () => {
    assert.deepEqual(recognised(project), [
      'docs/development/design/a.md: design-document by path',
      'docs/development/design/b.md: design-document by path',
      'x.md: test-plan by field',
      'x.md: test-report by field',
    ]);
  });
  it('are never the definition, whatever it says', () => {
    assert.deepEqual(recognised(projectOf({ 'lifecycle.yaml': `${plainDefinition}type: roadmap\n` })), []);
  });
  it('are found by type and by path', () => {
    assert.deepEqual(
      artifactsOf(project, 'design-document').map(({ path }) => path),
      ['docs/development/design/a.md', 'docs/development/design/b.md'],
    );
    assert.deepEqual(
      artifactsAt(project, 'x.md').map(({ type }) => type),
      ['test-plan', 'test-report'],
    );
    assert.deepEqual(artifactsOf(project, 'constructor'), []);
    assert.deepEqual(artifactsAt(project, 'y.md'), []);
  });
});

describe('people', () => {
  const project = projectOf({
    'docs/records/stakeholders.yaml':
      '- { role: product-manager, people: [{ name: Ana }, { name: Mei }] }\n- { role: Developer, people: Tom }\n- { role: poet, people: [Bo] }\n- { role: product-manager, people: [{ name: Ana }] }\n',
  });
  it('hold roles, under any of their names', () => {
    assert.deepEqual(holdersOf(project, 'product-manager'), ['Ana', 'Mei']);
    assert.deepEqual(holdersOf(project, 'engineer'), ['Tom']);
    assert.deepEqual(holdersOf(project, 'operations'), []);
  });
  it('answer for a type: the first of its roles that somebody holds, else the first', () => {
    const { accountable } = project.lifecycle.artifacts['test-report'] ?? { accountable: [] };
    assert.ok(accountable.length > 0);
    assert.equal(accountableRole(projectOf({}), 'test-report'), accountable[0]);
    const last = accountable.at(-1) ?? '';
    assert.equal(accountableRole(projectOf(people({ [last]: 'Ravi' })), 'test-report'), last);
    assert.equal(accountableRole(project, 'poem'), undefined);
  });
});

describe('approvals', () => {
  const files = (frontMatter: string): Files => ({
    ...people({ operations: 'Lena', engineer: '@mei' }),
    'x.md': `---\ntype: launch-plan\n${frontMatter}\n---\n\n# X\n`,
  });
  const read = (frontMatter: string) => {
    const project = projectOf(files(frontMatter));
    return approvalsOf(artifactAt(project, 'x.md'), project).map(({ by, roles, isCurrent }) => [
      by,
      roles.join('+'),
      isCurrent,
    ]);
  };
  const table: readonly (readonly [string, readonly unknown[]])[] = [
    ['approvals: [{ by: Tom, role: Ops }]', [['Tom', 'operations', true]]],
    ['approvals: [{ by: Lena }]', [['Lena', 'operations', true]]],
    ['approved_by: Mei', [['Mei', 'engineer', true]]],
    [
      'approved_by: [lena, Bo]',
      [
        ['lena', 'operations', true],
        ['Bo', '', true],
      ],
    ],
    ['approved_by: operations', [['operations', 'operations', true]]],
    ['approvals: [{ by: Tom, role: sales, content: 5d1c0ffee007 }]', [['Tom', 'sales', false]]],
    ['approvals: [{ by: , role: sales }]', []],
    ['approvals: []', []],
    ['owner: Ana', []],
  ];
  for (const [frontMatter, expected] of table)
    it(`are read from ${frontMatter}`, () => {
      assert.deepEqual(read(frontMatter), expected);
    });
  it('know the authors', () => {
    const project = projectOf(files('authors: [{ name: Ana }, "@Mei"]'));
    const artifact = artifactAt(project, 'x.md');
    assert.deepEqual(
      ['ana', 'Mei', 'Tom'].map(person => isAuthor(artifact, person, project)),
      [true, true, false],
    );
  });
});

describe('a new document', () => {
  const versioned = { 'lifecycle.yaml': `${plainDefinition}product: { version: 1.4.0 }\n` };
  const paths: readonly (readonly [string, Files, string])[] = [
    ['user-manual', {}, 'docs/deployment/user-manual.md'],
    ['release-notes', versioned, 'docs/deployment/release-notes/1.4.0.md'],
    ['release-notes', {}, 'docs/deployment/release-notes/1.0.0.md'],
    ['decision-record', {}, 'docs/development/decisions/0001-decision-record.md'],
    [
      'decision-record',
      { 'docs/development/decisions/0007-x.md': '# X\n' },
      'docs/development/decisions/0008-decision-record.md',
    ],
    ['design-document', {}, 'docs/development/design/design-document.md'],
    [
      'design-document',
      { 'docs/development/design/design-document.md': '' },
      'docs/development/design/design-document-2.md',
    ],
    ['changelog', { 'CHANGELOG.md': '' }, 'CHANGELOG.md'],
  ];
  for (const [type, files, expected] of paths)
    it(`of the type ${type} goes to ${expected}`, () => {
      assert.equal(newPath(projectOf(files), type), expected);
    });

  it('has front matter, a title and the required sections with their guidance', () => {
    const created = newDocument(projectOf(versioned), 'runbook');
    assert.ok(created);
    const { runbook } = projectOf({}).lifecycle.artifacts;
    const expected = Object.values(runbook?.sections ?? {})
      .filter(({ required }) => required === true)
      .map(({ heading, guidance }) => `## ${heading}\n\n<!-- ${guidance} -->\n`);
    const head = '---\ntype: runbook\nstatus: draft\nowner: operations\nversion: 1.4.0\n---\n\n# Runbook\n';
    assert.equal(created.text, [head, ...expected].join('\n'));
    assert.equal(created.stops.length, expected.length);
    for (const { start } of created.stops) assert.match(created.text.slice(0, start), /-->\n$/);
  });

  it('waits at a field whose value nobody knows', () => {
    const created = newDocument(projectOf({}), 'runbook');
    assert.ok(created);
    const [first] = created.stops;
    assert.ok(first && created.text.slice(0, first.start).endsWith('\nversion: '));
  });

  it('of every type is silent, except where only a person knows the answer', () => {
    const { lifecycle } = projectOf({});
    for (const type of Object.keys(lifecycle.artifacts)) {
      const project = projectOf(versioned);
      const created = newDocument(project, type);
      assert.ok(created);
      const found = findingsIn({ ...versioned, [created.path]: created.text }).filter(
        ({ path, rule, subject }) =>
          path === created.path && !(rule === 'front-matter-field' && created.text.includes(`\n${subject}: \n`)),
      );
      assert.deepEqual(
        found.map(({ rule, message }) => `${type}: ${rule} ${message}`),
        [],
      );
    }
  });

  it('of a type that does not exist is none', () => {
    assert.equal(newDocument(projectOf({}), 'poem'), undefined);
  });

  it('in YAML holds its fields', () => {
    const files = {
      'lifecycle.yaml': `${plainDefinition}artifacts: { facts: { title: Facts, phase: development, path: facts.yaml, fields: { answer: { required: true } } } }\n`,
    };
    const created = newDocument(projectOf(files), 'facts');
    assert.ok(created);
    assert.equal(created.text, 'type: facts\nstatus: draft\nowner: \nanswer: \n');
    assert.deepEqual(
      created.stops.map(({ start }) => created.text.slice(0, start)),
      ['type: facts\nstatus: draft\nowner: '],
    );
  });
});
