import * as z from 'zod';
import { checkSchema } from './check.ts';
import { explainSchema } from './explain.ts';
import { fixSchema } from './fix.ts';
import { gateReviewSchema } from './gate.ts';
import { rulesSchema } from './rules.ts';
import { statusSchema } from './status.ts';

const schemas = {
  check: checkSchema,
  status: statusSchema,
  gate: gateReviewSchema,
  fix: fixSchema,
  rules: rulesSchema,
  explain: explainSchema,
};

/**
 * The JSON Schema of each command's JSON output, by the path of its file in the project. Properties that a schema does
 * not name are allowed, because a later Slipway may add some.
 */
export const jsonSchemas = (): ReadonlyMap<string, unknown> =>
  new Map(
    Object.entries(schemas).map(([command, schema]) => [
      `docs/output/${command}.schema.json`,
      z.toJSONSchema(schema, { io: 'input' }),
    ]),
  );
