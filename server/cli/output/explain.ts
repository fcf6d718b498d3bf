import * as z from 'zod';
import { needs } from '../../core/lifecycle/schema/artifact.ts';
import { findingSchema, outputVersion, path, problemSchema } from './finding.ts';

const originSchema = z
  .object({
    file: z.string().meta({ description: 'A path of the workspace, or the name of a built-in definition.' }),
    line: z.int().positive(),
    builtIn: z.boolean(),
  })
  .meta({ id: 'origin', description: 'Where a definition asks for something.' });

const line = z.int().positive();

const sectionSchema = z.object({
  id: z.string(),
  heading: z.string(),
  need: z.enum(['required', 'recommended', 'optional', 'waived', 'not asked']).meta({
    description: 'For this document, as it is now; `not asked`: its condition, day or version leaves the section out.',
  }),
  state: z.enum(['written', 'empty', 'missing']),
  found: z.object({ heading: z.string(), line }).optional().meta({ description: 'The heading that stands for it.' }),
  origin: originSchema.optional(),
});

const fieldSchema = z.object({
  name: z.string(),
  required: z.boolean().meta({ description: 'For this document, as it is now.' }),
  value: z.string().optional().meta({ description: 'As written, on one line.' }),
  line: line.optional(),
  origin: originSchema.optional(),
});

const typeSchema = z.object({
  type: z.string(),
  title: z.string(),
  by: z.enum(['field', 'path', 'evidence']),
  score: z.number().optional().meta({ description: 'For `evidence`: how much speaks for it.' }),
  why: z.string(),
  captures: z.record(z.string(), z.string()).meta({ description: 'Named parts of the path.' }),
  phase: z.string(),
  stage: z.string().optional(),
  need: z.enum(needs),
  gate: z
    .object({ id: z.string(), title: z.string(), distance: z.enum(['passed', 'next', 'after-next', 'later']) })
    .optional()
    .meta({ description: 'The gate that asks for it.' }),
  state: z.object({
    status: z.string(),
    declared: z.boolean(),
    stale: z.boolean(),
    overdue: z.boolean(),
    waived: z.boolean(),
  }),
  sections: z.array(sectionSchema),
  fields: z.array(fieldSchema),
  origin: originSchema.optional(),
});

const candidateSchema = z.object({ type: z.string(), title: z.string(), score: z.number() });

/** What `slipway explain --format json` prints. */
export const explainSchema = z
  .object({
    version: outputVersion,
    path,
    definition: path.optional().meta({ description: 'The lifecycle.yaml that governs the file.' }),
    unchecked: z.string().optional().meta({ description: 'Why Slipway does not look into the file.' }),
    record: z
      .object({ kind: z.string(), title: z.string(), entries: z.int().nonnegative(), origin: originSchema.optional() })
      .optional(),
    types: z.array(typeSchema).meta({ description: 'What the file is recognised as.' }),
    overruled: z
      .array(z.object({ type: z.string(), title: z.string(), by: path }))
      .meta({ description: 'Types that it would have, did not another file nearer the root fill them.' }),
    ambiguous: z.array(z.string()).meta({ description: 'Types that fit equally well, so that none is taken.' }),
    acceptAt: z.number().optional().meta({ description: 'The score from which evidence counts.' }),
    candidates: z.array(candidateSchema).meta({ description: 'Types by evidence, the best first.' }),
    findings: z.array(findingSchema),
    problems: z.array(problemSchema).optional(),
  })
  .meta({ title: 'Output of slipway explain' });

export type ExplainOutput = z.infer<typeof explainSchema>;
export type ExplainedType = ExplainOutput['types'][number];
export type OriginOutput = z.infer<typeof originSchema>;
