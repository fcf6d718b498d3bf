import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { phasesTree } from '../../../client/views/phasesModel.ts';
import {
  criterionIcon,
  documentIcons,
  gateIcons,
  phaseIcons,
  recommendedIcon,
  stageIcons,
} from '../../../client/views/tree/icons.ts';
import type { TreeNode } from '../../../client/views/tree/node.ts';
import { criterion, gate } from '../fixture/build.ts';
import { strideBand, strideOne, strideOneReport } from '../fixture/strideOne.ts';

const tree = phasesTree(strideOneReport);
const all = (nodes: readonly TreeNode[]): readonly TreeNode[] => nodes.flatMap(node => [node, ...all(node.children)]);

function find(label: string): TreeNode {
  const found = all(tree).find(node => node.label === label);
  assert.ok(found, `the tree has no row “${label}”`);
  return found;
}

describe('the tree of phases', () => {
  it('has the phases at the top when there is one product', () => {
    assert.deepEqual(
      tree.map(({ label, description }) => `${label}: ${description}`),
      ['Product development: regressed · 7/9', 'Product deployment: out of order · 2/10'],
    );
  });

  it('has the products above them when there are several', () => {
    const products = phasesTree({ products: [strideOne, strideBand], complete: true });
    assert.deepEqual(
      products.map(({ label, description }) => `${label}: ${description}`),
      ['Stride One: 1.0.0 · 8 errors, 28 warnings', 'band: 1 warning'],
    );
    assert.equal(products[0]?.children.length, 2);
  });

  it('is empty without products', () => assert.deepEqual(phasesTree({ products: [], complete: true }), []));

  it('puts gates after the stages that they close, and repeating ones last', () => {
    assert.deepEqual(
      tree.flatMap(phase => phase.children.map(child => `${child.context} ${child.label}`)),
      [
        'stage Research',
        'stage Define',
        'gate Concept agreed',
        'stage Design',
        'stage Prototype',
        'gate Design agreed',
        'stage Build',
        'stage Assure',
        'gate Product verified',
        'stage Prepare',
        'gate Handed over to deployment',
        'stage Produce',
        'stage Deliver',
        'gate Ready to launch',
        'stage Launch',
        'gate Launch reviewed',
        'stage Support',
        'stage Monitor',
        'stage Evolve',
        'gate Next version released',
      ],
    );
  });

  it('says the state of a document in words', () => {
    const described = ['Requirements', 'User experience design', 'Development plan', 'Launch plan', 'Launch review'];
    assert.deepEqual(
      described.map(label => find(label).description),
      ['stale', 'in review', 'approved · review overdue', 'missing', 'later'],
    );
    assert.equal(find('Quality and compliance record').description, 'missing · recommended');
  });

  it('opens an only document, and lists several as children', () => {
    assert.equal(find('Requirements').open?.uri, `${strideOne.rootUri}/docs/development/requirements.md`);
    const design = find('Design document');
    assert.equal(design.open, undefined);
    assert.deepEqual(
      design.children.map(({ label, description }) => `${label}: ${description}`),
      ['The device: approved', 'The phone app: in review'],
    );
  });

  it('offers to make what is missing, also beside an older document', () => {
    assert.deepEqual(find('Launch plan').create, {
      definitionUri: strideOne.definitionUri,
      type: 'launch-plan',
      title: 'Launch plan',
      path: 'docs/deployment/launch-plan.md',
    });
    const notes = find('Release notes');
    assert.equal(notes.create?.path, 'docs/deployment/release-notes/1.0.0.md');
    assert.deepEqual(
      notes.children.map(child => child.label),
      ['Release notes 0.9.0'],
    );
  });

  it('counts in a stage what is missing and required', () => {
    assert.deepEqual(
      ['Assure', 'Launch'].map(label => find(label).description),
      ['complete', 'in progress · 2 missing'],
    );
  });

  it('leaves out what is optional and absent', () => {
    assert.ok(!all(tree).some(node => node.label === 'Incident report'));
    assert.ok(find('Decision record'));
  });

  it('shows what a gate lacks below it: what blocks first, what is met not at all', () => {
    const next = find('Handed over to deployment');
    assert.equal(next.description, 'next · 2/5');
    assert.equal(next.spoken, 'Gate Handed over to deployment, next, 2 of 5 met');
    assert.equal(next.expanded, true);
    assert.deepEqual(
      next.children.map(({ label, description }) => `${label}: ${description}`),
      [
        'The handoff checklist is in review: not met',
        'Nobody in operations or customer support has accepted it: not met',
        'CHG-6 is left, none may be: not met',
        '3 errors are left in the development documents: not met · recommended',
      ],
    );
    assert.equal(next.children[0]?.open?.line, 3);
  });

  it('lets a criterion make the document that it waits for', () => {
    const launch = find('Ready to launch');
    const plan = launch.children.find(child => child.label === 'There is no launch plan');
    assert.equal(plan?.context, 'criterion-absent');
    assert.equal(plan?.create?.type, 'launch-plan');
  });

  it('says once what is asked for twice, to enter a gate and to pass it', () => {
    const brief = { reason: 'Product brief is missing', create: 'product-brief' };
    const criteria = [
      criterion('entry', 'unmet', 'The brief is ready.', { ...brief, part: 'entry' }),
      criterion('exit', 'unmet', 'The brief is approved.', brief),
      criterion('other', 'unmet', 'It is so.'),
    ];
    const concept = gate('concept', 'Concept agreed', 'blocked', criteria);
    const [phase] = phasesTree({ products: [{ ...strideOne, gates: [concept] }], complete: true });
    const row = phase?.children.find(child => child.context === 'gate');
    assert.deepEqual(
      row?.children.map(child => child.label),
      ['Product brief is missing', 'It is so'],
    );
  });

  it('gives every row an id of its own that another report keeps', () => {
    const ids = all(tree).map(node => node.id);
    assert.equal(new Set(ids).size, ids.length);
    const later = phasesTree({ products: [{ ...strideOne, asOf: '2026-07-01' }], complete: false });
    assert.deepEqual(
      all(later).map(node => node.id),
      ids,
    );
  });

  it('raises the alarm for an unmet criterion only where it matters now', () => {
    const unmet = criterion('x', 'unmet', 'It is so.');
    assert.equal(criterionIcon(unmet, gate('g', 'G', 'later', [])).color, undefined);
    assert.ok(criterionIcon(unmet, gate('g', 'G', 'blocked', [])).color);
  });

  it('uses icons that exist, another one for each state that must be told apart', () => {
    const css = readFileSync(createRequire(import.meta.url).resolve('@vscode/codicons/dist/codicon.css'), 'utf8');
    const tables = [documentIcons, gateIcons, phaseIcons, stageIcons];
    const icons = [
      recommendedIcon,
      ...tables.flatMap(table => Object.values(table)),
      ...all(tree).map(node => node.icon),
    ];
    for (const { id } of icons) assert.ok(css.includes(`.codicon-${id}:before`), id);
    const documents = Object.values(documentIcons).map(({ id }) => id);
    assert.equal(new Set(documents).size, documents.length);
  });
});
