import * as z from 'zod';
import { conditionSchema } from './condition.ts';

/**
 * When an entry of the definition applies at all: shared by fields, sections, companions, checks and criteria, so that
 * old documents follow old rules. All parts that are given must hold; what does not apply is as if it were not written.
 */
export const applicability = {
  when: conditionSchema.optional().meta({ description: 'It applies only where this condition holds.' }),
  since: z
    .string()
    .optional()
    .meta({ description: 'It applies to documents of this day or version and later. See `dated-by`.' }),
  until: z
    .string()
    .optional()
    .meta({ description: 'It applies to documents of before this day or version. See `dated-by`.' }),
};

const applicabilitySchema = z.strictObject(applicability);
export type Applicability = z.infer<typeof applicabilitySchema>;
