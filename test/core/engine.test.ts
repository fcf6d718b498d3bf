import assert from 'node:assert/strict';
import {
  buildProject,
  definitionPaths,
  openProduct,
  type Product,
  pathIndex,
  productOf,
  wantsFile,
} from '../../server/core/engine.ts';
import { builtInLifecycles } from '../../server/host/builtIns.ts';
import { documentOf } from './project/support.ts';

const builtIns = builtInLifecycles();
const open = (path: string, text = 'lifecycle: 1\nextends: standard\n'): Product =>
  openProduct(path, { builtIn: id => builtIns.get(id), file: other => (other === path ? text : undefined) });

describe('the index of paths', () => {
  const index = pathIndex(['docs/b.md', 'a.md', 'docs/deep/er/c.md']);
  it('is sorted', () => {
    assert.deepEqual(index.paths, ['a.md', 'docs/b.md', 'docs/deep/er/c.md']);
  });
  it('knows files and folders, letter case included', () => {
    for (const path of ['', 'a.md', 'docs', 'docs/b.md', 'docs/deep', 'docs/deep/er'])
      assert.equal(index.has(path), true);
    for (const path of ['A.md', 'doc', 'docs/', 'docs/c.md', 'er']) assert.equal(index.has(path), false);
  });
  it('finds a path in another letter case', () => {
    assert.equal(index.hasInOtherCase('Docs/B.md'), 'docs/b.md');
    assert.equal(index.hasInOtherCase('DOCS'), 'docs');
    assert.equal(index.hasInOtherCase('docs/x.md'), undefined);
  });
});

describe('definitions', () => {
  it('are found in every folder, one in each', () => {
    const paths = [
      'lifecycle.yaml',
      'lifecycle.yml',
      'a/lifecycle.yml',
      'b/my-lifecycle.yaml',
      'c/lifecycle.yaml.bak',
      'd/lifecycle.yaml',
    ];
    assert.deepEqual(definitionPaths(pathIndex(paths)), ['a/lifecycle.yml', 'd/lifecycle.yaml', 'lifecycle.yaml']);
  });
  it('govern what lies nearest below them', () => {
    const products = ['lifecycle.yaml', 'a/lifecycle.yaml', 'a/b/lifecycle.yaml'].map(path => open(path));
    const root = (path: string) => productOf(products, path)?.root;
    assert.deepEqual(['x.md', 'a/x.md', 'a/c/x.md', 'a/b/x.md', 'ab/x.md', 'a/lifecycle.yaml'].map(root), [
      '',
      'a',
      'a',
      'a/b',
      '',
      'a',
    ]);
    assert.equal(productOf(products.slice(1), 'x.md'), undefined);
    assert.equal(productOf([], 'x.md'), undefined);
  });
});

describe('a file is wanted', () => {
  const product = open('a/lifecycle.yaml');
  const table: readonly (readonly [string, boolean])[] = [
    ['a/lifecycle.yaml', true],
    ['a/x.md', true],
    ['a/x.MARKDOWN', true],
    ['a/x.txt', false],
    ['a/x.yaml', false],
    ['a/docs/records/risks.yaml', true],
    ['a/docs/records/risks/one.yml', true],
    ['a/templates/x.md', false],
    ['a/node_modules/x/README.md', false],
    ['a/.github/x.md', false],
  ];
  for (const [path, expected] of table)
    it(`${path}: ${expected}`, () => {
      assert.equal(wantsFile(product, path), expected);
    });
  it('as YAML at the path of an artifact', () => {
    const own = open(
      'lifecycle.yaml',
      'lifecycle: 1\nphases: { p: { title: P } }\nartifacts: { facts: { title: F, phase: p, path: "{slug}/facts.yaml" } }\n',
    );
    assert.equal(wantsFile(own, 'x/facts.yaml'), true);
    assert.equal(wantsFile(own, 'x/y/facts.yaml'), false);
  });
  it('as the sidecar or the companion of an artifact', () => {
    const own = open(
      'lifecycle.yaml',
      `lifecycle: 1
phases: { p: { title: P } }
artifacts:
  note: { title: N, phase: p, path: "n/{slug}.md", sidecar: facts.yaml, companions: { log: { path: "logs/{slug}.yml", type: log }, plain: { path: plain.yaml } } }
  page: { title: P, phase: p, path: "p/{slug}/{number}.md", sidecar: "../{slug}-{number}.yaml" }
  log: { title: L, phase: p, path: log.md }
`,
    );
    const wanted = ['facts.yaml', 'n/facts.yaml', 'a/b/facts.yaml', 'logs/x.yml', 'p/a-7.yaml', 'p/a/a-7.yaml'];
    assert.deepEqual(
      [...wanted, 'n/plain.yaml', 'logs/x/y.yml', 'p/a/7.yaml', 'other.yaml'].filter(path => wantsFile(own, path)),
      ['facts.yaml', 'n/facts.yaml', 'a/b/facts.yaml', 'logs/x.yml', 'p/a-7.yaml'],
    );
  });
  it('never but the definition when that cannot be read', () => {
    const broken = open('lifecycle.yaml', '- a list\n');
    assert.equal(broken.definition.lifecycle, undefined);
    assert.equal(wantsFile(broken, 'x.md'), false);
    assert.equal(wantsFile(broken, 'lifecycle.yaml'), true);
  });
});

describe('the snapshot of a product', () => {
  const texts: Readonly<Record<string, string>> = {
    'lifecycle.yaml': 'lifecycle: 1\nextends: standard\n',
    'CHANGELOG.md': '# Changelog\n',
    'a/lifecycle.yaml': 'lifecycle: 1\nextends: standard\n',
    'a/CHANGELOG.md': '# Changelog\n',
    'ab/CHANGELOG.md': '# Changelog\n',
  };
  const documents = new Map(Object.entries(texts).map(([path, text]) => [path, documentOf(text, path)]));
  const contents = { documents, index: pathIndex(documents.keys()) };

  it('holds what the product governs, whatever else was read', () => {
    const of = (path: string) => {
      const project = buildProject(open(path), contents, '2026-06-15');
      return { documents: [...project.documents.keys()], artifacts: project.artifacts.map(artifact => artifact.path) };
    };
    assert.deepEqual(of('lifecycle.yaml'), {
      documents: ['lifecycle.yaml', 'CHANGELOG.md', 'ab/CHANGELOG.md'],
      artifacts: ['CHANGELOG.md'],
    });
    assert.deepEqual(of('a/lifecycle.yaml'), {
      documents: ['a/lifecycle.yaml', 'a/CHANGELOG.md'],
      artifacts: ['a/CHANGELOG.md'],
    });
  });

  it('can be built when the definition cannot be read', () => {
    const project = buildProject(open('lifecycle.yaml', '- a list\n'), contents, '2026-06-15');
    assert.deepEqual([project.artifacts.length, project.gates.order.length, project.version], [0, 0, undefined]);
  });

  it('looks links up in the whole workspace', () => {
    const project = buildProject(open('a/lifecycle.yaml'), contents, '2026-06-15');
    assert.equal(project.exists('ab/CHANGELOG.md'), true);
    assert.equal(project.existsInOtherCase('AB/CHANGELOG.md'), 'ab/CHANGELOG.md');
  });
});
