import { assertFix, assertMarked, assertSilent } from '../../support/marked.ts';

const rule = 'artifact-duplicate';

const page = (...fields: readonly string[]): string =>
  `---\n${fields.map(field => `${field}\n`).join('')}owner: Ana\n---\n\n# Roadmap\n`;

const at = 'docs/deployment/roadmap.md';

describe(rule, () => {
  it('marks the one that is not at the usual path, and names the other', () => {
    assertMarked(rule, {
      [at]: page('type: roadmap', 'status: draft'),
      'a/plan.md': `${page('type: roadmap', 'status: draft')}^^^^^^^^^ warning: “Roadmap” exists twice: docs/deployment/roadmap.md is another. Readers cannot know which one holds: keep one, or mark the other as superseded.\n`,
    });
  });

  it('marks every file but the first', () => {
    const marked = `${page('type: roadmap', 'status: draft')}^^^^^^^^^ a/one.md is another\n`;
    assertMarked(rule, {
      'a/one.md': page('type: roadmap', 'status: draft'),
      'a/two.md': marked,
      'b/three.md': marked,
    });
  });

  it('speaks of files in one folder that name no type, and is silent about those further away', () => {
    const changelog = '# Changelog\n\n## 1.0.0\n\n- First release\n';
    assertMarked(rule, {
      'a/changelog.md': changelog,
      'a/changes.md': `# Changelog\n^^^^^^^^^^^ a/changelog.md is another\n\n## 1.0.0\n`,
    });
    assertSilent(rule, { 'CHANGELOG.md': changelog, 'packages/one/CHANGELOG.md': changelog });
  });

  it('compares versions of types of which there is one a version', () => {
    const report = (version: string): string =>
      `---\ntype: test-report\nstatus: draft\nowner: Ravi\nversion: ${version}\n---\n\n# Report\n`;
    assertMarked(rule, {
      'docs/development/test-reports/1.0.0.md': '---\nstatus: draft\nowner: Ravi\n---\n\n# Report\n',
      'docs/second.md': `${report('v1.0.0')}^^^^^^^^ “Test report” exists twice for 1.0.0: docs/development/test-reports/1.0.0.md is another\n`,
      'docs/third.md': report('1.0.1'),
    });
  });

  it('is silent about types of which there may be many', () => {
    assertSilent(rule, {
      'docs/one.md': page('type: design-document', 'status: draft'),
      'docs/two.md': page('type: design-document', 'status: draft'),
    });
  });

  it('is silent about parts of the product, documents out of use, and a file that does not name its type', () => {
    const first = page('type: roadmap', 'status: draft', 'part: watch');
    assertSilent(rule, { [at]: first, 'docs/app.md': page('type: roadmap', 'status: draft', 'part: app') });
    for (const status of ['superseded', 'retired', 'archived', 'draft\nnot_applicable: { reason: Old, by: Ana }'])
      assertSilent(rule, {
        [at]: page('type: roadmap', 'status: draft'),
        'docs/old.md': page('type: roadmap', `status: ${status}`),
      });
    assertSilent(rule, { [at]: page('status: draft'), 'docs/new.md': page('type: roadmap', 'status: draft') });
  });

  describe('marks one as superseded by the other', () => {
    const title = `Mark it as superseded by ${at}`;

    it('where the fields are missing', () => {
      assertFix(rule, {
        title,
        before: { [at]: page('type: roadmap', 'status: draft'), 'docs/plan.md': page('type: roadmap') },
        after: {
          'docs/plan.md': `---\ntype: roadmap\nowner: Ana\nstatus: ‸superseded\nsuperseded_by: ‸${at}\n---\n\n# Roadmap\n`,
        },
      });
    });

    it('where they hold something else', () => {
      assertFix(rule, {
        title,
        before: {
          [at]: page('type: roadmap', 'status: draft'),
          'docs/plan.md': page('type: roadmap', 'state: Draft # so far', 'superseded_by:'),
        },
        after: { 'docs/plan.md': page('type: roadmap', 'state: superseded # so far', `superseded_by: ${at}`) },
      });
    });
  });
});
