import * as z from 'zod';
import { memoize } from '../text/memo.ts';
import { lifecycleSchema } from './schema/lifecycle.ts';

export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** The whole language as JSON Schema (draft 2020-12): what a merged definition must be. */
export const languageSchema = (): JsonSchema => jsonSchemaOf(lifecycleSchema);

const jsonSchemaOf = memoize((schema: z.ZodType): JsonSchema => z.toJSONSchema(schema, { io: 'input' }));

/**
 * The JSON Schema (draft 2020-12) of one `lifecycle.yaml`, for editors and other tools. A file may change an inherited
 * entry by naming only what differs, and remove one with `null`: so no key is required in it and every value may be null.
 */
export const publishedSchema = (): JsonSchema => forOneFile(languageSchema());

function forOneFile(schema: JsonSchema): JsonSchema {
  const { required: _, oneOf, ...rest } = schema;
  const result: JsonSchema = { ...rest };
  const alternatives = oneOf ?? rest.anyOf;
  if (alternatives) result.anyOf = alternatives.map(alternative => forOneFile(asSchema(alternative)));
  if (rest.properties) result.properties = mapValues(rest.properties, orNull);
  if (typeof rest.additionalProperties === 'object') result.additionalProperties = orNull(rest.additionalProperties);
  if (rest.$defs) result.$defs = mapValues(rest.$defs, definition => forOneFile(asSchema(definition)));
  return result;
}

const orNull = (schema: JsonSchema | boolean): JsonSchema => ({
  anyOf: [forOneFile(asSchema(schema)), { type: 'null' }],
});

const asSchema = (schema: JsonSchema | boolean): JsonSchema => (typeof schema === 'object' ? schema : {});

const mapValues = <From, To>(record: Record<string, From>, change: (value: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
