import { needs } from './schema/artifact.ts';
import { severities } from './schema/severity.ts';
import { type KeyPath, keysAt, partAt, type Tree, toValue } from './tree.ts';

/** Judges whether the value at a key asks for less than before. Values are plain; undefined for one that is not there. */
type Judge = (before: unknown, after: unknown, tree: Tree) => boolean;

/** Words from the strictest to the weakest; `usual` is what holds when nothing is said. */
const ranked =
  (words: readonly string[], usual?: string): Judge =>
  (before, after) =>
    words.indexOf(String(after ?? usual)) > words.indexOf(String(before ?? usual));

const status: Judge = (before, after, tree) => {
  const ladder = keysAt(tree, ['statuses']);
  return ladder.indexOf(String(after)) < ladder.indexOf(String(before));
};

const noLess: Judge = (before, after) => before !== undefined && !(Number(after) >= Number(before));
const noMore: Judge = (before, after) => before !== undefined && !(Number(after) <= Number(before));
const same: Judge = (before, after) => JSON.stringify(before) !== JSON.stringify(after);
const sameIfSaid: Judge = (before, after, tree) => typeof before !== 'undefined' && same(before, after, tree);
/** Once it is on it stays on. */
const on: Judge = (before, after) => before === true && after !== true;
/** `true` is the strictest; of two conditions nobody can tell. */
const required: Judge = (before, after, tree) =>
  after !== true && (before ?? true) !== false && same(before ?? true, after ?? true, tree);
/** A criterion's `sections: complete`; the sections of a type are entries of their own. */
const complete: Judge = (before, after) => before === 'complete' && after !== 'complete';

const judges: ReadonlyMap<string, Judge> = new Map(
  Object.entries({
    locked: on,
    independence: ranked(['required', 'warn', 'off'], 'warn'),
    need: ranked(needs, 'required'),
    level: ranked(['must', 'should'], 'must'),
    severity: ranked([...severities, 'off']),
    required,
    status,
    sections: complete,
    fresh: on,
    independent: on,
    all: on,
    strict: on,
    min: noLess,
    'min-words': noLess,
    'min-per-phase': noLess,
    'min-pass': noLess,
    'meeting-target': noLess,
    coverage: noLess,
    max: noMore,
    'max-unhandled-failures': noMore,
    when: same,
    since: same,
    until: same,
    where: same,
    paths: same,
    'recommended-when': same,
    'required-by': sameIfSaid,
    'from-gate': sameIfSaid,
    check: sameIfSaid,
    type: sameIfSaid,
    kind: sameIfSaid,
    rule: sameIfSaid,
    gate: sameIfSaid,
    of: sameIfSaid,
    every: sameIfSaid,
    link: sameIfSaid,
    to: sameIfSaid,
  } satisfies Readonly<Record<string, Judge>>),
);

const rootKeys = ['locked', 'independence'];

/** The keys by which the entry at `path` can be weakened; of the definition itself only its own settings. */
export const judgedKeys = (path: KeyPath): readonly string[] => (path.length === 0 ? rootKeys : [...judges.keys()]);

/** Whether the definition `after` asks for less than `before` at the key at the end of `path`. */
export function isWeaker(path: KeyPath, before: Tree, after: Tree): boolean {
  const valueIn = (tree: Tree): unknown => {
    const part = partAt(tree, path);
    return part && toValue(part);
  };
  return judges.get(String(path.at(-1)))?.(valueIn(before), valueIn(after), after) ?? false;
}
