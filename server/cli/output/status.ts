import * as z from 'zod';
import { severities } from '../../core/lifecycle/schema/lifecycle.ts';
import { countsSchema, outputVersion, path, placeSchema, problemSchema } from './finding.ts';

const count = z.int().nonnegative();
const share = z.object({ done: count, all: count });
const must = share.meta({ description: 'Must-criteria that are met, and all of them.' });

const artifactState = z.enum([
  'missing',
  'later',
  'draft',
  'in-review',
  'approved',
  'released',
  'stale',
  'waived',
  'elsewhere',
  'superseded',
  'retired',
]);

const documentSchema = z.object({ path, title: z.string(), state: artifactState, overdue: z.boolean() });

const artifactSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    phase: z.string(),
    stage: z.string().optional(),
    need: z.enum(['required', 'recommended', 'optional']),
    requiredBy: z.string().optional().meta({ description: 'Id of the gate that asks for it.' }),
    state: artifactState.meta({
      description: 'The best state over its documents. `later`: missing, and no gate near asks for it.',
    }),
    satisfied: z.boolean(),
    documents: z.array(documentSchema),
    accountable: z.string().optional().meta({ description: 'Id of the role that answers for it.' }),
    newPath: path.meta({ description: 'Where a new document of this type goes.' }),
  })
  .meta({ id: 'artifactStatus' });

const stageSchema = z.object({
  id: z.string(),
  title: z.string(),
  phase: z.string(),
  state: z.enum(['not-started', 'in-progress', 'complete', 'running']),
  artifacts: z.array(artifactSchema),
  gates: z.array(z.string()).meta({ description: 'Ids of the gates that close this stage.' }),
});

const phaseSchema = z.object({
  id: z.string(),
  title: z.string(),
  state: z.enum(['not-started', 'in-progress', 'preparing', 'out-of-order', 'complete', 'regressed']),
  artifacts: share.meta({ description: 'Required artifact types that are satisfied, and all of them.' }),
  criteria: must,
  gates: share.extend({ regressed: count }),
  counts: countsSchema,
  stages: z.array(stageSchema),
});

export const criterionSchema = z.object({
  id: z.string(),
  part: z.enum(['entry', 'exit']),
  level: z.enum(['must', 'should']),
  check: z.string().meta({ description: 'The predicate, such as `artifact` or `trace`.' }),
  say: z.string().meta({ description: 'The criterion in words, as it is when met.' }),
  state: z.enum(['met', 'unmet']),
  reason: z.string().optional().meta({ description: 'Why it is not met.' }),
  place: placeSchema.optional().meta({ description: 'Where to go to meet it.' }),
  create: z.string().optional().meta({ description: 'The artifact type to create when it is missing.' }),
});

export const gateSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    phase: z.string(),
    question: z.string().optional(),
    repeats: z.boolean(),
    state: z.enum(['later', 'blocked', 'ready', 'passed', 'conditional', 'regressed', 'stopped']),
    decision: z.string().optional().meta({ description: 'The recorded decision.' }),
    must,
    criteria: z.array(criterionSchema),
    place: placeSchema.optional(),
  })
  .meta({ id: 'gateStatus' });

const productStatusSchema = z.object({
  product: z.string().optional(),
  productVersion: z.string().optional(),
  lifecycle: z.string(),
  definition: path.meta({ description: 'Path of the definition file.' }),
  asOf: z.iso.date(),
  phases: z.array(phaseSchema),
  gates: z.array(gateSchema).meta({ description: 'In order, repeating ones last.' }),
  next: z.string().optional().meta({ description: 'Id of the next gate.' }),
  counts: countsSchema,
  headline: z
    .object({ severity: z.enum(severities), title: z.string(), detail: z.string(), place: placeSchema.optional() })
    .optional()
    .meta({ description: 'The worst thing, said once.' }),
});

/** What `slipway status --format json` prints. */
export const statusSchema = z
  .object({
    version: outputVersion,
    products: z.array(productStatusSchema).meta({ description: 'One for each lifecycle.yaml, in path order.' }),
    problems: z.array(problemSchema).optional().meta({ description: 'What could not be read.' }),
  })
  .meta({ title: 'Output of slipway status' });

export type StatusOutput = z.infer<typeof statusSchema>;
export type ProductStatusOutput = z.infer<typeof productStatusSchema>;
export type PhaseOutput = z.infer<typeof phaseSchema>;
export type StageOutput = z.infer<typeof stageSchema>;
export type ArtifactOutput = z.infer<typeof artifactSchema>;
export type GateOutput = z.infer<typeof gateSchema>;
export type CriterionOutput = z.infer<typeof criterionSchema>;
