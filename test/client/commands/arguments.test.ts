import assert from 'node:assert/strict';
import { creationArgumentOf, targetOf } from '../../../client/commands/arguments.ts';
import { phasesTree } from '../../../client/views/phasesModel.ts';
import type { TreeNode } from '../../../client/views/tree/node.ts';
import { strideOneReport } from '../fixture/strideOne.ts';

const rows = (nodes: readonly TreeNode[]): readonly TreeNode[] => nodes.flatMap(node => [node, ...rows(node.children)]);
const tree = rows(phasesTree(strideOneReport));

describe('the arguments of commands', () => {
  it('are what is meant, or the row of the tree that means it', () => {
    const gate = tree.find(row => row.context === 'gate');
    assert.ok(gate?.open);
    assert.deepEqual(targetOf(gate.open), gate.open);
    assert.deepEqual(targetOf(gate), gate.open);
    const missing = tree.find(row => row.context === 'artifact-absent');
    assert.ok(missing?.create);
    assert.deepEqual(creationArgumentOf(missing.create), missing.create);
    assert.deepEqual(creationArgumentOf(missing), missing.create);
  });

  it('are nothing when they mean nothing', () => {
    const stage = tree.find(row => row.context === 'stage');
    for (const argument of [undefined, null, 'file:///a', {}, { uri: 1 }, stage]) {
      assert.equal(targetOf(argument), undefined);
      assert.equal(creationArgumentOf(argument), undefined);
    }
  });
});
