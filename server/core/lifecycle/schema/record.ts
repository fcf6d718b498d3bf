import * as z from 'zod';
import { needs } from './artifact.ts';
import { conditionSchema } from './condition.ts';
import { durationSchema } from './duration.ts';
import { fieldsSchema } from './field.ts';

/** A kind of record: a YAML file (or a folder of them, or a Markdown table) with one entry a fact. */
export const recordKindSchema = z
  .strictObject({
    title: z.string(),
    path: z.string(),
    need: z.enum(needs).default('required'),
    'required-by': z.string().optional(),
    purpose: z.string().optional(),
    entry: z.string().optional().meta({ description: 'What one entry is called.' }),
    declares: z.array(z.string()).default([]),
    'table-in': z
      .array(z.string())
      .default([])
      .meta({ description: 'Artifact types in which the record may be kept as a table.' }),
    'merges-with': z.string().optional().meta({ description: 'An artifact type that may hold the same facts.' }),
    fields: fieldsSchema.default({}),
    limits: z
      .record(z.string(), durationSchema)
      .default({})
      .meta({ description: 'Durations that rules of this record use.' }),
    expect: z
      .strictObject({ field: z.string(), by: z.string(), values: z.record(z.string(), z.array(z.string())) })
      .optional()
      .meta({ description: 'Values of a field that a phase should have at least one entry of.' }),
    starters: z.array(z.record(z.string(), z.string())).default([]).meta({
      description: 'Entries offered when one is added. `family` says where the idea comes from and is not written.',
    }),
  })
  .meta({ id: 'record', title: 'record kind' });

/** A kind of item with an id of its own, such as a requirement or a test. */
export const itemKindSchema = z
  .strictObject({
    title: z.string(),
    prefix: z.string().optional().meta({ description: 'What its ids begin with; the key when not given.' }),
    'from-filename': z.boolean().default(false),
    fields: fieldsSchema.default({}),
  })
  .meta({ id: 'item', title: 'item kind' });

const linkEnds =
  'Item kinds; `version`, `role`, `gate`, `artifact`; a place in documents (`section:TYPE` or `section:TYPE/SECTION`); `external` (an id kept in another system); `text` (words are enough).';

export const linkTypeSchema = z
  .strictObject({
    from: z.array(z.string()).min(1),
    to: z.array(z.string()).min(1).meta({ description: linkEnds }),
    inverse: z.string().optional(),
    words: z
      .array(z.string())
      .default([])
      .meta({ description: 'Words that introduce such a link in a line, a column or a field.' }),
  })
  .meta({ id: 'link', title: 'link' });

export const coverageSchema = z
  .strictObject({
    every: z.string().meta({
      description:
        'What needs the link: an item kind, each entry of a section (`section:TYPE/SECTION`) or each value of a field (`field:TYPE/FIELD`).',
    }),
    where: conditionSchema.optional(),
    link: z
      .union([z.string(), z.array(z.string()).min(1)])
      .meta({ description: 'The link by its name or the name of its inverse; of several, any one is enough.' }),
    to: z.array(z.string()).min(1).meta({ description: linkEnds }),
    level: z.enum(['must', 'should']).default('must'),
    'from-gate': z.string(),
    rule: z.string().meta({ description: 'The rule that reports a gap.' }),
  })
  .meta({ id: 'coverage', title: 'coverage rule' });

export type RecordKind = z.infer<typeof recordKindSchema>;
