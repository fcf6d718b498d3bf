import * as z from 'zod';
import { countsSchema, findingSchema, outputVersion, problemSchema } from './finding.ts';

/** What `slipway check --format json` prints. */
export const checkSchema = z
  .object({
    version: outputVersion,
    findings: z.array(findingSchema).meta({ description: 'Sorted by path, line, column, rule and subject.' }),
    summary: z.object({
      documents: z.int().nonnegative().meta({ description: 'Files recognised as artifacts or records.' }),
      ...countsSchema.shape,
    }),
    problems: z
      .array(problemSchema)
      .optional()
      .meta({ description: 'What could not be read; absent when everything was.' }),
  })
  .meta({ title: 'Output of slipway check' });

export type CheckOutput = z.infer<typeof checkSchema>;
