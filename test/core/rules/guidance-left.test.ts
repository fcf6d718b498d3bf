import assert from 'node:assert/strict';
import { assertFix, assertMarked, assertSilent } from '../../support/marked.ts';
import { findingsIn } from '../../support/product.ts';

const rule = 'guidance-left';
const path = 'docs/deployment/roadmap.md';

const roadmap = (body: string, status = 'draft'): string =>
  `---\nstatus: ${status}\nowner: product-manager\nversion: 1.0.0\n---\n\n# Roadmap\n\n${body}`;

const now = '<!-- What is being worked on, with the FB, trend or REQ that asked for it. -->';
const next = '<!-- What comes after, and what would change your mind. -->';

describe(rule, () => {
  it('marks guidance in a section that is written', () => {
    assertMarked(rule, {
      [path]: roadmap(`## Now

${now}
${'^'.repeat(now.length)} hint: This guidance helped to write the section, which is written now.

- Sleep stages
`),
    });
  });

  it('is a warning when the document is approved', () => {
    assertMarked(rule, {
      [path]: roadmap(
        `## Now\n\n- Sleep stages ${now}\n               ${'^'.repeat(now.length)} warning: guidance\n`,
        'approved',
      ),
    });
  });

  it('knows guidance that was wrapped or indented', () => {
    assertMarked(rule, {
      [path]: roadmap(`## Next

<!--
^^^^ hint: guidance
  What comes after,
  and what would change your mind.
-->

- Swimming
`),
    });
  });

  it('leaves guidance in an unwritten section, other comments and code alone', () => {
    assertSilent(rule, {
      [path]: roadmap(
        `## Now\n\n${now}\n\n## Next\n\n<!-- Ask Ana. -->\n\n<!-- -->\n\n- Swimming\n\n\`\`\`html\n${next}\n\`\`\`\n`,
      ),
    });
  });

  it('leaves documents out of use alone', () => {
    assertSilent(rule, { [path]: roadmap(`## Now\n\n${now}\n\n- Sleep stages\n`, 'retired') });
  });

  describe('removes the comment', () => {
    const title = 'Remove this guidance';
    for (const [what, before, after] of [
      ['with its line and one blank line', `## Now\n\n${now}\n\n- Sleep stages\n`, '## Now\n\n- Sleep stages\n'],
      ['right above the text', `## Now\n\n${now}\n- Sleep stages\n`, '## Now\n\n- Sleep stages\n'],
      ['at the end of the file', `## Now\n\n- Sleep stages\n\n${now}`, '## Now\n\n- Sleep stages\n\n'],
      ['behind text', `## Now\n\nSleep stages ${now}\n\nAnd more\n`, '## Now\n\nSleep stages\n\nAnd more\n'],
      ['in the middle of text', `## Now\n\nSleep ${now} stages\n`, '## Now\n\nSleep  stages\n'],
      [
        'behind text, so that no rule becomes an underline',
        `## Now\n\nSleep stages\n${now}\n\n---\n`,
        '## Now\n\nSleep stages\n\n---\n',
      ],
      ['indented', `## Now\n\n- Sleep stages\n\n  ${now}\n\n- Naps\n`, '## Now\n\n- Sleep stages\n\n- Naps\n'],
    ] as const)
      it(what, () => {
        assertFix(rule, {
          title,
          safe: true,
          before: { [path]: roadmap(before) },
          after: { [path]: roadmap(after) },
        });
      });

    it('or all of them in the file', () => {
      assertFix(rule, {
        title: 'Remove all guidance in this file',
        before: { [path]: roadmap(`## Now\n\n${now}\n\n- Sleep\n\n## Next\n\n${next}\n\n- Swimming\n`) },
        after: { [path]: roadmap('## Now\n\n- Sleep\n\n## Next\n\n- Swimming\n') },
      });
    });

    it('and offers that only where there are several', () => {
      const [found, ...others] = findingsIn({ [path]: roadmap(`## Now\n\n${now}\n\n- Sleep\n`) }, rule);
      assert.deepEqual(others, []);
      assert.deepEqual(
        found?.fixes.map(fix => fix.title),
        [title],
      );
    });
  });
});
