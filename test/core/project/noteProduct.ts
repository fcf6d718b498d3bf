import type { Files } from '../../support/product.ts';

export const rule = 'front-matter-field';

/** A product with one type of document, whose fields are given as YAML in braces. `head` is put before the types. */
export const product = (fields: string, more = '', head = ''): Files => ({
  'lifecycle.yaml': `lifecycle: 1
${head}statuses: { draft: {}, review: {}, done: { agreed: true }, dropped: { ordered: false } }
phases: { work: { title: Work } }
artifacts:
  note: { title: Note, phase: work, path: "notes/{group}/{number}-{slug}.md", status-default: draft, fields: ${fields}${more} }
`,
});

/** A document with front matter. */
export const note = (...fields: readonly string[]): string =>
  `---\n${fields.map(field => `${field}\n`).join('')}---\n\n# Note\n`;

export const path = 'notes/red/0007-x.md';
