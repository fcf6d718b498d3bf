import * as z from 'zod';
import { needs } from './artifact.ts';
import { checksSchema } from './check.ts';
import { conditionSchema } from './condition.ts';
import { durationSchema } from './duration.ts';
import { fieldsSchema } from './field.ts';
import { lockable } from './locked.ts';

/** A kind of record: a YAML file (or a folder of them, or a Markdown table) with one entry a fact. */
export const recordKindSchema = z
  .strictObject({
    title: z.string(),
    path: z.string(),
    need: z.enum(needs).default('required'),
    ...lockable,
    'required-by': z.string().optional(),
    purpose: z.string().optional(),
    entry: z.string().optional().meta({ description: 'What one entry is called.' }),
    declares: z.array(z.string()).default([]).meta({
      description:
        'The item kinds that its entries are. Rules find their records by it: those about risks judge every kind that declares RISK; those about metrics MET, feedback FB, changes CHG, milestones MIL.',
    }),
    'table-in': z
      .array(z.string())
      .default([])
      .meta({ description: 'Artifact types in which the record may be kept as a table.' }),
    'merges-with': z.string().optional().meta({ description: 'An artifact type that may hold the same facts.' }),
    fields: fieldsSchema.default({}),
    checks: checksSchema,
    limits: z.record(z.string(), durationSchema).default({}).meta({
      description:
        'Durations that rules of this record use. Feedback: `triage-within`, `resolve-or-decline-high-within`, `silence-after-release`. Changes: `approve-emergency-within`, `edited-ahead-within` (how long before the day of a change what it affects may have been edited). A limit that is not named sets no limit.',
    }),
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
    pattern: z.string().optional().meta({
      description: 'The form of its ids (RE2 syntax) when they are no prefix with a number, such as clauses.',
    }),
    'from-filename': z.boolean().default(false),
    fields: fieldsSchema.default({}),
    retired: conditionSchema
      .optional()
      .meta({ description: 'When such an item is out of use: nothing may rest on it any more.' }),
    revision: z.string().optional().meta({
      description: 'The field that counts how often its meaning changed. A link to `REQ-7@2` is outdated once it is 3.',
    }),
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
    through: z
      .array(z.string())
      .default([])
      .meta({ description: 'Links to follow first, one after the other, for coverage over several steps.' }),
    link: z
      .union([z.string(), z.array(z.string()).min(1)])
      .optional()
      .meta({
        description:
          'The link by its name or the name of its inverse; of several, any one is enough. Without it, a mention anywhere.',
      }),
    to: z.array(z.string()).default([]).meta({ description: linkEnds }),
    level: z.enum(['must', 'should']).default('must'),
    ...lockable,
    'from-gate': z.string(),
    rule: z.string().default('trace-missing').meta({ description: 'The rule that reports a gap.' }),
    say: z.string().optional().meta({ description: 'The rule in one sentence, as it is when it holds.' }),
  })
  .meta({ id: 'coverage', title: 'coverage rule' });

export type RecordKind = z.infer<typeof recordKindSchema>;
export type Coverage = z.infer<typeof coverageSchema>;
