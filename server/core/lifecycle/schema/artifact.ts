import * as z from 'zod';
import { durationSchema } from './duration.ts';
import { fieldsSchema } from './field.ts';
import { sectionSchema } from './section.ts';

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

/** A kind of document in the lifecycle. */
export const artifactTypeSchema = z
  .strictObject({
    title: z.string(),
    phase: z.string(),
    stage: z.string().optional(),
    need: z.enum(needs).default('required'),
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
    'other-fields': z
      .enum(['known', 'any'])
      .default('known')
      .meta({ description: 'Whether a field that looks like a misspelt known one is reported.' }),
    declares: z
      .array(z.string())
      .default([])
      .meta({ description: 'Item kinds whose ids are declared in such documents.' }),
    sections: z.record(z.string(), sectionSchema).default({}),
  })
  .meta({ id: 'artifact', title: 'artifact type' });

export type ArtifactType = z.infer<typeof artifactTypeSchema>;
