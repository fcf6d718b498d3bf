import { joined } from './problem.ts';
import type { JsonSchema } from './publishedSchema.ts';
import { type Allowed, choices, titleAt } from './schemaView.ts';
import type { KeyPath, Tree } from './tree.ts';

/** What is allowed, in words: `true`, `false` or a map. */
export function describe(allowed: Allowed): string {
  const booleans = allowed.some(({ type }) => type === 'boolean') ? ['true', 'false'] : [];
  const closed = [...booleans, ...choices(allowed)].map(word => `\`${word}\``);
  return joined([...new Set([...closed, ...allowed.flatMap(schema => openWords(schema) ?? [])])]);
}

function openWords(schema: JsonSchema): string | undefined {
  if (schema.enum || 'const' in schema) return undefined;
  switch (schema.type) {
    case 'string':
      return schema.title === undefined ? 'text' : `a ${schema.title}`;
    case 'integer':
      return `a whole number${range(schema)}`;
    case 'number':
      return `a number${range(schema)}`;
    case 'array':
      return schema.minItems ? 'a list with at least one entry' : 'a list';
    case 'object':
      return 'a map (`key: value` lines)';
    default:
      return undefined;
  }
}

function range({ minimum, maximum, exclusiveMinimum }: JsonSchema): string {
  if (exclusiveMinimum !== undefined) return ` above ${exclusiveMinimum}`;
  if (maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER) return ` from ${minimum ?? 0} to ${maximum}`;
  return minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER ? ` from ${minimum}` : '';
}

/** The path to the nearest thing with a name of its own at or above `path`; the root is the empty path. */
function thingAt(tree: Tree, path: KeyPath): KeyPath {
  let end = path.length;
  while (end > 0 && titleAt(tree, path.slice(0, end)) === undefined) end -= 1;
  return path.slice(0, end);
}

/** Names a place in a sentence: ``section `scope` ``, `` `form` of section `scope` ``. */
export function nameOf(tree: Tree, path: KeyPath): string {
  const thing = thingAt(tree, path);
  const key = path.findLast(step => typeof step === 'string');
  const name = thing.length === 0 ? undefined : `${titleAt(tree, thing)} \`${thing.at(-1)}\``;
  if (thing.length === path.length || key === undefined || thing.at(-1) === key) return name ?? 'the lifecycle';
  return name === undefined ? `\`${key}\`` : `\`${key}\` of ${name}`;
}
