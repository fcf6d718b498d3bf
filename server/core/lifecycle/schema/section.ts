import * as z from 'zod';
import { applicability } from './applicability.ts';
import { whenSchema } from './condition.ts';

const sectionForms = ['prose', 'list', 'steps', 'checklist', 'table', 'diagram', 'any'] as const;

/** A section that a document of this type has. The order of the sections is the order in the document. */
export const sectionSchema = z
  .strictObject({
    heading: z.string().meta({ description: 'The heading to write. `{version}` stands for any version.' }),
    aliases: z
      .array(z.string())
      .default([])
      .meta({ description: 'Other headings under which the section is understood.' }),
    required: whenSchema.default(true),
    form: z.enum(sectionForms).default('any'),
    columns: z
      .array(z.string())
      .default([])
      .meta({ description: 'For `table`: columns the header must have; more are fine.' }),
    min: z.number().int().positive().optional().meta({ description: 'At least so many sub-headings or items.' }),
    declares: z.array(z.string()).default([]).meta({ description: 'Item kinds whose ids are declared here.' }),
    guidance: z.string().optional().meta({ description: 'What belongs here, for people who write it.' }),
    within: z
      .string()
      .optional()
      .meta({ description: 'The id of the section it is a part of; added, it stands there one level deeper.' }),
    ...applicability,
    after: z
      .string()
      .optional()
      .meta({ description: 'The id of the section it follows when it is added to an inherited list.' }),
  })
  .meta({ id: 'section', title: 'section' });

export type SectionType = z.infer<typeof sectionSchema>;
