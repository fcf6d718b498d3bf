import * as z from 'zod';
import { applicability } from './applicability.ts';
import { whenSchema } from './condition.ts';

const fieldTypes = [
  'string',
  'text',
  'integer',
  'number',
  'boolean',
  'date',
  'duration',
  'version',
  'enum',
  'status',
  'person',
  'role',
  'path',
  'reference',
  'url',
  'id',
  'artifact',
  'gate',
  'phase',
  'part',
  'object',
  'map',
] as const;

const type = z.enum(fieldTypes);
const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** Where the allowed values of an `enum` are kept when they are not written in the definition. */
const valueSource = z.union([
  z
    .strictObject({
      file: z.string().meta({ description: 'A YAML file, counted from the folder of the product.' }),
      at: z.string().optional().meta({
        description:
          'Where in the file: keys with dots between them, `*` for any key or list entry. All of it without.',
      }),
      take: z.enum(['keys', 'values']).optional().meta({ description: 'Of a map its keys, as usual, or its values.' }),
    })
    .meta({ description: 'Values that a file of the repository lists.' }),
  z
    .strictObject({ folders: z.string().meta({ description: 'A glob such as `teams/*`.' }) })
    .meta({ description: 'The names of the folders that a glob fits.' }),
]);

/** One field of front matter, of a YAML document, of a record entry or of an identified item. */
const fieldSchema = z
  .strictObject({
    title: z.string().optional(),
    type: z
      .union([type, z.array(type).min(1)])
      .default('string')
      .meta({ description: 'What the value is; a list means any of these.' }),
    list: z
      .union([z.boolean(), z.literal('or-one')])
      .default(false)
      .meta({ description: 'The value is a list of such values; `or-one` takes a single value too.' }),
    required: whenSchema
      .default(false)
      .meta({ description: 'Whether the field must be filled in: true, false, or a condition over the other fields.' }),
    values: z
      .array(scalar)
      .optional()
      .meta({ description: 'The allowed values of an `enum`; of another type, words that are allowed beside it.' }),
    ordered: z.boolean().default(false).meta({
      description:
        'The values are a ladder from low to high, such as alpha, beta, stable: conditions compare them by their place.',
    }),
    'values-from': z
      .union([valueSource, z.array(valueSource).min(1)])
      .optional()
      .meta({ description: 'For `enum`: files or folders of the repository that say which values are allowed.' }),
    'values-by': z
      .record(z.string(), z.record(z.string(), z.array(scalar)))
      .optional()
      .meta({ description: 'Allowed values that depend on another field: field, its value, the values.' }),
    kinds: z.array(z.string()).optional().meta({ description: 'For `id`: the item kinds it may name.' }),
    to: z
      .array(z.string())
      .default([])
      .meta({ description: 'For `reference`: the artifact types of the documents it may name; any without.' }),
    by: z.string().optional().meta({
      description:
        'For `reference`: what it names a document by: a named part of the path or a field, such as `number`, or a text with such names in braces, such as `RFC-{number}`. Leading zeros make no difference. Without it, the path of the document.',
    }),
    min: z.number().optional().meta({ description: 'The least number that is allowed.' }),
    max: z.number().optional().meta({ description: 'The greatest number that is allowed.' }),
    pattern: z.string().optional().meta({ description: 'A pattern (RE2 syntax) for the whole text.' }),
    'not-pattern': z
      .string()
      .optional()
      .meta({ description: 'A pattern (RE2 syntax) that the whole text must not fit.' }),
    'min-length': z.number().int().positive().optional().meta({ description: 'At least so many characters.' }),
    'max-length': z.number().int().positive().optional().meta({ description: 'At most so many characters.' }),
    equals: z.string().optional().meta({
      description:
        'The text that the value must be, with named parts of the path in braces, such as `{number}`. Leading zeros make no difference.',
    }),
    reads: z.string().optional().meta({
      description:
        'A pattern (RE2 syntax) whose first group is the part of the text that counts, such as `(\\w+)(?: .*)?`.',
    }),
    separator: z
      .string()
      .min(1)
      .optional()
      .meta({ description: 'The value is one text that holds several values with this between them, such as `,`.' }),
    unique: z
      .union([
        z.enum(['list', 'type']),
        z
          .string()
          .regex(/^\{\w+\}$/)
          .meta({ title: 'named part of the path such as `{group}`' }),
      ])
      .optional()
      .meta({
        description:
          'Where a value may stand once only: in its `list`, in all documents of the `type` (entries of the record), or in those that share a named part of the path, such as `{group}`.',
      }),
    sorted: z
      .boolean()
      .default(false)
      .meta({ description: 'The values of a list rise: numbers and versions as such.' }),
    'min-items': z.number().int().positive().optional().meta({ description: 'At least so many values in a list.' }),
    'max-items': z.number().int().positive().optional().meta({ description: 'At most so many values in a list.' }),
    get fields() {
      return z.record(z.string(), fieldSchema).optional().meta({ description: 'For `object`: its own fields.' });
    },
    derive: z
      .union([
        z.strictObject({ product: z.array(z.string()).min(2) }),
        z.strictObject({ band: z.string(), limits: z.record(z.string(), z.number()) }),
        z.strictObject({ misses: z.string(), measured: z.string(), better: z.string() }),
      ])
      .optional()
      .meta({
        description:
          'Computed, never written: the product of fields; the band in which a field lies (upper limits, rising); whether the newest measured value misses the target.',
      }),
    'by-tool': z.boolean().default(false).meta({ description: 'Written by Slipway, never asked of people.' }),
    when: applicability.when,
    since: applicability.since,
    until: applicability.until,
    aliases: z.array(z.string()).default([]).meta({ description: 'Other names under which the field is understood.' }),
    say: z.string().optional().meta({ description: 'What the field is for, shown to people who write it.' }),
  })
  .meta({ id: 'field', title: 'field' });

export type ValueSource = z.infer<typeof valueSource>;
export type Field = z.infer<typeof fieldSchema>;
export type FieldType = (typeof fieldTypes)[number];
export const fieldsSchema = z.record(z.string(), fieldSchema);
