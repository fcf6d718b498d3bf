import { nameOf } from './describe.ts';
import { isNull, isUnsaid } from './merge.ts';
import { nearest } from './nearest.ts';
import { capital, type DefinitionProblem, hint } from './problem.ts';
import { isKeyed } from './schemaView.ts';
import { type KeyPath, keysAt, partAt, type Tree, type TreeMap } from './tree.ts';

/**
 * Keys of a layer that do not do what they seem to: those without a value, and `null` for an entry that was never there.
 * `before` is the definition without this layer. A key at the top without a value is left alone: people write the
 * heading first.
 */
export function nullProblems(before: Tree | undefined, layer: TreeMap): readonly DefinitionProblem[] {
  return [...walk(before, layer, layer, [])];
}

function* walk(before: Tree | undefined, root: TreeMap, map: TreeMap, path: KeyPath): Iterable<DefinitionProblem> {
  for (const [key, { keySpan, value }] of map.entries) {
    const here = [...path, key];
    const problem = (message: string, fix?: DefinitionProblem['fix']): DefinitionProblem => ({
      file: map.layer.file,
      span: keySpan,
      message,
      subject: key,
      ...(fix ? { fix } : {}),
    });
    if (value.kind === 'map') yield* walk(before, root, value, here);
    else if (isUnsaid(value) && path.length > 0)
      yield problem(`\`${key}\` has no value, so it changes nothing. Give it one, or write \`null\` to remove it.`);
    else if (isNull(value) && !isUnsaid(value) && !partAt(before, here) && isKeyed(root, path)) {
      const { words, fix } = hint(nearest(key, keysAt(before, path)), keySpan);
      yield problem(`${capital(nameOf(root, path))} has no \`${key}\` that could be removed.${words}`, fix);
    }
  }
}
