import { type JsonSchema, languageSchema } from './publishedSchema.ts';
import { type KeyPath, partAt, type Tree, textAt } from './tree.ts';

/** What the language allows at a place: the alternatives, of which one must fit. */
export type Allowed = readonly JsonSchema[];

/** What may stand at `path` of a definition. A criterion is told by its `check`. Empty when the path leads nowhere. */
export function allowedAt(tree: Tree, path: KeyPath): Allowed {
  let allowed = alternatives(languageSchema());
  path.forEach((step, index) => {
    const check = step === 'check' ? undefined : textAt(tree, [...path.slice(0, index), 'check']);
    allowed = allowed.filter(schema => fitsCheck(schema, check)).flatMap(schema => stepInto(schema, step));
  });
  return allowed;
}

/** The kind of thing that stands at `path`, such as `section`; undefined for what has no name of its own. */
export function titleAt(tree: Tree, path: KeyPath): string | undefined {
  const isEntry = allowedAt(tree, path.slice(0, -1)).some(schema => typeof schema.additionalProperties === 'object');
  return isEntry ? allowedAt(tree, path).find(({ title }) => title !== undefined)?.title : undefined;
}

/** The keys that a map may have, when its keys are fixed. */
export const knownKeys = (allowed: Allowed): readonly string[] => [
  ...new Set(allowed.flatMap(({ properties }) => Object.keys(properties ?? {}))),
];

/** The words and values of which one must be chosen, where the choice is closed. */
export const choices = (allowed: Allowed): readonly string[] => [
  ...new Set(allowed.flatMap(schema => ('const' in schema ? [schema.const] : (schema.enum ?? []))).map(String)),
];

/** Whether any text is allowed. */
export const takesText = (allowed: Allowed): boolean =>
  allowed.some(schema => schema.type === 'string' && !schema.enum && !('const' in schema));

/** Whether nothing but a list is allowed. */
export const takesListOnly = (allowed: Allowed): boolean =>
  allowed.length > 0 && allowed.every(({ type }) => type === 'array');

/** The concrete schemas that a schema stands for: references followed, unions opened. Titles pass down. */
function alternatives(schema: JsonSchema | boolean, title?: string): Allowed {
  if (typeof schema === 'boolean') return [];
  const named = schema.title ?? title;
  if (schema.$ref !== undefined) return alternatives(resolve(schema.$ref), named);
  const union = schema.anyOf ?? schema.oneOf;
  if (union) return union.flatMap(part => alternatives(part, named));
  return [named === undefined ? schema : { ...schema, title: named }];
}

function resolve(reference: string): JsonSchema {
  const root = languageSchema();
  const name = reference.replace(/^#\/\$defs\//, '');
  return name === reference ? root : (root.$defs?.[name] ?? {});
}

function stepInto(schema: JsonSchema, step: string | number): Allowed {
  if (typeof step === 'number') return [schema.items ?? []].flat().flatMap(item => alternatives(item));
  const property = schema.properties?.[step];
  if (property !== undefined) return alternatives(property);
  return schema.additionalProperties === undefined ? [] : alternatives(schema.additionalProperties);
}

function fitsCheck(schema: JsonSchema, check: string | undefined): boolean {
  const own = schema.properties?.check;
  return typeof own !== 'object' || check === undefined || own.const === check;
}

/** Whether the map at `path` is keyed by ids of the user's own choice, so that an entry can be removed by `null`. */
export const isKeyed = (tree: Tree, path: KeyPath): boolean =>
  partAt(tree, path)?.kind === 'map' &&
  allowedAt(tree, path).some(schema => typeof schema.additionalProperties === 'object');
