import { nameOf } from './describe.ts';
import { type Fault, problemAt } from './fault.ts';
import { nearest } from './nearest.ts';
import { capital, type DefinitionProblem, hint, listed, listLimit } from './problem.ts';
import { isKnown, type Reference, references } from './references.ts';
import { type KeyPath, partAt, type Tree } from './tree.ts';

/**
 * Names that lead nowhere although the file that wrote them should have known. `states[i]` is the definition as it was
 * when layer `i` had spoken: a name that was right then and lost its target to a later file is no mistake of its author.
 */
export function danglingFaults(tree: Tree, states: readonly Tree[]): readonly Fault[] {
  const faults: Fault[] = [];
  for (const reference of references(tree)) {
    const state = states[reference.layer.index];
    if (isKnown(reference, tree) || (state && isKnown(reference, state))) continue;
    const earlier = states.slice(0, reference.layer.index);
    faults.push({ path: reference.whole, about: reference.path, problem: () => problemOf(tree, reference, earlier) });
  }
  return faults;
}

/** Names that lead nowhere, for whatever reason. */
export function lostReferences(tree: Tree): readonly Fault[] {
  const lost = references(tree).filter(reference => !isKnown(reference, tree));
  return lost.map(({ path }) => ({ path: isLastEnd(path, tree, lost) ? path.slice(0, 2) : path, about: path }));
}

/** Whether a coverage rule loses the last of its ends or links: without any it would ask for something else. */
function isLastEnd(path: KeyPath, tree: Tree, lost: readonly Reference[]): boolean {
  if (path[0] !== 'coverage' || (path[2] !== 'to' && path[2] !== 'link')) return false;
  const part = partAt(tree, path.slice(0, 3));
  const gone = lost.filter(other => path.slice(0, 3).every((step, index) => other.path[index] === step));
  return part?.kind !== 'list' || gone.length === part.items.length;
}

function problemOf(tree: Tree, reference: Reference, earlier: readonly Tree[]): DefinitionProblem {
  const { path, name, noun, layer, span } = reference;
  const isKey = typeof path.at(-1) === 'string' && path.at(-1) === name;
  const holder = nameOf(tree, isKey ? path.slice(0, -1) : path);
  const says = `${capital(holder)} names the ${noun} \`${name}\``;
  if (earlier.some(state => [...(reference.names(state) ?? [])].includes(name)))
    return problemAt(layer, span, name, `${says}, which this definition removes. Keep that, or take this out too.`);
  const names = [...(reference.names(tree) ?? [])];
  const { words, fix } = hint(nearest(name, names), span);
  const choice =
    words === '' && names.length > 0 && names.length <= listLimit ? ` There are ${listed(names, 'and')}.` : '';
  return problemAt(layer, span, name, `${says}, which does not exist.${words}${choice}`, fix);
}
