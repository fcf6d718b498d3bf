import * as z from 'zod';
import { applicability } from './applicability.ts';
import { whenSchema } from './condition.ts';

const ticked = 'Whether each item must be ticked, or say why it is not.';
const answered = 'Whether each item must have an answer: words after it or nested below it.';

const checklistItemSchema = z
  .strictObject({
    text: z
      .string()
      .meta({ description: 'Words by which the item is found, in its order; `{name}` stands for any others between.' }),
    required: whenSchema.default(true).meta({ description: 'Whether the item must be there.' }),
    ticked: whenSchema.optional().meta({ description: ticked }),
    answered: whenSchema.optional().meta({ description: answered }),
    ...applicability,
  })
  .meta({ id: 'checklist-item', title: 'checklist item' });

/** What the items of a section must say. A section has its list; several lists are several sections. */
export const checklistSchema = z
  .strictObject({
    items: z
      .record(z.string(), z.union([z.string(), checklistItemSchema]))
      .default({})
      .meta({ description: 'Items that must be there, by an id: their words, or a map.' }),
    pattern: z.string().optional().meta({
      description: 'A pattern (RE2 syntax) that the words of each outermost item must fit, such as `\\d+\\.\\d+ .+`.',
    }),
    ticked: whenSchema.default(false).meta({ description: ticked }),
    answered: whenSchema.default(false).meta({ description: answered }),
  })
  .meta({ id: 'checklist', title: 'checklist' });

export type Checklist = z.infer<typeof checklistSchema>;
export type ChecklistItem = z.infer<typeof checklistItemSchema>;
