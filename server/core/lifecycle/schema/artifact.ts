import * as z from 'zod';
import { applicability } from './applicability.ts';
import { checksSchema } from './check.ts';
import { conditionSchema, whenSchema } from './condition.ts';
import { durationSchema } from './duration.ts';
import { fieldsSchema } from './field.ts';
import { lockable } from './locked.ts';
import { otherSections, sectionSchema } from './section.ts';

export const needs = ['required', 'recommended', 'optional'] as const;
const cardinalities = ['one', 'many', 'per-version', 'per-gate'] as const;

const recogniseSchema = z.strictObject({
  files: z
    .array(z.string())
    .default([])
    .meta({ description: 'File names without extension; `*` stands for anything.' }),
  folders: z.array(z.string()).default([]).meta({ description: 'Names of the folder the file lies in.' }),
  headings: z.array(z.string()).default([]).meta({ description: 'Titles (first heading) that speak for this type.' }),
});

const partPath =
  '`{name}` stands for a named part of the path of the document, else for one of its fields. A name without a folder, or one that begins with `./` or `../`, lies beside the document; any other path counts from the folder of the product.';

/** A further file that a document needs. */
const companionSchema = z
  .strictObject({
    path: z
      .string()
      .optional()
      .meta({ description: `Where the file lies; without it, at the first path of its type. ${partPath}` }),
    type: z.string().optional().meta({
      description:
        'The artifact type that the file is. Conditions of that type see this document under the name `document`, such as `document.stage`.',
    }),
    required: whenSchema
      .default(true)
      .meta({ description: 'Whether the file must exist: true, false, or a condition over the document.' }),
    ...applicability,
    say: z.string().optional().meta({ description: 'What the file is for, shown where it is missing.' }),
  })
  .meta({ id: 'companion', title: 'companion' });

export type Companion = z.infer<typeof companionSchema>;

/** A kind of document in the lifecycle. */
export const artifactTypeSchema = z
  .strictObject({
    title: z.string(),
    phase: z.string(),
    stage: z.string().optional(),
    need: z.enum(needs).default('required'),
    'recommended-when': conditionSchema.optional().meta({
      description: 'Where `product:` fulfils this condition, a required document is only recommended.',
    }),
    ...lockable,
    'required-by': z.string().optional().meta({ description: 'The gate that asks for it.' }),
    'information-item': z.string().optional().meta({ description: 'Generic kind after ISO/IEC/IEEE 15289.' }),
    purpose: z.string().optional(),
    grounding: z.string().optional(),
    accountable: z
      .array(z.string())
      .default([])
      .meta({ description: 'Roles that answer for it; the first one that somebody holds counts.' }),
    responsible: z.array(z.string()).default([]),
    'approve-also': z.array(z.string()).default([]).meta({ description: 'Further roles whose approval counts.' }),
    cardinality: z.enum(cardinalities).default('many'),
    path: z.union([z.string(), z.array(z.string())]).meta({
      description:
        'Where it lives. `{name}` captures a part; `{version}`, `{date}`, `{number}`, `{slug}` have their own forms. The first path is used for new files.',
    }),
    recognise: recogniseSchema.default({ files: [], folders: [], headings: [] }),
    ignore: z.array(z.string()).default([]).meta({
      description:
        'Globs of files that are never taken for this type, such as templates or drafts; a document that names the type itself still is one.',
    }),
    sidecar: z
      .string()
      .optional()
      .meta({
        description: `A YAML file that belongs to each document and holds its fields, in the place of front matter. ${partPath}`,
      }),
    companions: z
      .record(z.string(), companionSchema)
      .default({})
      .meta({ description: 'Further files that such a document needs, always or under a condition.' }),
    'review-every': durationSchema
      .optional()
      .meta({ description: 'How often somebody must confirm that the document is still true.' }),
    'status-default': z
      .string()
      .optional()
      .meta({ description: 'The status of a file that names none; the file then needs no front matter.' }),
    'status-words': z
      .record(z.string(), z.string())
      .default({})
      .meta({ description: "This type's own words for a status." }),
    'version-match': z
      .enum(['major', 'minor', 'patch'])
      .default('patch')
      .meta({ description: 'How exactly its version must fit the product version.' }),
    format: z.enum(['keep-a-changelog']).optional(),
    fields: fieldsSchema.default({}),
    'other-fields': z.enum(['known', 'none', 'any']).default('known').meta({
      description:
        'What is said of a field that the definition does not know: with `known` only when it looks like a misspelling, with `none` always, with `any` never.',
    }),
    'field-order': z
      .enum(['any', 'defined'])
      .default('any')
      .meta({ description: 'With `defined`, the fields must stand in the order in which the definition names them.' }),
    checks: checksSchema,
    declares: z
      .array(z.string())
      .default([])
      .meta({ description: 'Item kinds whose ids are declared in such documents.' }),
    sections: z.record(z.string(), sectionSchema).default({}),
    'section-order': z
      .union([z.enum(['any', 'defined']), z.array(z.string()).min(2)])
      .default('any')
      .meta({
        description:
          'With `defined`, the sections must stand in the order in which the definition names them; with a list of their ids, those must stand in its order.',
      }),
    'other-sections': otherSections.meta({
      description: 'Whether a document may have sections that the definition does not know.',
    }),
    'combined-sections': z
      .record(z.string(), z.array(z.string()).min(2))
      .default({})
      .meta({ description: 'Headings that stand for several sections at once: the heading and the ids.' }),
    placeholders: z.array(z.string()).default([]).meta({
      description: 'Patterns (RE2 syntax) of template text, beside the common ones such as TODO.',
    }),
    'not-placeholders': z
      .array(z.string())
      .default([])
      .meta({ description: 'Patterns (RE2 syntax) of text that looks like a placeholder and is none here.' }),
  })
  .meta({ id: 'artifact', title: 'artifact type' });

export type ArtifactType = z.infer<typeof artifactTypeSchema>;
