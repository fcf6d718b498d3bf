import assert from 'node:assert/strict';
import { assertFix, assertMarked, assertSilent, fixTitles } from '../../support/marked.ts';

const rule = 'id-duplicate';
const path = 'docs/development/requirements.md';

const head = (status = 'draft'): string =>
  `---\nstatus: ${status}\nowner: Ana\n---\n\n# Requirements\n\n## Functional requirements\n`;

describe(rule, () => {
  it('marks the second declaration, also in a draft', () => {
    assertMarked(rule, {
      [path]: `${head()}
### REQ-7: Sync

### REQ-007: Export
    ^^^^^^^ error: REQ-7 is declared already in this file, so links to it are ambiguous. Give this item an id of its own.

- **REQ-7** Import

### REQ-8: Print
`,
    });
  });

  it('looks into other files and into records', () => {
    assertMarked(rule, {
      [path]: `${head()}\n### REQ-7: Sync\n`,
      'docs/more.md': `---
type: requirements
status: draft
owner: Ana
---

# More

## Functional requirements

| Id | Text |
| --- | --- |
| REQ-7 | Export |
  ^^^^^ REQ-7 is declared already in docs/development/requirements.md
`,
      'docs/records/risks.yaml': `
- { id: RISK-1, title: Battery }
- { id: "RISK-1", title: Strap }
         ^^^^^^ RISK-1 is declared already in this file
- { id: RISK-2, title: As RISK-1 }
`,
    });
  });

  it('takes a row or a line that repeats a heading for a reference', () => {
    assertSilent(rule, {
      [path]: `${head()}
| Id | Priority |
| --- | --- |
| REQ-1 | must |
| REQ-2 | should |

### REQ-1: Sleep

### REQ-2: Battery

- **REQ-1** comes first.
`,
    });
  });

  it('does not count what is in code, in comments, or out of use', () => {
    assertSilent(rule, {
      [path]: `${head()}\n### REQ-7: Sync\n\n\`\`\`\n### REQ-7: Export\n\`\`\`\n\n<!-- ### REQ-7: Export -->\n`,
      'docs/old.md': `---\ntype: requirements\nstatus: superseded\nowner: Ana\n---\n\n# Old\n\n### REQ-7: Old sync\n`,
    });
  });

  it('says nothing about a number with another scope', () => {
    assertSilent(rule, { [path]: `${head()}\n### REQ-7: Sync\n\n### REQ-APP-7: Export\n` });
  });

  it('compares decision records by their file names', () => {
    assertMarked(rule, {
      'docs/development/decisions/0007-one.md': '---\nstatus: accepted\nowner: Mei\n---\n\n# ADR-7: One\n',
      'docs/development/decisions/0007-two.md':
        '---\nstatus: proposed\nowner: Mei\n---\n\n# Two\n  ^^^ ADR-7 is declared already in docs/development/decisions/0007-one.md\n',
    });
    assert.deepEqual(
      fixTitles(rule, {
        'docs/development/decisions/0007-one.md': '# One\n',
        'docs/development/decisions/0007-two.md': '# Two, unlike ADR-7\n',
      }),
      [],
    );
  });

  describe('renumbers', () => {
    it('the second of two in one file to the next free number', () => {
      assertFix(rule, {
        title: 'Renumber to REQ-10',
        before: { [path]: `${head()}\n### REQ-7: Sync\n\n### REQ-7: Export\n\nBesides REQ-7 and unlike REQ-9.\n` },
        after: { [path]: `${head()}\n### REQ-7: Sync\n\n### REQ-10: Export\n\nBesides REQ-7 and unlike REQ-9.\n` },
      });
    });

    it('with as many digits as before', () => {
      assertFix(rule, {
        title: 'Renumber to REQ-008',
        before: { [path]: `${head()}\n### REQ-007: Sync\n\n### REQ-007: Export\n` },
        after: { [path]: `${head()}\n### REQ-007: Sync\n\n### REQ-008: Export\n` },
      });
    });

    it('with the references in its file when the first lies elsewhere', () => {
      const more = (id: string): string =>
        `---\ntype: requirements\nstatus: draft\nowner: Ana\n---\n\n# More\n\n### ${id}: Export\n\nAfter ${id}, see \`REQ-7\`.\n`;
      assertFix(rule, {
        title: 'Renumber to REQ-8',
        before: { [path]: `${head()}\n### REQ-7: Sync\n`, 'docs/more.md': more('REQ-7') },
        after: { 'docs/more.md': more('REQ-8') },
      });
      assertFix(rule, {
        title: 'Renumber to RISK-2',
        before: { 'docs/records/risks.yaml': '- id: RISK-1 # battery\n- id: RISK-1 # strap\n' },
        after: { 'docs/records/risks.yaml': '- id: RISK-1 # battery\n- id: RISK-2 # strap\n' },
      });
    });
  });
});
