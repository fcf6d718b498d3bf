import { documentConditions, itemConditions, recordConditions } from './conditionNames.ts';
import { places } from './places.ts';
import { listed } from './problem.ts';
import { type KeyPath, keysAt, partAt, type Tree, textAt, textsAt } from './tree.ts';
import { kindRead } from './vocabulary.ts';

/** A value in a condition that its field can never have, so that the condition never holds because of it. */
export interface NeverValue {
  readonly path: KeyPath;
  readonly message: string;
}

/** The words that conditions compare a field with although the field may only have others. */
export const neverValues = (tree: Tree): readonly NeverValue[] =>
  conditions.flatMap(({ at, fieldsOf }) =>
    places(tree, at).flatMap(({ path }) =>
      keysAt(tree, path).flatMap(field => impossible(tree, [...path, field], field, fieldsOf(tree, path))),
    ),
  );

interface Conditions {
  readonly at: string;
  /** Where the fields are defined that a condition at `path` may name, the nearest first. */
  fieldsOf(tree: Tree, path: KeyPath): readonly KeyPath[];
}

const ofDocument: Conditions['fieldsOf'] = (_, path) => [
  ...(path[0] === 'artifacts' ? [[...path.slice(0, 2), 'fields']] : []),
  ['fields'],
];
const ofRecord: Conditions['fieldsOf'] = (_, path) => [['records', path[1] ?? '', 'fields']];
const ofCriterion: Conditions['fieldsOf'] = (tree, path) => {
  const kind = kindRead(tree, path.slice(0, -1));
  return kind === undefined ? [] : [['records', kind, 'fields']];
};

const conditions: readonly Conditions[] = [
  // Rules apply to documents of any type, each with its own fields.
  ...documentConditions.filter(at => !at.startsWith('rules')).map(at => ({ at, fieldsOf: ofDocument })),
  ...recordConditions.map(at => ({ at, fieldsOf: ofRecord })),
  ...itemConditions.map(at => ({ at, fieldsOf: (_: Tree, path: KeyPath) => [['items', path[1] ?? '', 'fields']] })),
  ...['gates.*.entry.*.where', 'gates.*.exit.*.where'].map(at => ({ at, fieldsOf: ofCriterion })),
];

function impossible(tree: Tree, test: KeyPath, field: string, definitions: readonly KeyPath[]): readonly NeverValue[] {
  const definition = definitions.map(path => [...path, field]).find(path => partAt(tree, path));
  const allowed = definition && wordsOf(tree, definition);
  if (!allowed) return [];
  return wordsAsked(tree, test).flatMap(({ path, word }) =>
    allowed.includes(word)
      ? []
      : [{ path, message: `\`${field}\` can never be \`${word}\`, so this never holds. It is ${listed(allowed)}.` }],
  );
}

/** The words of a field that may have no others; undefined where more are possible. */
function wordsOf(tree: Tree, definition: KeyPath): readonly string[] | undefined {
  if (textAt(tree, [...definition, 'type']) !== 'enum' || partAt(tree, [...definition, 'values-from']))
    return undefined;
  const depending = keysAt(tree, [...definition, 'values-by']).flatMap(other =>
    keysAt(tree, [...definition, 'values-by', other]).flatMap(value =>
      textsAt(tree, [...definition, 'values-by', other, value]),
    ),
  );
  const words = [...new Set([...textsAt(tree, [...definition, 'values']), ...depending])];
  return words.length > 0 ? words : undefined;
}

/** The words that a test accepts: its value, or each of its list. What it only rules out does no harm. */
function wordsAsked(tree: Tree, test: KeyPath): readonly { readonly path: KeyPath; readonly word: string }[] {
  const word = textAt(tree, test);
  if (word !== undefined) return [{ path: test, word }];
  return textsAt(tree, test).map(text => ({ path: test, word: text }));
}
