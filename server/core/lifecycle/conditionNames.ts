import { namesIn } from '../project/pathPattern.ts';
import type { Sort } from './references.ts';
import { type KeyPath, keysAt, type Tree, textAt, textsAt } from './tree.ts';
import { fieldsOfItem, fieldsOfRecord, vocabulary } from './vocabulary.ts';

/** Where conditions over the fields of a document stand. */
export const documentConditions: readonly string[] = [
  ...['fields+', 'artifacts.*.fields+'].flatMap(field => [`${field}.required`, `${field}.when`]),
  ...['sections', 'companions'].flatMap(part => [`artifacts.*.${part}.*.required`, `artifacts.*.${part}.*.when`]),
  ...['ticked', 'answered'].map(key => `artifacts.*.sections.*.checklist.${key}`),
  ...['required', 'ticked', 'answered', 'when'].map(key => `artifacts.*.sections.*.checklist.items.*.${key}`),
  'artifacts.*.checks.*.must',
  'artifacts.*.checks.*.when',
  'rules.*.when',
];

/** Where conditions over the cells of a row stand, which see the document as well. */
export const cellConditions: readonly string[] = ['required', 'when'].map(
  key => `artifacts.*.sections.*.cells.*.${key}`,
);

/** Where conditions over the fields of a record entry stand. */
export const recordConditions: readonly string[] = [
  'records.*.fields+.required',
  'records.*.fields+.when',
  'records.*.checks.*.must',
  'records.*.checks.*.when',
];

/** Where conditions over the fields of an item stand. */
export const itemConditions: readonly string[] = ['items.*.fields+.required', 'items.*.fields+.when'];

const comparisons = ['not', 'is', 'at-least', 'at-most'];

/** The field names and statuses in conditions, which must exist. A condition with a wrong one is left out whole. */
export const conditionSorts: readonly Sort[] = [
  ...documentConditions.flatMap(at => [...fieldSorts(at, documentFields), ...statusSorts(at)]),
  ...cellConditions.flatMap(at =>
    fieldSorts(at, (tree, path) => [...keysAt(tree, path.slice(0, 5)), ...documentFields(tree, path)]),
  ),
  ...recordConditions.flatMap(at => fieldSorts(at, (tree, path) => fieldsOfRecord(tree, String(path[1])))),
  ...itemConditions.flatMap(at => fieldSorts(at, (tree, path) => fieldsOfItem(tree, String(path[1])))),
];

function fieldSorts(at: string, names: Sort['names']): readonly Sort[] {
  const field = {
    noun: 'field',
    names: (tree: Tree, path: KeyPath) => [...(names(tree, path) ?? []), 'product', 'document', 'sections'],
  };
  return [
    { at: `${at}.*`, isKey: true, above: 1, ...field },
    ...comparisons.map(key => ({ at: `${at}.*.${key}.field`, isDotted: true, above: 3, ...field })),
  ];
}

function statusSorts(at: string): readonly Sort[] {
  const status = { noun: 'status', names: (tree: Tree) => vocabulary(tree).statuses };
  return [
    { at: `${at}.status`, above: 1, ...status },
    ...comparisons.map(key => ({ at: `${at}.status.${key}`, above: 2, ...status })),
  ];
}

/** What conditions of a document may name: its fields, the named parts of its path, and what the lifecycle says of it. */
function documentFields(tree: Tree, path: KeyPath): readonly string[] {
  const types = path[0] === 'artifacts' ? [String(path[1])] : keysAt(tree, ['artifacts']);
  return [...ownNames, ...keysAt(tree, ['fields']), ...types.flatMap(type => namesOfType(tree, type))];
}

const ownNames = ['type', 'phase', 'stage', 'status', 'path', 'number'];

/** The fields of a type and the named parts of its paths. */
export const namesOfType = (tree: Tree, type: string): readonly string[] => [
  ...keysAt(tree, ['artifacts', type, 'fields']),
  ...capturesOf(tree, type),
];

/** The named parts of the paths of a type. */
export const capturesOf = (tree: Tree, type: string): readonly string[] =>
  [textAt(tree, ['artifacts', type, 'path']) ?? [], textsAt(tree, ['artifacts', type, 'path'])].flat().flatMap(namesIn);
