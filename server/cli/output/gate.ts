import * as z from 'zod';
import { findingSchema, outputVersion, path } from './finding.ts';
import { criterionSchema, gateSchema } from './status.ts';

/** What `slipway gate --format json` prints. */
export const gateReviewSchema = z
  .object({
    version: outputVersion,
    definition: path.meta({ description: 'Path of the definition file.' }),
    gate: gateSchema,
    deciders: z
      .object({ roles: z.array(z.string()), need: z.enum(['any', 'all']) })
      .optional()
      .meta({ description: 'The roles that decide, and whether one of them is enough.' }),
    blocking: z.array(criterionSchema).meta({ description: 'Must-criteria that are not met.' }),
    recommended: z.array(criterionSchema).meta({ description: 'Should-criteria that are not met.' }),
    opens: z
      .object({
        stages: z.array(z.object({ id: z.string(), title: z.string(), phase: z.string() })),
        next: gateSchema.optional().meta({ description: 'The gate that is next then.' }),
        findings: z.array(findingSchema).meta({ description: 'Findings that would be new or graver then.' }),
      })
      .meta({ description: 'What passing the gate would open. Earlier open gates are taken as passed too.' }),
  })
  .meta({ title: 'Output of slipway gate' });

export type GateReviewOutput = z.infer<typeof gateReviewSchema>;
