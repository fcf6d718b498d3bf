import { memoize } from '../text/memo.ts';
import { conditionSorts, namesOfType } from './conditionNames.ts';
import { entryOrSelf, type Located } from './fault.ts';
import { type Place, places, values } from './places.ts';
import { type KeyPath, keysAt, type Tree, textAt } from './tree.ts';
import { fieldsOfItem, fieldsOfRecord, kindRead, stagesOfOwnPhase, type Vocabulary, vocabulary } from './vocabulary.ts';

/** A name in a definition that must be the name of something else in it. */
export interface Reference extends Located {
  /** The key or value that holds the name. */
  readonly path: KeyPath;
  /** What is left out when the name leads nowhere. */
  readonly whole: KeyPath;
  readonly name: string;
  /** What it names, in words. */
  readonly noun: string;
  /** The names that a definition knows; undefined when it says nothing about them. */
  names(tree: Tree): Iterable<string> | undefined;
}

type Names = (tree: Tree, path: KeyPath) => Iterable<string> | undefined;

export interface Sort {
  readonly at: string;
  readonly noun: string;
  readonly names: Names;
  /** Whether the name is the key at the end of the path. */
  readonly isKey?: boolean;
  /** Whether the name may go on after a dot. */
  readonly isDotted?: boolean;
  /** How many steps above the name what is left out with it begins, such as the condition that it belongs to. */
  readonly above?: number;
  /** Only in criteria of this kind. */
  readonly check?: readonly string[];
}

const known =
  (key: keyof Vocabulary): Names =>
  tree =>
    vocabulary(tree)[key];

const artifact = { noun: 'artifact type', names: known('artifacts') };
const gate = { noun: 'gate', names: known('gates') };
const item = { noun: 'item kind', names: known('items') };
const phase = { noun: 'phase', names: known('phases') };
const record = { noun: 'record kind', names: known('records') };
const role = { noun: 'role', names: known('roles') };
const stage = { noun: 'stage', names: known('stages') };
const status = { noun: 'status', names: known('statuses') };
const end = { noun: 'end of a link', names: known('linkEnds') };

const both =
  (names: Names, ...more: readonly string[]): Names =>
  (tree, path) => [...(names(tree, path) ?? []), ...more];

/** The fields of the record or item kind around a path such as `records.ID.…`. */
const ownFields: Names = (tree, path) => [...(fieldsOfRecord(tree, String(path[1])) ?? []), 'product'];
const field = { noun: 'field', names: ownFields };
const itemField = { noun: 'field', names: (tree: Tree, path: KeyPath) => fieldsOfItem(tree, String(path[1])) };
/** The fields of the record kind that the criterion around the path reads. */
const readFields: Names = (tree, path) => fieldsOfRecord(tree, kindRead(tree, path.slice(0, criterionDepth)) ?? '');
const read = { noun: 'field', names: readFields, check: ['records', 'risks', 'metrics'] };

const criterionDepth = 4;
const inCriteria = (sorts: readonly Sort[]): readonly Sort[] =>
  ['gates.*.entry.*', 'gates.*.exit.*', 'phases.*.begun-when.*'].flatMap(base =>
    sorts.map(sort => ({ ...sort, at: `${base}.${sort.at}` })),
  );

const sectionsOfOwnType: Names = (tree, path) => keysAt(tree, [...path.slice(0, 2), 'sections']);
const sectionOfType = {
  noun: 'section',
  names: (tree: Tree, path: KeyPath) => keysAt(tree, path.slice(0, 3)),
};

/** The fields that some document has. */
function documentNames(tree: Tree): readonly string[] {
  return [
    ...keysAt(tree, ['fields']),
    ...keysAt(tree, ['artifacts']).flatMap(type => namesOfType(tree, type)),
    'date',
    'created',
  ];
}

/** Every sort of name that must exist, and where it stands. */
const sorts: readonly Sort[] = [
  { at: 'horizon', ...gate },
  { at: 'waive.*', isKey: true, ...artifact },
  { at: 'provided-by.*', isKey: true, ...artifact },
  { at: 'roles.*.phase', noun: 'phase', names: both(known('phases'), 'both') },
  { at: 'artifacts.*.phase', ...phase },
  { at: 'artifacts.*.stage', noun: 'stage', names: stagesOfOwnPhase },
  { at: 'artifacts.*.required-by', ...gate },
  { at: 'artifacts.*.accountable', ...role },
  { at: 'artifacts.*.responsible', ...role },
  { at: 'artifacts.*.approve-also', ...role },
  { at: 'artifacts.*.status-default', ...status },
  { at: 'artifacts.*.status-words.*', ...status },
  { at: 'artifacts.*.declares', ...item },
  { at: 'artifacts.*.sections.*.declares', ...item },
  { at: 'artifacts.*.sections.*.after', ...sectionOfType },
  { at: 'artifacts.*.sections.*.within', ...sectionOfType },
  { at: 'artifacts.*.section-order', noun: 'section', names: both(sectionsOfOwnType, 'any', 'defined') },
  { at: 'artifacts.*.combined-sections.*', noun: 'section', names: sectionsOfOwnType },
  { at: 'artifacts.*.companions.*.type', ...artifact },
  { at: 'artifacts.*.fields+.kinds', noun: 'item kind', names: both(known('items'), 'external') },
  { at: 'records.*.fields+.kinds', noun: 'item kind', names: both(known('items'), 'external') },
  { at: 'items.*.fields+.kinds', noun: 'item kind', names: both(known('items'), 'external') },
  { at: 'fields+.kinds', noun: 'item kind', names: both(known('items'), 'external') },
  ...['fields+', 'artifacts.*.fields+', 'records.*.fields+', 'items.*.fields+'].map(at => ({
    at: `${at}.to`,
    ...artifact,
  })),
  ...conditionSorts,
  { at: 'dated-by', noun: 'field', names: documentNames },
  { at: 'phases.*.entry-gate', ...gate },
  { at: 'phases.*.exit-gate', ...gate },
  { at: 'gates.*.phase', ...phase },
  { at: 'gates.*.closes', ...stage },
  { at: 'gates.*.opens', ...stage },
  { at: 'gates.*.decided-by.roles', ...role },
  { at: 'records.*.required-by', ...gate },
  { at: 'records.*.table-in', ...artifact },
  { at: 'records.*.merges-with', ...artifact },
  { at: 'records.*.declares', ...item },
  { at: 'records.*.expect.field', ...field },
  { at: 'records.*.expect.by', ...field },
  { at: 'records.*.starters.*.*', isKey: true, noun: 'field', names: both(ownFields, 'family') },
  { at: 'records.*.fields.*.values-by.*', isKey: true, ...field },
  { at: 'records.*.fields.*.derive.product', ...field },
  { at: 'records.*.fields.*.derive.band', ...field },
  { at: 'records.*.fields.*.derive.misses', ...field },
  { at: 'records.*.fields.*.derive.measured', ...field },
  { at: 'records.*.fields.*.derive.better', ...field },
  { at: 'items.*.retired.*', isKey: true, ...itemField },
  { at: 'items.*.revision', ...itemField },
  { at: 'links.*.from', noun: 'item kind', names: known('linkStarts') },
  { at: 'links.*.to', ...end },
  { at: 'coverage.*.every', noun: 'item kind', names: known('linkStarts') },
  { at: 'coverage.*.link', noun: 'link', names: known('links') },
  { at: 'coverage.*.through', noun: 'link', names: known('links') },
  { at: 'coverage.*.to', ...end },
  { at: 'coverage.*.from-gate', ...gate },
  ...inCriteria([
    { at: 'type', check: ['artifact'], ...artifact },
    { at: 'status', check: ['artifact'], ...status },
    { at: 'of', check: ['approval'], ...artifact },
    { at: 'roles', check: ['approval', 'training'], ...role },
    { at: 'roles-from', check: ['training'], ...artifact },
    { at: 'gate', check: ['gate-passed'], ...gate },
    { at: 'rule', check: ['trace'], noun: 'coverage rule', names: known('coverage') },
    { at: 'kind', check: ['records', 'risks', 'metrics', 'training'], ...record },
    { at: 'phase', check: ['findings'], ...phase },
    { at: 'in', check: ['released'], ...artifact },
    { at: 'where.*', isKey: true, ...read },
    { at: 'with', ...read },
    { at: 'each-has', ...read },
  ]),
];

/** Every name in the tree that must exist. Collected once for each tree. */
export const references = memoize((tree: Tree): readonly Reference[] => [
  ...sorts.flatMap(sort =>
    (sort.isKey ? places : values)(tree, sort.at).flatMap(place => toReference(tree, sort, place) ?? []),
  ),
  ...impliedKinds(tree),
]);

function toReference(tree: Tree, sort: Sort, { path, part }: Place): Reference | undefined {
  if (sort.check && !sort.check.includes(textAt(tree, [...path.slice(0, criterionDepth), 'check']) ?? ''))
    return undefined;
  const { noun, names, above = 0 } = sort;
  // In a list, the condition lies one step further up.
  const whole = above === 0 ? path : path.slice(0, path.length - above - (typeof path.at(-1) === 'number' ? 1 : 0));
  if (sort.isKey) {
    const key = String(path.at(-1));
    return {
      path,
      whole,
      name: key.split('.')[0] ?? key,
      noun,
      names: other => names(other, path),
      ...entryOrSelf(tree, path),
    };
  }
  if (part.kind !== 'scalar') return undefined;
  const name = sort.isDotted ? (part.source.split('.')[0] ?? part.source) : part.source;
  return { path, whole, name, noun, names: other => names(other, path), layer: part.layer, span: part.span };
}

/** Criteria that read a record kind without naming it. */
const impliedKinds = (tree: Tree): readonly Reference[] =>
  inCriteria([{ at: 'check', ...record }])
    .flatMap(({ at }) => places(tree, at))
    .flatMap(({ path, part: { layer, span } }) => {
      const criterion = path.slice(0, criterionDepth);
      const name = textAt(tree, [...criterion, 'kind']) === undefined ? kindRead(tree, criterion) : undefined;
      return name === undefined
        ? []
        : [{ ...record, path, whole: path, name, names: other => record.names(other, path), layer, span }];
    });

/** Whether a tree knows the name. */
export function isKnown(reference: Reference, tree: Tree): boolean {
  const names = reference.names(tree);
  if (names === undefined) return true;
  if (names instanceof Set) return names.has(reference.name);
  for (const name of names) if (name === reference.name) return true;
  return false;
}
