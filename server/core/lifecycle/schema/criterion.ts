import * as z from 'zod';
import { applicability } from './applicability.ts';
import { conditionSchema } from './condition.ts';
import { lockable } from './locked.ts';

const common = {
  ...applicability,
  ...lockable,
  level: z
    .enum(['must', 'should'])
    .default('must')
    .meta({ description: 'An unmet `must` blocks the gate; an unmet `should` is only shown.' }),
  say: z.string().meta({ description: 'The criterion in one sentence, as it is when met.' }),
};
const where = {
  where: conditionSchema.optional().meta({ description: 'Which entries, items or documents are meant.' }),
};
const version = {
  version: z.literal('current').optional().meta({ description: 'Only what belongs to the version being released.' }),
};

/** The record kind that a criterion reads when it names none. */
export const usualKinds = { risks: 'risk-register', metrics: 'metrics', training: 'training-log' } as const;

const kind = (check: keyof typeof usualKinds) => ({
  kind: z.string().default(usualKinds[check]).meta({ description: 'The record kind that is read.' }),
});

/** A predicate of a gate, told apart by `check`: the closed set that the language knows. */
const criterionSchema = z
  .discriminatedUnion('check', [
    z.strictObject({
      check: z.literal('artifact'),
      ...common,
      ...where,
      ...version,
      type: z.string(),
      status: z.string().meta({ description: 'At least this status.' }),
      min: z.number().int().positive().default(1),
      fresh: z.boolean().default(false).meta({ description: 'Its review date must not have passed.' }),
      sections: z.literal('complete').optional().meta({ description: 'Every required section must be filled.' }),
    }),
    z.strictObject({
      check: z.literal('approval'),
      ...common,
      of: z.string(),
      roles: z.array(z.string()).min(1),
      all: z.boolean().default(false),
      independent: z.boolean().default(false),
    }),
    z.strictObject({
      check: z.literal('gate-passed'),
      ...common,
      gate: z.string(),
      strict: z.boolean().default(false),
    }),
    z.strictObject({
      check: z.literal('trace'),
      ...common,
      ...where,
      rule: z.string(),
      coverage: z.number().min(0).max(1).default(1),
    }),
    z.strictObject({
      check: z.literal('risks'),
      ...common,
      ...where,
      ...kind('risks'),
      max: z.number().int().nonnegative().optional(),
      'each-has': z.array(z.string()).optional(),
    }),
    z.strictObject({
      check: z.literal('metrics'),
      ...common,
      ...where,
      ...kind('metrics'),
      min: z.number().int().nonnegative().optional(),
      'min-per-phase': z.number().int().nonnegative().optional(),
      with: z.array(z.string()).optional(),
      'each-has': z.array(z.string()).optional(),
      'meeting-target': z.number().min(0).max(1).optional(),
    }),
    z.strictObject({
      check: z.literal('records'),
      ...common,
      ...where,
      kind: z.string(),
      min: z.number().int().nonnegative().optional(),
      max: z.number().int().nonnegative().optional(),
      with: z.array(z.string()).optional(),
      'each-has': z.array(z.string()).optional(),
    }),
    z.strictObject({
      check: z.literal('test-results'),
      ...common,
      ...where,
      ...version,
      'min-pass': z.number().min(0).max(1).optional(),
      'max-unhandled-failures': z.number().int().nonnegative().optional(),
    }),
    z.strictObject({
      check: z.literal('training'),
      ...common,
      ...kind('training'),
      roles: z.array(z.string()).optional(),
      'roles-from': z.string().optional(),
      status: z.string().default('done'),
    }),
    z.strictObject({ check: z.literal('milestone'), ...common, id: z.string(), reached: z.boolean().default(true) }),
    z.strictObject({
      check: z.literal('findings'),
      ...common,
      phase: z.string().optional(),
      severity: z.enum(['error', 'warning', 'info']),
      max: z.number().int().nonnegative().default(0),
    }),
    z.strictObject({ check: z.literal('attest'), ...common, statement: z.string() }),
    z.strictObject({
      check: z.literal('released'),
      ...common,
      in: z
        .array(z.string())
        .min(1)
        .meta({ description: 'Artifact types in which a dated or released version is looked for.' }),
      'at-least': z.string().meta({ description: 'The first version that counts; pre-releases never do.' }),
    }),
  ])
  .meta({ id: 'criterion', title: 'criterion' });

export type Criterion = z.infer<typeof criterionSchema>;
export const criteriaSchema = z.record(z.string(), criterionSchema);
