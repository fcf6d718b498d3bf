import * as z from 'zod';
import { severities } from '../../core/lifecycle/schema/lifecycle.ts';

/** Version of the JSON output: it grows by one when something is taken away or changes its meaning. */
export const outputVersion = z.literal(1).meta({
  description:
    'Version of this output. It changes when something is taken away or gets another meaning, not when something is added.',
});

export const severity = z.enum(severities);
export const path = z
  .string()
  .meta({ description: 'With forward slashes, relative to DIR; to the current folder when several are given.' });
const ordinal = z.int().positive();

/** A place as people count: lines and UTF-16 columns from 1. */
export const placeSchema = z
  .object({ path, line: ordinal, column: ordinal })
  .meta({ id: 'place', description: 'A place in a file; lines and columns (in UTF-16 units) count from 1.' });

export const findingSchema = z
  .object({
    rule: z.string(),
    severity,
    path,
    line: ordinal,
    column: ordinal.meta({ description: 'In UTF-16 units, from 1.' }),
    endLine: ordinal,
    endColumn: ordinal.meta({ description: 'The column after the last character.' }),
    artifact: z.string().optional().meta({ description: 'Id of the artifact type.' }),
    subject: z.string().meta({
      description:
        "What the finding is about: the section's heading, the field's name, the id, the link's target, the artifact type.",
    }),
    gate: z.string().optional().meta({ description: 'Id of the gate that asks for it.' }),
    message: z.string(),
    fixes: z.array(
      z.object({
        title: z.string(),
        safe: z.boolean().meta({ description: '`slipway fix` applies it; the others are for a person in the editor.' }),
        byName: z.boolean().optional().meta({ description: '`slipway fix --rule` applies it when it names the rule.' }),
      }),
    ),
  })
  .meta({ id: 'finding' });

export const countsSchema = z.object({
  error: z.int().nonnegative(),
  warning: z.int().nonnegative(),
  info: z.int().nonnegative(),
  hint: z.int().nonnegative().meta({ description: 'Shown by editors and in this output, never in the text output.' }),
});

export const problemSchema = z
  .object({ path, message: z.string() })
  .meta({ id: 'problem', description: 'A file or folder that could not be read, so that nothing in it was checked.' });

export type FindingOutput = z.infer<typeof findingSchema>;
export type PlaceOutput = z.infer<typeof placeSchema>;
export type ProblemOutput = z.infer<typeof problemSchema>;
