import { compareVersions } from '../project/version.ts';
import { isDate } from './date.ts';
import { keyProblem } from './fault.ts';
import { neverValues } from './neverValues.ts';
import { places } from './places.ts';
import type { DefinitionProblem } from './problem.ts';
import { type KeyPath, keysAt, partAt, type Tree, textAt, textsAt } from './tree.ts';

/**
 * What a user's own file says that can never come true, so that something is never asked for or never passed. Each is a
 * warning at the key that says it; what built-in files say is left alone.
 */
export const neverProblems = (tree: Tree): readonly DefinitionProblem[] =>
  [
    ...emptyPeriods(tree),
    ...impossibleCounts(tree),
    ...statusAside(tree),
    ...laterGates(tree),
    ...undeclared(tree),
    ...neverValues(tree),
  ].flatMap(({ path, message }) => {
    const problem = keyProblem(tree, path, message);
    return partAt(tree, path)?.layer.builtIn ? [] : [{ ...problem, severity: 'warning' as const }];
  });

interface Never {
  readonly path: KeyPath;
  readonly message: string;
}

/** A period that ends before it begins, wherever `since` and `until` may stand. */
function emptyPeriods(tree: Tree, path: KeyPath = []): readonly Never[] {
  const part = partAt(tree, path);
  if (part?.kind !== 'map') return [];
  const [since, until] = [textAt(tree, [...path, 'since']), textAt(tree, [...path, 'until'])];
  const own =
    since !== undefined && until !== undefined && !isBefore(since, until)
      ? [
          {
            path: [...path, 'until'],
            message: `\`until\` (${until}) does not lie after \`since\` (${since}), so this never applies.`,
          },
        ]
      : [];
  return [...own, ...[...part.entries.keys()].flatMap(key => emptyPeriods(tree, [...path, key]))];
}

/** Days and versions cannot be compared with each other: then the period may be sensible. */
function isBefore(since: string, until: string): boolean {
  if (isDate(since) !== isDate(until)) return true;
  return isDate(since) ? since < until : compareVersions(since, until) < 0;
}

const criteria = ['gates.*.entry.*', 'gates.*.exit.*'];

function impossibleCounts(tree: Tree): readonly Never[] {
  return criteria
    .flatMap(pattern => places(tree, pattern))
    .flatMap(({ path }): readonly Never[] => {
      const [min, max] = [textAt(tree, [...path, 'min']), textAt(tree, [...path, 'max'])].map(text =>
        text === undefined ? undefined : Number(text),
      );
      if (min === undefined) return [];
      if (max !== undefined && min > max)
        return [
          {
            path: [...path, 'min'],
            message: `\`min\` (${min}) is above \`max\` (${max}), so the criterion can never be met.`,
          },
        ];
      const type = textAt(tree, [...path, 'type']) ?? '';
      if (textAt(tree, [...path, 'check']) !== 'artifact' || min < 2) return [];
      if (textAt(tree, ['artifacts', type, 'cardinality']) !== 'one') return [];
      const message = `The criterion asks for ${min} documents of type \`${type}\`, of which a product has one, so it can never be met. Ask for one, or set \`cardinality: many\`.`;
      return [{ path: [...path, 'min'], message }];
    });
}

/** A status outside the ladder is at least nothing. */
function statusAside(tree: Tree): readonly Never[] {
  return criteria
    .flatMap(pattern => places(tree, pattern))
    .flatMap(({ path }): readonly Never[] => {
      const status = textAt(tree, [...path, 'status']);
      if (textAt(tree, [...path, 'check']) !== 'artifact' || status === undefined) return [];
      if (textAt(tree, ['statuses', status, 'ordered']) !== 'false') return [];
      const message = `The status \`${status}\` stands outside the ladder, so no document is at least that and the criterion can never be met.`;
      return [{ path: [...path, 'status'], message }];
    });
}

/** A gate that waits for a later one cannot be reached in order. Repeating gates stand outside the order. */
function laterGates(tree: Tree): readonly Never[] {
  const order = keysAt(tree, ['gates'])
    .filter(gate => textAt(tree, ['gates', gate, 'repeats']) === undefined)
    .map((gate, index) => ({ gate, place: Number(textAt(tree, ['gates', gate, 'order']) ?? index + 1) }));
  const placeOf = new Map(order.map(({ gate, place }) => [gate, place]));
  return criteria
    .flatMap(pattern => places(tree, pattern))
    .flatMap(({ path }): readonly Never[] => {
      if (textAt(tree, [...path, 'check']) !== 'gate-passed') return [];
      const [own, other] = [String(path[1]), textAt(tree, [...path, 'gate']) ?? ''];
      const [from, to] = [placeOf.get(own), placeOf.get(other)];
      if (from === undefined || to === undefined || to <= from || textAt(tree, [...path, 'level']) === 'should')
        return [];
      const message = `The gate \`${own}\` waits for \`${other}\`, which comes after it, so it can never be reached in order. Move one of them with \`order\`, or wait for an earlier gate.`;
      return [{ path: [...path, 'gate'], message }];
    });
}

/** Coverage of a kind that no document and no record declares finds nothing to judge. */
function undeclared(tree: Tree): readonly Never[] {
  const declared = new Set([
    ...['artifacts', 'records'].flatMap(key => keysAt(tree, [key]).flatMap(id => textsAt(tree, [key, id, 'declares']))),
    ...places(tree, 'artifacts.*.sections.*.declares').flatMap(({ path }) => textsAt(tree, path)),
  ]);
  return keysAt(tree, ['coverage']).flatMap((id): readonly Never[] => {
    const every = textAt(tree, ['coverage', id, 'every']);
    if (every === undefined || every.includes(':') || declared.has(every)) return [];
    const message = `No document type and no record declares \`${every}\`, so this coverage finds nothing to judge. Name it under \`declares\` of an artifact type or a record kind.`;
    return [{ path: ['coverage', id, 'every'], message }];
  });
}
