import * as z from 'zod';
import { outputVersion, severity } from './finding.ts';

const filesSchema = z.record(z.string(), z.string()).meta({ description: 'File texts by path.' });

const ruleSchema = z
  .object({
    id: z.string(),
    severity: severity.meta({ description: 'Unless the lifecycle, a status or a gate says otherwise.' }),
    title: z.string().meta({ description: 'What holds when the rule is content.' }),
    why: z.string().meta({ description: 'Plain Markdown.' }),
    examples: z.object({ bad: filesSchema, good: filesSchema }),
  })
  .meta({ id: 'rule' });

/** What `slipway rules --format json` prints. */
export const rulesSchema = z
  .object({ version: outputVersion, rules: z.array(ruleSchema).meta({ description: 'By id.' }) })
  .meta({ title: 'Output of slipway rules' });

export type RulesOutput = z.infer<typeof rulesSchema>;
export type RuleOutput = RulesOutput['rules'][number];
