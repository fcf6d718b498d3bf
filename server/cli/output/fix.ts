import * as z from 'zod';
import { countsSchema, outputVersion, path, problemSchema } from './finding.ts';

const fixedFileSchema = z
  .object({
    path,
    created: z.boolean(),
    fixes: z.array(z.object({ rule: z.string(), title: z.string() })),
  })
  .meta({ id: 'fixedFile' });

/** What `slipway fix --format json` prints. */
export const fixSchema = z
  .object({
    version: outputVersion,
    dryRun: z.boolean().meta({ description: 'Whether nothing was written.' }),
    files: z.array(fixedFileSchema).meta({ description: 'Changed files, by path.' }),
    summary: z
      .object({ fixed: z.int().nonnegative(), ...countsSchema.shape })
      .meta({ description: 'Fixes applied, and the findings that remain.' }),
    problems: z
      .array(problemSchema)
      .optional()
      .meta({ description: 'Files that could not be read, or that were left alone although a fix was at hand.' }),
  })
  .meta({ title: 'Output of slipway fix' });

export type FixOutput = z.infer<typeof fixSchema>;
