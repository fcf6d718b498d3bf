import * as z from 'zod';
import { criteriaSchema } from './criterion.ts';
import { durationSchema } from './duration.ts';
import { lockable } from './locked.ts';

const stageSchema = z
  .strictObject({
    title: z.string(),
    aim: z.string().optional(),
    continuous: z.boolean().default(false).meta({ description: 'Never complete: not started or running.' }),
    order: z.number().optional().meta({ description: 'Place among the stages; without it, the order of writing.' }),
  })
  .meta({ id: 'stage', title: 'stage' });

export const phaseSchema = z
  .strictObject({
    title: z.string(),
    aim: z.string().optional(),
    focus: z.array(z.string()).default([]),
    'typical-length': z.string().optional(),
    'entry-gate': z
      .string()
      .optional()
      .meta({ description: 'The gate that must be passed before work of this phase goes live.' }),
    'exit-gate': z.string().optional(),
    'begun-when': criteriaSchema
      .default({})
      .meta({ description: 'Evidence that the phase is going on in fact; any one is enough.' }),
    order: z.number().optional(),
    stages: z.record(z.string(), stageSchema).default({}),
  })
  .meta({ id: 'phase', title: 'phase' });

/** A point where work is judged: criteria that the tool computes and a decision that people record. */
export const gateSchema = z
  .strictObject({
    title: z.string(),
    ...lockable,
    phase: z.string(),
    order: z.number().optional().meta({ description: 'Place among the gates; without it, the order of writing.' }),
    question: z.string().optional(),
    closes: z.array(z.string()).default([]).meta({ description: 'Stages that end here.' }),
    opens: z.array(z.string()).default([]).meta({ description: 'Stages that may begin.' }),
    repeats: z.literal('per-version').optional(),
    due: durationSchema.optional().meta({ description: 'How long after the release it should be decided.' }),
    'decided-by': z
      .strictObject({
        roles: z.array(z.string()),
        need: z.enum(['any', 'all']).default('any'),
        independent: z.boolean().default(false),
      })
      .optional(),
    entry: criteriaSchema.default({}),
    exit: criteriaSchema.default({}),
  })
  .meta({ id: 'gate', title: 'gate' });

export type Stage = z.infer<typeof stageSchema>;
export type Phase = z.infer<typeof phaseSchema>;
export type Gate = z.infer<typeof gateSchema>;
