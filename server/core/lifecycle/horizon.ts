import { type Fault, valueProblem } from './fault.ts';
import { keysAt, type Tree, textAt } from './tree.ts';

/** A `horizon` that no gate comes up to: a gate that repeats for each version stands beside the order of the others. */
export function horizonFaults(tree: Tree): readonly Fault[] {
  const path = ['horizon'];
  const gate = textAt(tree, path);
  if (gate === undefined || textAt(tree, ['gates', gate, 'repeats']) === undefined) return [];
  const last = keysAt(tree, ['gates']).findLast(id => textAt(tree, ['gates', id, 'repeats']) === undefined);
  const instead = last === undefined ? 'Take the line out.' : `Name a gate that is passed once, such as \`${last}\`.`;
  const message = `Gate \`${gate}\` repeats for each version, so nothing comes before it and the horizon has no effect. ${instead}`;
  return [{ path, about: path, problem: () => valueProblem(tree, path, gate, message) }];
}
