import { memoize } from '../text/memo.ts';
import { usualKinds } from './schema/criterion.ts';
import { type KeyPath, keysAt, partAt, type Tree, textAt, textsAt } from './tree.ts';

/** The names that a definition knows of each sort of thing. */
export interface Vocabulary {
  readonly artifacts: ReadonlySet<string>;
  readonly gates: ReadonlySet<string>;
  readonly items: ReadonlySet<string>;
  readonly phases: ReadonlySet<string>;
  readonly records: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
  readonly stages: ReadonlySet<string>;
  readonly statuses: ReadonlySet<string>;
  readonly coverage: ReadonlySet<string>;
  /** Links by name and by the name of their inverse. */
  readonly links: ReadonlySet<string>;
  /** What a link may start from or lead to. */
  readonly linkEnds: ReadonlySet<string>;
  /** What may need a link. */
  readonly linkStarts: ReadonlySet<string>;
  /** Rules named by coverage rules. */
  readonly coverageRules: ReadonlySet<string>;
}

/** Collects the names once for each tree. */
export const vocabulary = memoize((tree: Tree): Vocabulary => {
  const names = (key: string): ReadonlySet<string> => new Set(keysAt(tree, [key]));
  const [artifacts, items, links] = [names('artifacts'), names('items'), names('links')];
  const sections = [...artifacts].flatMap(type =>
    keysAt(tree, ['artifacts', type, 'sections']).map(section => `section:${type}/${section}`),
  );
  const fields = [...artifacts].flatMap(type =>
    [...keysAt(tree, ['fields']), ...keysAt(tree, ['artifacts', type, 'fields'])].map(
      field => `field:${type}/${field}`,
    ),
  );
  const wholes = [...artifacts].map(type => `section:${type}`);
  return {
    artifacts,
    items,
    gates: names('gates'),
    phases: names('phases'),
    records: names('records'),
    roles: names('roles'),
    statuses: names('statuses'),
    coverage: names('coverage'),
    stages: new Set(keysAt(tree, ['phases']).flatMap(phase => keysAt(tree, ['phases', phase, 'stages']))),
    links: new Set([...links].flatMap(link => [link, textAt(tree, ['links', link, 'inverse']) ?? link])),
    linkEnds: new Set([...items, ...fixedEnds, ...wholes, ...sections]),
    linkStarts: new Set([...items, ...sections, ...fields]),
    coverageRules: new Set(keysAt(tree, ['coverage']).flatMap(id => textAt(tree, ['coverage', id, 'rule']) ?? [])),
  };
});

const fixedEnds = ['version', 'role', 'gate', 'artifact', 'external', 'text'];

/** The stages of the phase that the artifact type at `path` belongs to. */
export const stagesOfOwnPhase = (tree: Tree, path: KeyPath): readonly string[] =>
  keysAt(tree, ['phases', textAt(tree, [...path.slice(0, 2), 'phase']) ?? '', 'stages']);

/** The record kind that the criterion around `path` reads. */
export function kindRead(tree: Tree, criterion: KeyPath): string | undefined {
  const check = textAt(tree, [...criterion, 'check']);
  return textAt(tree, [...criterion, 'kind']) ?? new Map(Object.entries(usualKinds)).get(check ?? '');
}

/** The names of the fields of a record kind; undefined when the tree has no such kind. */
export const fieldsOfRecord = (tree: Tree, kind: string): readonly string[] | undefined =>
  partAt(tree, ['records', kind]) && keysAt(tree, ['records', kind, 'fields']);

/** The fields of an item kind, those of the record kinds that declare it included. */
export const fieldsOfItem = (tree: Tree, kind: string): readonly string[] => [
  ...keysAt(tree, ['items', kind, 'fields']),
  ...keysAt(tree, ['records'])
    .filter(record => textsAt(tree, ['records', record, 'declares']).includes(kind))
    .flatMap(record => keysAt(tree, ['records', record, 'fields'])),
];
