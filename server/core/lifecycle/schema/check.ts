import * as z from 'zod';
import { applicability } from './applicability.ts';
import { conditionSchema } from './condition.ts';
import { severities } from './severity.ts';

/** What several fields of a document or a record entry must be together. */
const checkSchema = z
  .strictObject({
    say: z.string().meta({ description: 'The check in one sentence, as it is when it holds.' }),
    must: conditionSchema.meta({
      description:
        'What the fields must be. A comparison must hold for every value of its field; where nothing is filled in, nothing is compared.',
    }),
    severity: z
      .enum(severities)
      .optional()
      .meta({ description: 'How grave it is when it does not hold; `warning` without.' }),
    ...applicability,
  })
  .meta({ id: 'check', title: 'check' });

export type Check = z.infer<typeof checkSchema>;
export const checksSchema = z
  .record(z.string(), checkSchema)
  .default({})
  .meta({ description: 'What several fields must be together.' });
