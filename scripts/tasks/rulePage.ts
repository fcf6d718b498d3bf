import type { ExampleFiles, Rule } from '../../server/core/rules/rule.ts';

/** The documentation page of a rule: what, why, bad, good, and how to change or turn it off. */
export function rulePage({ id, title, why, severity, examples }: Rule): string {
  return [
    `# ${id}`,
    '',
    title,
    '',
    `Severity: ${severity}, unless the distance to a gate or the status of the document says otherwise.`,
    '',
    '## Why',
    '',
    why,
    '',
    '## Objects to',
    '',
    ...example(examples.bad),
    '## Is content with',
    '',
    ...example(examples.good),
    '## Change or turn off',
    '',
    'In `lifecycle.yaml`, for the whole product or for some files:',
    '',
    '```yaml',
    'rules:',
    `  ${id}: off`,
    `  # ${id}: { severity: info, paths: [drafts/**] }`,
    '```',
    '',
    'In one place, with a reason, on the line before:',
    '',
    '```markdown',
    `<!-- slipway-disable-next-line ${id} -- the reason -->`,
    '```',
    '',
  ].join('\n');
}

const example = (files: ExampleFiles): readonly string[] =>
  Object.entries(files).flatMap(([path, text]) => [
    `\`${path}\`:`,
    '',
    `\`\`\`\`${path.endsWith('.md') ? 'markdown' : 'yaml'}`,
    text.trimEnd(),
    '````',
    '',
  ]);
