import { namesIn } from '../project/pathPattern.ts';
import { capturesOf, namesOfType } from './conditionNames.ts';
import { isDate } from './date.ts';
import { type Fault, keyProblem, valueProblem } from './fault.ts';
import { nearest } from './nearest.ts';
import { places, values } from './places.ts';
import { hint } from './problem.ts';
import { type KeyPath, keysAt, partAt, type Tree, textAt, textsAt } from './tree.ts';

/** Where fields stand in a definition. */
export const fieldPlaces = [
  'fields+',
  'artifacts.*.fields+',
  'records.*.fields+',
  'items.*.fields+',
  'artifacts.*.sections.*.cells.*',
];

/** Settings of fields that can never be fulfilled, that have no effect, or that name parts of a path that there are not. */
export const fieldFaults = (tree: Tree): readonly Fault[] => [
  ...fieldPlaces
    .flatMap(at => places(tree, at))
    .flatMap(({ path }) => [...contradictions(tree, path), ...idle(tree, path), ...unknownParts(tree, path)]),
  ...unreadableBounds(tree),
  ...emptyChecks(tree),
];

const limits = [
  ['min', 'max'],
  ['min-length', 'max-length'],
  ['min-items', 'max-items'],
] as const;

/** Limits that no value can keep. */
function contradictions(tree: Tree, path: KeyPath): readonly Fault[] {
  const crossed = limits.flatMap(([least, most]): Fault[] => {
    const [low, high] = [textAt(tree, [...path, least]), textAt(tree, [...path, most])];
    if (low === undefined || high === undefined || Number(low) <= Number(high)) return [];
    const at = [...path, least];
    const message = `\`${least}\` is ${low} and \`${most}\` is ${high}, so no value can be right. Change one of them.`;
    return [{ path: at, about: at, problem: () => keyProblem(tree, at, message) }];
  });
  const isOpen = ['values', 'values-from', 'values-by'].some(key => partAt(tree, [...path, key]) !== undefined);
  if (textAt(tree, [...path, 'type']) !== 'enum' || isOpen) return crossed;
  const at = [...path, 'type'];
  const message = 'This `enum` has no values, so no value can be right. Give it `values`, or `values-from`.';
  return [...crossed, { path: at, about: at, problem: () => keyProblem(tree, at, message) }];
}

/** Settings that belong to another type of field. */
const ofTypes = [
  ['values-from', 'enum'],
  ['to', 'reference'],
  ['by', 'reference'],
] as const;

function idle(tree: Tree, path: KeyPath): readonly Fault[] {
  const types = [textAt(tree, [...path, 'type']) ?? [], textsAt(tree, [...path, 'type'])].flat();
  return ofTypes.flatMap(([key, type]) => {
    const at = [...path, key];
    const part = partAt(tree, at);
    if (part === undefined || (part.kind === 'list' && part.items.length === 0) || types.includes(type)) return [];
    const message = `\`${key}\` has no effect here: it is for fields of \`type: ${type}\`.`;
    return [{ path: at, about: at, problem: () => keyProblem(tree, at, message) }];
  });
}

/** Named parts of a path in `equals`, `unique` and `by` that no path has. */
function unknownParts(tree: Tree, path: KeyPath): readonly Fault[] {
  const own = () => ownersOf(tree, path).flatMap(type => capturesOf(tree, type));
  return [
    ...unknownNames(tree, [...path, 'equals'], namesIn, own, 'named part of the path'),
    ...unknownNames(tree, [...path, 'unique'], namesIn, own, 'named part of the path'),
    ...unknownNames(
      tree,
      [...path, 'by'],
      byNames,
      () => targetNames(tree, path),
      'named part of the path or field of the documents that it may name',
    ),
  ];
}

function targetNames(tree: Tree, path: KeyPath): readonly string[] {
  const [all, to] = [keysAt(tree, ['artifacts']), textsAt(tree, [...path, 'to'])];
  const types = to.length > 0 && to.every(type => all.includes(type)) ? to : all;
  return [...keysAt(tree, ['fields']), ...types.flatMap(type => namesOfType(tree, type))];
}

const byNames = (text: string): readonly string[] => (text.includes('{') ? namesIn(text) : [text]);

/** The artifact types whose documents have the field. */
const ownersOf = (tree: Tree, path: KeyPath): readonly string[] =>
  path[0] === 'artifacts' ? [String(path[1])] : path[0] === 'fields' ? keysAt(tree, ['artifacts']) : [];

function unknownNames(
  tree: Tree,
  path: KeyPath,
  namesOf: (text: string) => readonly string[],
  names: () => readonly string[],
  noun: string,
): readonly Fault[] {
  const text = textAt(tree, path);
  if (text === undefined) return [];
  const known = [...names(), 'number'];
  return namesOf(text).flatMap(name => {
    if (known.includes(name)) return [];
    const { words } = hint(nearest(name, known), { start: 0, end: 0 });
    const message = `\`${name}\` is no ${noun}, so \`${String(path.at(-1))}\` has no effect.${words}`;
    return [{ path, about: path, problem: () => valueProblem(tree, path, name, message) }];
  });
}

const boundPlaces = [
  ...fieldPlaces,
  ...['sections', 'companions', 'checks'].map(part => `artifacts.*.${part}.*`),
  'artifacts.*.sections.*.checklist.items.*',
  'records.*.checks.*',
  ...['gates.*.entry.*', 'gates.*.exit.*', 'phases.*.begun-when.*'],
];

/** `since` and `until` that are neither a day nor a version. */
const unreadableBounds = (tree: Tree): readonly Fault[] =>
  boundPlaces
    .flatMap(at => [...values(tree, `${at}.since`), ...values(tree, `${at}.until`)])
    .flatMap(({ path, part }) => {
      const text = part.kind === 'scalar' ? part.source : undefined;
      if (text === undefined || isDate(text) || /^v?\d+(?:\.\d|$)/i.test(text)) return [];
      const message = `\`${text}\` is neither a day such as 2026-06-15 nor a version such as 1.4, so nothing can be compared with it.`;
      return [{ path, about: path, problem: () => valueProblem(tree, path, text, message) }];
    });

/** Checks that demand nothing. */
const emptyChecks = (tree: Tree): readonly Fault[] =>
  ['artifacts.*.checks.*.must', 'records.*.checks.*.must']
    .flatMap(at => places(tree, at))
    .flatMap(({ path, part }) => {
      if (part.kind !== 'map' || part.entries.size > 0) return [];
      const message = 'This check demands nothing, so it always holds. Say in `must` what the fields must be.';
      return [{ path, about: path, problem: () => keyProblem(tree, path, message) }];
    });
