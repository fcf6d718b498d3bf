import * as z from 'zod';
import { applicability } from './applicability.ts';
import { checklistSchema } from './checklist.ts';
import { whenSchema } from './condition.ts';
import { fieldsSchema } from './field.ts';
import { lockable } from './locked.ts';

const sectionForms = ['prose', 'list', 'steps', 'checklist', 'table', 'diagram', 'any'] as const;

/** Whether headings that the definition does not know may stand beside those that it knows. */
export const otherSections = z.enum(['any', 'none']).default('any');

const count = z.number().int().nonnegative();

/** A section that a document of this type has. */
export const sectionSchema = z
  .strictObject({
    heading: z.string().meta({
      description:
        'The heading to write. `{version}` stands for any version. With any other `{name}` in it the section may stand many times: for every heading that fits; `{number}` and `{date}` have their own forms.',
    }),
    aliases: z
      .array(z.string())
      .default([])
      .meta({ description: 'Other headings under which the section is understood, such as translations.' }),
    required: whenSchema
      .default(true)
      .meta({ description: 'Whether the section is asked for: true, false, or a condition over the document.' }),
    level: z.enum(['must', 'should']).default('must').meta({
      description: 'A missing `must` keeps the document from being complete; a missing `should` is only advice.',
    }),
    ...lockable,
    ...applicability,
    within: z
      .union([z.string(), z.array(z.string()).min(1)])
      .optional()
      .meta({
        description:
          'The id of the section it is a part of; added, it stands there one level deeper. It is asked for in each of several such sections, and in each place of one that stands many times.',
      }),
    depth: z.number().int().min(1).max(6).optional().meta({ description: 'The level of its heading: 2 for `##`.' }),
    repeats: z
      .strictObject({
        min: count.default(1).meta({ description: 'At least so many, where the section is asked for.' }),
        max: count.optional().meta({ description: 'At most so many.' }),
      })
      .optional()
      .meta({ description: 'The section may stand many times; in a section that it is part of, so many times there.' }),
    after: z
      .string()
      .optional()
      .meta({ description: 'The id of the section it follows when it is added to an inherited list.' }),
    'other-sections': otherSections.meta({
      description: 'Whether it may have sub-headings that the definition does not know.',
    }),
    form: z.enum(sectionForms).default('any'),
    columns: z
      .array(z.string())
      .default([])
      .meta({ description: 'For `table`: columns the header must have; more are fine.' }),
    cells: fieldsSchema.default({}).meta({
      description:
        'For `table`: what the cells of a column must hold, by the name of the column. Conditions see the other cells of the row.',
    }),
    checklist: checklistSchema.optional(),
    min: z.number().int().positive().optional().meta({ description: 'At least so many sub-headings or items.' }),
    'min-words': z.number().int().positive().optional().meta({ description: 'At least so many words of text.' }),
    text: z.string().optional().meta({
      description: 'Text that must stand in it word for word, such as a notice; spaces and line breaks do not matter.',
    }),
    declares: z.array(z.string()).default([]).meta({ description: 'Item kinds whose ids are declared here.' }),
    guidance: z.string().optional().meta({ description: 'What belongs here, for people who write it.' }),
  })
  .meta({ id: 'section', title: 'section' });

export type SectionType = z.infer<typeof sectionSchema>;
