import type { Files } from '../../support/product.ts';

/** Words enough that a document is more than a shell. */
export const words =
  'This is a paragraph of more than thirty words, so that the document in which it stands is never taken for a shell that holds nothing but headings and the comments which say what should be written there.';

export const path = 'proposals/a.md';

/** A product whose only type, `proposal`, has these settings: YAML below `proposal:`, indented by six spaces. */
export const definitionWith = (settings: string): string => `lifecycle: 1
statuses: { draft: {}, in-review: {} }
phases: { work: { title: Work } }
fields:
  date: { type: date }
artifacts:
  proposal:
    title: Proposal
    phase: work
    need: optional
    path: proposals/{slug}.md
    status-default: in-review
${settings.replace(/^\n/, '').replace(/^ {6}/gm, '    ')}`;

/** The files of a product with one proposal: its body follows the title and a paragraph. */
export const proposal = (settings: string, body: string, fields = ''): Files => ({
  'lifecycle.yaml': definitionWith(settings),
  [path]: document(body, fields),
});

/** The text of a proposal. */
export const document = (body: string, fields = ''): string =>
  `${fields === '' ? '' : `---\n${fields}\n---\n\n`}# A\n\n${words}\n\n${body.replace(/^\n/, '')}`;
