import { nameOf } from './describe.ts';
import { keyProblem } from './fault.ts';
import { isNull, isUnsaid } from './merge.ts';
import { places } from './places.ts';
import { capital, type DefinitionProblem, joined } from './problem.ts';
import { isKnown, type Reference, references } from './references.ts';
import { type KeyPath, partAt, type Tree, type TreeMap } from './tree.ts';

/** Something that a file removes with `null`. */
interface Removal {
  readonly layer: TreeMap;
  readonly path: KeyPath;
}

/**
 * Tells which criteria go because a file of the product removes what they name, so that nobody loosens a gate by
 * accident. `merged` still has these criteria, `whole` has them no more. Built-in files know what they do.
 */
export function lostCriteria(merged: Tree, whole: Tree, layers: readonly TreeMap[]): readonly DefinitionProblem[] {
  const removals = new Map(
    layers.flatMap(layer => removalsOf(layer, merged)).map(removal => [keyOf(removal.path), removal]),
  );
  if (removals.size === 0) return [];
  const lost = ['gates.*.entry.*', 'gates.*.exit.*']
    .flatMap(pattern => places(merged, pattern))
    .filter(({ path }) => !partAt(whole, path));
  const byRemoval = new Map<Removal, KeyPath[]>();
  for (const { path } of lost)
    for (const cause of causesOf(path, merged, whole)) {
      const removal = removals.get(cause);
      if (removal) byRemoval.set(removal, [...(byRemoval.get(removal) ?? []), path]);
    }
  return [...byRemoval].map(([removal, criteria]) => problemOf(removal, criteria, merged));
}

function removalsOf(layer: TreeMap, merged: Tree): readonly Removal[] {
  if (layer.layer.builtIn) return [];
  return ['artifacts.*', 'records.*', 'coverage.*', 'gates.*']
    .flatMap(pattern => places(layer, pattern))
    .filter(({ path, part }) => isNull(part) && !isUnsaid(part) && !partAt(merged, path))
    .map(({ path }) => ({ layer, path }));
}

/** What the entry at `path` names and cannot find: the missing things themselves, by the keys of their paths. */
function causesOf(path: KeyPath, merged: Tree, whole: Tree, seen = new Set<string>()): ReadonlySet<string> {
  const causes = new Set<string>();
  for (const reference of references(merged)) {
    const target = within(reference.path, path) ? targetOf(reference) : undefined;
    if (!target || partAt(whole, target) || seen.has(keyOf(target))) continue;
    seen.add(keyOf(target));
    if (!isKnown(reference, merged)) causes.add(keyOf(target));
    else for (const cause of causesOf(target, merged, whole, seen)) causes.add(cause);
  }
  return causes;
}

const within = (inner: KeyPath, outer: KeyPath): boolean => outer.every((step, index) => inner[index] === step);

const collections: ReadonlyMap<string, string> = new Map([
  ['artifact type', 'artifacts'],
  ['record kind', 'records'],
  ['coverage rule', 'coverage'],
  ['gate', 'gates'],
]);

/** Where what is named stands, or stood: the type for `section:TYPE/SECTION`. */
function targetOf({ name, noun }: Reference): KeyPath | undefined {
  const type = /^(?:section|field):([^/]+)/.exec(name)?.[1];
  if (type !== undefined) return ['artifacts', type];
  const collection = collections.get(noun);
  return collection === undefined ? undefined : [collection, name];
}

function problemOf({ layer, path }: Removal, criteria: readonly KeyPath[], merged: Tree): DefinitionProblem {
  const names = criteria.map(criterion => `\`${criterion.at(-1)}\` of gate \`${criterion[1]}\``);
  const one = criteria.length === 1;
  const message = `${capital(nameOf(merged, path))} is removed, and with it the criteri${one ? 'on that needs' : 'a that need'} it: ${joined(names, 'and')}. Give the gate another criterion if it should still ask for this.`;
  return { ...keyProblem(layer, path, message), severity: 'info' };
}

const keyOf = (path: KeyPath): string => JSON.stringify(path);
