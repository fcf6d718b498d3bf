import { assertFix } from '../../support/marked.ts';

const definition = `lifecycle: 1
statuses: { draft: {}, in-review: {} }
phases: { work: { title: Work } }
artifacts:
  proposal:
    title: Proposal
    phase: work
    need: optional
    path: proposals/{slug}.md
    status-default: in-review
    sections:
      motivation: { heading: Motivation }
      goals: { heading: Goals, within: motivation }
      non-goals: { heading: Non-Goals, within: motivation }
      proposal: { heading: Proposal }
      history: { heading: History }
`;
const words = 'A paragraph that is long enough to be more than a shell of a document, with thirty words or so, '.repeat(
  2,
);
const path = 'proposals/a.md';
const product = (text: string): Readonly<Record<string, string>> => ({ 'lifecycle.yaml': definition, [path]: text });
const added = (heading: string): string => `Add the section “${heading}”`;

describe('inserting a section that is part of another', () => {
  it('puts it behind its neighbour in there', () => {
    const text = (goals: string) =>
      `# A\n\n## Motivation\n\n${words}\n\n### Goals\n\n- x\n\n${goals}## Proposal\n\nText.\n\n## History\n\nText.\n`;
    assertFix('section-missing', {
      title: added('Non-Goals'),
      before: product(text('')),
      after: { [path]: text('### Non-Goals\n‸\n') },
    });
  });

  it('puts the first one at the end of the whole, one level deeper', () => {
    const text = (goals: string) =>
      `# A\n\n## Motivation\n\n${words}\n\n${goals}## Proposal\n\nText.\n\n## History\n\nText.\n`;
    assertFix('section-missing', {
      title: added('Goals'),
      before: product(text('')),
      after: { [path]: text('### Goals\n‸\n') },
    });
  });

  it('does not take the part of another for a neighbour', () => {
    const text = (proposal: string) =>
      `# A\n\n## Motivation\n\n${words}\n\n### Goals\n\n- x\n\n### Non-Goals\n\n- y\n\n${proposal}## History\n\nText.\n`;
    assertFix('section-missing', {
      title: added('Proposal'),
      before: product(text('')),
      after: { [path]: text('## Proposal\n‸\n') },
    });
  });
});
