import * as z from 'zod';
import { artifactTypeSchema } from './artifact.ts';
import { conditionSchema } from './condition.ts';
import { fieldsSchema } from './field.ts';
import { gateSchema, phaseSchema } from './gate.ts';
import { lockable } from './locked.ts';
import { coverageSchema, itemKindSchema, linkTypeSchema, recordKindSchema } from './record.ts';
import { severities } from './severity.ts';

export { type Severity, severities } from './severity.ts';

const statusSchema = z
  .strictObject({
    title: z.string().optional(),
    aliases: z.array(z.string()).default([]),
    ordered: z
      .boolean()
      .default(true)
      .meta({ description: 'Part of the ladder that `at-least` compares; false for side states such as retired.' }),
    agreed: z
      .boolean()
      .default(false)
      .meta({ description: 'From this status on an accountable person has agreed to the content.' }),
    say: z.string().optional(),
  })
  .meta({ id: 'status', title: 'status' });

const roleSchema = z
  .strictObject({
    title: z.string(),
    phase: z.string().default('both'),
    aliases: z.array(z.string()).default([]),
    external: z.boolean().default(false),
  })
  .meta({ id: 'role', title: 'role' });

const severitySetting = z.enum([...severities, 'off']);

const ruleSettingSchema = z
  .union([
    severitySetting,
    z.strictObject({
      severity: severitySetting.optional(),
      when: conditionSchema
        .optional()
        .meta({ description: 'Fields of the document (such as `status`, `type`) under which the setting applies.' }),
      paths: z.array(z.string()).optional().meta({ description: 'Globs of the files it applies to.' }),
      reason: z.string().optional(),
      ...lockable,
    }),
  ])
  .meta({ id: 'rule-setting', title: 'rule setting' });

const productScalar = z.union([z.string(), z.number(), z.boolean()]);
const productValue = z.union([productScalar, z.array(productScalar)]);

const waiverSchema = z
  .strictObject({ reason: z.string(), by: z.string(), until: z.string().optional() })
  .partial()
  .meta({ id: 'waiver', title: 'waiver' });

/** `lifecycle.yaml`: everything keyed by id, so that a later file changes exactly what it names. */
export const lifecycleSchema = z
  .strictObject({
    lifecycle: z.literal(1).meta({ description: 'Version of this language.' }),
    id: z.string().optional(),
    title: z.string().optional(),
    summary: z.string().optional(),
    version: z.string().optional().meta({ description: 'Version of this definition.' }),
    extends: z
      .union([z.string(), z.array(z.string())])
      .optional()
      .meta({ description: 'Built-in lifecycles by name or files by path, left to right.' }),
    product: z
      .object({
        name: z.string().optional(),
        version: z.string().optional().meta({ description: 'The version being made or released.' }),
        'version-from': z
          .string()
          .regex(/^changelog$|\.(?:json|ya?ml)$/)
          .optional()
          .meta({
            title: '`changelog`, or a JSON or YAML file',
            description:
              'Where the version stands when it is not given here: `changelog`, or a JSON or YAML file with a key `version`, counted from the folder of the product. Without it, the changelog, then `package.json`.',
          }),
      })
      .catchall(productValue)
      .default({})
      .meta({ description: 'The product. What it says besides its name and version is named by `product-fields`.' }),
    'product-fields': fieldsSchema
      .default({})
      .meta({ description: 'What `product` says besides name and version; conditions may ask for it.' }),
    horizon: z.string().optional().meta({ description: 'Every gate up to this one is treated as next.' }),
    independence: z
      .enum(['off', 'warn', 'required'])
      .default('warn')
      .meta({ description: 'Whether people may approve their own work.' }),
    cycle: z
      .enum(['once', 'major'])
      .default('once')
      .meta({ description: 'Whether the gates are passed once, or again for each major version.' }),
    locked: z
      .literal(true)
      .optional()
      .meta({ description: 'Files that build on this one may not loosen its `independence`.' }),
    'version-scheme': z.enum(['semver', 'calver', 'none']).default('semver'),
    'dated-by': z.array(z.string()).default(['created', 'date']).meta({
      description:
        'The fields that say when a document was begun: days or versions. `since` and `until` compare a day with the first of them that is a day, a version with the first that is a version, else with the field `version`.',
    }),
    statuses: z.record(z.string(), statusSchema).default({}),
    roles: z.record(z.string(), roleSchema).default({}),
    fields: fieldsSchema.default({}).meta({ description: 'Front-matter fields that every document may have.' }),
    recognition: z
      .strictObject({
        ignore: z.array(z.string()).default([]),
        scores: z
          .strictObject({
            stem: z.number().default(40),
            folder: z.number().default(20),
            title: z.number().default(30),
            sections: z.number().default(30),
            'all-sections': z.number().default(50),
          })
          .default({ stem: 40, folder: 20, title: 30, sections: 30, 'all-sections': 50 }),
        'accept-at': z.number().default(50),
        'ambiguous-within': z.number().default(10),
      })
      .default({
        ignore: [],
        scores: { stem: 40, folder: 20, title: 30, sections: 30, 'all-sections': 50 },
        'accept-at': 50,
        'ambiguous-within': 10,
      }),
    phases: z.record(z.string(), phaseSchema).default({}),
    gates: z.record(z.string(), gateSchema).default({}),
    artifacts: z.record(z.string(), artifactTypeSchema).default({}),
    records: z.record(z.string(), recordKindSchema).default({}),
    items: z.record(z.string(), itemKindSchema).default({}),
    links: z.record(z.string(), linkTypeSchema).default({}),
    coverage: z.record(z.string(), coverageSchema).default({}),
    'external-ids': z
      .array(z.string())
      .default([])
      .meta({ description: 'Patterns (RE2 syntax) of ids kept in other systems.' }),
    rules: z.record(z.string(), ruleSettingSchema).default({}),
    waive: z
      .record(z.string(), waiverSchema)
      .default({})
      .meta({ description: 'Artifact types declared not applicable, in the open and not for ever.' }),
    'provided-by': z
      .record(z.string(), z.strictObject({ url: z.string(), checked: z.string().optional() }))
      .default({})
      .meta({ description: 'Artifact types kept elsewhere; they exist but never count as approved.' }),
  })
  .meta({ id: 'lifecycle', title: 'Slipway lifecycle definition' });

export type Lifecycle = z.infer<typeof lifecycleSchema>;
export type RuleSetting = z.infer<typeof ruleSettingSchema>;
