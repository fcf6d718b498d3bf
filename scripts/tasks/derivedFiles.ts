import { jsonSchemas } from '../../server/cli/output/schemas.ts';
import { publishedSchema } from '../../server/core/lifecycle/publishedSchema.ts';
import { rules } from '../../server/core/rules/index.ts';
import { rulePage } from './rulePage.ts';

/** Every derived file but the rule list: path and text. */
export function derivedFiles(): readonly (readonly [path: string, text: string])[] {
  const list = rules.map(({ id, title }) => `- [${id}](${id}.md): ${title}`);
  return [
    ...rules.map(rule => [`docs/rules/${rule.id}.md`, rulePage(rule)] as const),
    ['docs/rules/README.md', ['# Rules', '', ...list, ''].join('\n')],
    ['docs/schemas/lifecycle.schema.json', json(publishedSchema())],
    ...[...jsonSchemas()].map(([path, schema]) => [path, json(schema)] as const),
  ];
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
