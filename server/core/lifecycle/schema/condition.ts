import * as z from 'zod';
import { durationSchema } from './duration.ts';

/** A value that a field can have. */
const literal = z.union([z.string(), z.number(), z.boolean()]);

/** What a comparison compares with: a value, or what another field holds. `today` is the day of the check. */
const operand = z.union([
  literal,
  z.strictObject({ field: z.string() }).meta({ description: 'The value of another field of the same subject.' }),
]);

/** What one field must be: a value, one of several values, or a comparison. */
const test = z.union([
  literal.meta({ description: 'The field has this value.' }),
  z.array(literal).meta({ description: 'The field has one of these values.' }),
  z
    .strictObject({
      not: z
        .union([operand, z.array(literal)])
        .optional()
        .meta({ description: 'The field has none of these values.' }),
      is: operand.optional().meta({ description: 'The field has this value; for comparing it with another field.' }),
      'at-least': operand
        .optional()
        .meta({ description: 'Not below this: statuses by their order, versions and dates as such.' }),
      'at-most': operand.optional().meta({ description: 'Not above this.' }),
      present: z.boolean().optional().meta({ description: 'The field is filled in (true) or not (false).' }),
      'older-than': durationSchema
        .optional()
        .meta({ description: 'The date lies further back than this duration, such as `14 days`.' }),
      matches: z.string().optional().meta({ description: 'The text matches this pattern (RE2 syntax).' }),
    })
    .meta({ description: 'A comparison; all its parts must hold.' }),
]);

/**
 * The one form of condition in the language: a map from field to test, all of which must hold. It is used wherever
 * something depends on something: required fields and sections, checks, criteria, record filters, rule severity, and
 * whether an entry applies at all.
 *
 * A dotted name looks into what the field holds or names: `residual.impact` is a part of an object, `role.external` and
 * `gate.repeats` are what the lifecycle says of that role or gate, `product.released` is the day of the release,
 * `sections.risks` the heading of a section of the document that is there.
 * `version: current` means the version being made, `today` the day of the check.
 */
export const conditionSchema = z
  .record(z.string(), test)
  .meta({ id: 'condition', title: 'condition', description: 'Fields and what each must be; all must hold.' });

export type Condition = z.infer<typeof conditionSchema>;
export type Test = z.infer<typeof test>;
export type Operand = z.infer<typeof operand>;

/** `true`, `false`, or a condition under which it is true. */
export const whenSchema = z.union([z.boolean(), conditionSchema]);
export type When = z.infer<typeof whenSchema>;
