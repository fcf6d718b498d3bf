import { nameOf } from './describe.ts';
import { entryOrSelf, problemAt } from './fault.ts';
import { isNull, isUnsaid, merge } from './merge.ts';
import { places } from './places.ts';
import { capital, type DefinitionProblem } from './problem.ts';
import {
  type Edit,
  entryAt,
  type KeyPath,
  type Layer,
  partAt,
  rewrite,
  type Tree,
  type TreeMap,
  textAt,
} from './tree.ts';
import { isWeaker, judgedKeys } from './weaker.ts';

interface Kept {
  /** The layers without what would weaken a locked entry of an earlier one. */
  readonly trees: readonly TreeMap[];
  readonly problems: readonly DefinitionProblem[];
}

/**
 * Holds later files to what earlier ones lock: `locked: true` on an artifact type, section, gate, criterion, record
 * kind, coverage rule or rule setting, and on what lies in it; at the top, on `independence`. A file that removes or weakens such an entry is told so,
 * and that part of it is left out; making it stricter is fine.
 */
export function keepLocked(layers: readonly TreeMap[]): Kept {
  const trees: TreeMap[] = [];
  const problems: DefinitionProblem[] = [];
  let before: Tree | undefined;
  for (const layer of layers) {
    const kept = before === undefined ? { layer, problems: [] } : held(before, layer);
    trees.push(kept.layer);
    problems.push(...kept.problems);
    before = merge(before, kept.layer);
  }
  return { trees, problems };
}

interface Lock {
  readonly path: KeyPath;
  /** The layer that locked it. */
  readonly by: Layer;
}

/** A key of a layer that would remove or weaken a locked entry. */
interface Breach extends Lock {
  readonly removed: KeyPath;
}

function held(
  before: Tree,
  layer: TreeMap,
): { readonly layer: TreeMap; readonly problems: readonly DefinitionProblem[] } {
  const locks = locksOf(before);
  if (locks.length === 0) return { layer, problems: [] };
  const whole = edited(layer, spelledOut(layer, locks));
  const after = merge(before, whole);
  const breaches = new Map<string, Breach>();
  for (const lock of locks)
    for (const removed of breachesOf(lock.path, before, whole, after)) {
      const key = JSON.stringify(removed);
      if (!breaches.has(key)) breaches.set(key, { ...lock, removed });
    }
  const found = [...breaches.values()];
  return {
    layer: edited(
      whole,
      found.map(({ removed }) => ({ path: removed })),
    ),
    problems: found.map(breach => problemOf(breach, before, whole)),
  };
}

const lockable = [
  'artifacts.*',
  'artifacts.*.sections.*',
  'gates.*',
  'gates.*.entry.*',
  'gates.*.exit.*',
  'records.*',
  'coverage.*',
  'rules.*',
];

/** The locked entries of a definition, those that lie in locked ones included. */
function locksOf(tree: Tree): readonly Lock[] {
  const whole = lockAt(tree, []);
  const entries = lockable.flatMap(pattern =>
    places(tree, pattern).flatMap(({ path }) => {
      const own = lockAt(tree, path) ?? lockAt(tree, path.slice(0, 2));
      return own ? [{ path, by: own }] : [];
    }),
  );
  return whole ? [{ path: [], by: whole }, ...entries] : entries;
}

function lockAt(tree: Tree, path: KeyPath): Layer | undefined {
  const key = [...path, 'locked'];
  return textAt(tree, key) === 'true' ? entryAt(tree, key)?.layer : undefined;
}

/** Writes `rule: error` as `rule: { severity: error }`, so that it is merged with what is locked and not put in its place. */
const spelledOut = (layer: TreeMap, locks: readonly Lock[]): readonly Edit[] =>
  locks.flatMap(({ path }): readonly Edit[] => {
    const part = path[0] === 'rules' ? partAt(layer, path) : undefined;
    if (part?.kind !== 'scalar' || isNull(part)) return [];
    const severity = { keySpan: entryOrSelf(layer, path).span, layer: part.layer, value: part };
    return [
      { path, to: { kind: 'map', span: part.span, layer: part.layer, entries: new Map([['severity', severity]]) } },
    ];
  });

const edited = (layer: TreeMap, edits: readonly Edit[]): TreeMap => {
  const tree = edits.length === 0 ? layer : rewrite(layer, edits);
  return tree?.kind === 'map' ? tree : { ...layer, entries: new Map() };
};

/** What the layer must not say of the locked entry at `path`. */
function breachesOf(path: KeyPath, before: Tree, layer: TreeMap, after: Tree): readonly KeyPath[] {
  for (let length = 1; length <= path.length; length += 1) {
    const here = path.slice(0, length);
    const part = partAt(layer, here);
    if (!part || isUnsaid(part)) return [];
    if (part.kind !== 'map') return [here];
  }
  return judgedKeys(path)
    .map(key => [...path, key])
    .filter(key => partAt(layer, key) && isWeaker(key, before, after));
}

function problemOf({ path, by, removed }: Breach, before: Tree, layer: TreeMap): DefinitionProblem {
  const { span } = entryOrSelf(layer, removed);
  const subject = String(removed.at(-1));
  const locker = by.builtIn ? by.file.replace(/^.*\/|\.yaml$/g, '') : by.file;
  const message =
    removed.length > path.length
      ? `${capital(nameOf(before, removed))} is locked by \`${locker}\`: this file can make it stricter, but not weaker, so this is left out.`
      : `${capital(nameOf(before, path))} is locked by \`${locker}\`, so ${removed.length < path.length ? 'what holds it' : 'it'} cannot be removed here. It stays as it is.`;
  return problemAt(layer.layer, span, subject, message);
}
