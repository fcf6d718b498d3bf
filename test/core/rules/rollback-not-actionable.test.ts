import assert from 'node:assert/strict';
import { assertFix, assertMarked, assertSilent, fixTitles } from '../../support/marked.ts';
import { passedUpTo } from '../../support/product.ts';

const rule = 'rollback-not-actionable';
const path = 'docs/deployment/deployment-guide.md';

/** A deployment guide that ends in the given text. */
const guide = (end: string, status = 'in-review'): string => `---
status: ${status}
owner: operations
version: 1.0.0
---

# Deployment guide

## Before you start

- Access to the update server and the phone number of the engineer on duty

## Steps

1. Upload the image.
2. Set the share to five per cent.

## Verification

1. Open the status page.
2. Check that the new version is shown.
${end}`;

const good = `
## Rollback

If more than two per cent of watches report an error, the engineer on duty decides.

1. Set the share to zero.
2. Publish the last image again; that takes ten minutes and loses no data.
`;

describe(rule, () => {
  it('says what is lacking, for which gate, and what belongs there', () => {
    assertMarked(rule, {
      ...passedUpTo('handoff'),
      [path]: guide(`
## Rollback
^^^^^^^^^^^ warning: “Rollback” lacks the signal that triggers it, who decides and numbered steps, so nobody on duty could follow it: the next gate, “Ready to launch”, needs it. Name the signal

Revert the release.
`),
    });
  });

  it('is an error once the launch gate is passed, also in a draft', () => {
    for (const status of ['draft', 'in-review', 'approved'])
      assertMarked(rule, {
        ...passedUpTo('launch'),
        [path]: guide(
          '\n## Rollback\n^^^^^^^^^^^ error: the gate “Ready to launch”, already passed, needs it\n\nRevert.\n',
          status,
        ),
      });
  });

  it('reports a missing section at the title and an empty one at its heading', () => {
    assertMarked(rule, {
      [path]: guide('').replace(
        '# Deployment guide',
        '# Deployment guide\n^^^^^^^^^^^^^^^^^^ warning: The section “Rollback” is missing',
      ),
    });
    assertMarked(rule, { [path]: guide('\n## Back-out plan\n^^^^^^^^^^^^^^^^ “Back-out plan” is empty\n') });
  });

  it('does not read the guidance of the skeleton as an answer', () => {
    assertMarked(rule, {
      [path]: guide(`
## Rollback
^^^^^^^^^^^ lacks the signal that triggers it, who decides and numbered steps

<!-- Name the signal that triggers it, who decides, the steps back, how long they take and what data is lost; if it cannot be undone, say so and give the fix-forward path. -->

Revert the release.
`),
    });
  });

  it('names only what is lacking', () => {
    assertMarked(rule, {
      [path]: guide(
        '\n## Rollback\n^^^^^^^^^^^ “Rollback” lacks who decides, so\n\nIf errors rise:\n\n1. Stop.\n2. Go back.\n',
      ),
    });
    assertMarked(rule, {
      [path]: guide(
        '\n## Rollback\n^^^^^^^^^^^ “Rollback” lacks numbered steps, so\n\nIf errors rise, Lena decides to go back.\n',
      ),
    });
    assertMarked(rule, {
      [path]: guide(
        '\n## Rollback\n^^^^^^^^^^^ lacks the signal that triggers it, so\n\nLena decides.\n\n1. Stop.\n2. Go back.\n',
      ),
    });
  });

  it('accepts a role as the one who decides, and sub-headings as steps', () => {
    assertSilent(rule, {
      [path]: guide('\n## Rollback\n\nWhen errors rise, ask the product manager.\n\n1. Stop.\n2. Go back.\n'),
    });
    assertSilent(rule, {
      [path]: guide('\n## Rollback\n\nAlert? Mei decides.\n\n### Stop\n\nNow.\n\n### Go back\n\nThen.\n'),
    });
  });

  it('accepts that there is no way back when there is one forward', () => {
    assertSilent(rule, {
      [path]: guide('\n## Rollback\n\nNot possible: the database moves on. Fix forward with a patch.\n'),
    });
    assertMarked(rule, {
      [path]: guide(
        '\n## Rollback\n^^^^^^^^^^^ lacks the way to fix forward\n\nNot possible: the database moves on.\n',
      ),
    });
  });

  it('leaves drafts, documents out of use, waived rollbacks, shells and other types alone', () => {
    const bad = '\n## Rollback\n\nRevert the release.\n';
    assertSilent(rule, { ...passedUpTo('handoff'), [path]: guide(bad, 'draft') });
    assertSilent(rule, { ...passedUpTo('launch'), [path]: guide(bad, 'superseded') });
    assertSilent(rule, {
      [path]: guide(bad, 'in-review\nnot_applicable: { rollback: { reason: The shop ships it, by: Lena } }'),
    });
    assertSilent(rule, {
      [path]: '---\nstatus: in-review\nowner: operations\nversion: 1.0.0\n---\n\n# Deployment guide\n',
    });
    assertSilent(rule, { 'docs/deployment/production-plan.md': guide(bad) });
  });

  describe('offers blanks', () => {
    const title = 'Add blanks for what “Rollback” lacks';

    it('that leave the section as it is: not to be followed', () => {
      const before = guide('\n## Rollback\n\nRevert the release.\n\n## Upgrade\n\n1. Wait.\n2. Go.\n');
      const after = guide(
        '\n## Rollback\n\nRevert the release.\n\n- Signal that triggers it: ‸\n- Who decides: ‸\n\n1. ‸\n2. ‸\n\n## Upgrade\n\n1. Wait.\n2. Go.\n',
      );
      assertFix(rule, { title, before: { [path]: before }, after: { [path]: after } });
      assertMarked(rule, {
        [path]: after
          .replaceAll('‸', '')
          .replace(
            '## Rollback',
            '## Rollback\n^^^^^^^^^^^ lacks the signal that triggers it, who decides and numbered steps',
          ),
      });
    });

    it('only for what is lacking', () => {
      assertFix(rule, {
        title,
        before: { [path]: guide('\n## Rollback\n\nIf errors rise:\n\n1. Stop.\n2. Go back.\n') },
        after: { [path]: guide('\n## Rollback\n\nIf errors rise:\n\n1. Stop.\n2. Go back.\n\n- Who decides: ‸\n') },
      });
      assertFix(rule, {
        title,
        before: { [path]: guide('\n## Rollback\n') },
        after: { [path]: guide('\n## Rollback\n\n- Signal that triggers it: ‸\n- Who decides: ‸\n\n1. ‸\n2. ‸\n') },
      });
    });

    it('and the whole section when it is missing', () => {
      assertFix(rule, {
        title: 'Add the section “Rollback”',
        before: { [path]: guide('\n## Upgrade\n\n1. Wait.\n2. Go.\n') },
        after: {
          [path]: guide(
            '\n## Rollback\n\n<!-- Name the signal that triggers it, who decides, the steps back, how long they take and what data is lost; if it cannot be undone, say so and give the fix-forward path. -->\n‸\n## Upgrade\n\n1. Wait.\n2. Go.\n',
          ),
        },
      });
    });

    it('but not beside blanks that are there', () => {
      assert.deepEqual(fixTitles(rule, { [path]: guide('\n## Rollback\n\nRevert.\n\n- Who decides:\n') }), []);
      assert.deepEqual(
        fixTitles(rule, { [path]: guide('\n## Rollback\n\nIf it fails, Ana decides.\n\n1. \n2.\n') }),
        [],
      );
    });
  });

  it('is content with a way back', () => {
    assertSilent(rule, { ...passedUpTo('launch'), [path]: guide(good, 'approved') });
  });
});
