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
    values: z.array(scalar).optional().meta({ description: 'The allowed values of an `enum`.' }),
    'values-by': z
      .record(z.string(), z.record(z.string(), z.array(scalar)))
      .optional()
      .meta({ description: 'Allowed values that depend on another field: field, its value, the values.' }),
    kinds: z.array(z.string()).optional().meta({ description: 'For `id`: the item kinds it may name.' }),
    min: z.number().optional(),
    max: z.number().optional(),
    pattern: z.string().optional().meta({ description: 'A pattern (RE2 syntax) for the whole text.' }),
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

export type Field = z.infer<typeof fieldSchema>;
export type FieldType = (typeof fieldTypes)[number];
export const fieldsSchema = z.record(z.string(), fieldSchema);
