import { assertFix, assertMarked, assertSilent } from '../../support/marked.ts';

const rule = 'artifact-type-unknown';

const page = (type: string): string =>
  `---\ntype: ${type}\nstatus: draft\nowner: Ana\nversion: 1.0.0\n---\n\n# Manual\n`;

/** Two types that one file fits equally well. */
const twins = `lifecycle: 1
extends: standard
artifacts:
  short: { title: Short pitch, phase: development, path: docs/short.md, recognise: { files: [pitch], headings: [pitch] } }
  long: { title: Long pitch, phase: development, path: docs/long.md, recognise: { files: [pitch], headings: [pitch] } }
`;

describe(rule, () => {
  it('marks the name and suggests the nearest one', () => {
    assertMarked(rule, {
      'docs/manual.md': page('usermanual').replace(
        'type: usermanual',
        'type: usermanual\n      ^^^^^^^^^^ warning: The lifecycle knows no type “usermanual”, so this document counts for no gate. Did you mean “user-manual”?',
      ),
    });
  });

  it('marks one name of several, and any name in a document of another type', () => {
    assertMarked(rule, {
      'docs/all.md': page('[user-manual, supportguide]').replace(
        'supportguide]',
        'supportguide]\n                    ^^^^^^^^^^^^ so this document does not count as one. Did you mean “support-guide”?',
      ),
      'docs/deployment/roadmap.md': page('xyz').replace(
        'type: xyz',
        'type: xyz\n      ^^^ Correct the name, or add the type to the lifecycle.',
      ),
    });
  });

  it('leaves the types of other tools alone', () => {
    for (const type of ['page', 'post', 'tutorial', 'spec', 'note', 'doc'])
      assertSilent(rule, { 'site/about.md': page(type) });
    assertSilent(rule, { 'site/about.md': '# About\n\nType: usermanual\n' });
  });

  it('knows the types that a lifecycle adds', () => {
    assertSilent(rule, { 'lifecycle.yaml': twins, 'docs/x.md': page('[short, long]') });
  });

  it('marks a file that fits two types equally well', () => {
    assertMarked(rule, {
      'lifecycle.yaml': twins,
      'notes/pitch.md': `
# Pitch
^^^^^^^ warning: This file fits “Short pitch” and “Long pitch” equally well, so it counts as none of them. Name one, or several, in the field “type”.
`,
    });
  });

  describe('offers', () => {
    it('the nearest name', () => {
      assertFix(rule, {
        title: 'Change to “user-manual”',
        before: { 'docs/manual.md': page('"usermanual"') },
        after: { 'docs/manual.md': page('user-manual') },
      });
    });

    it('each type that fits, beside the metadata that is there', () => {
      assertFix(rule, {
        title: 'Its type is “long”',
        before: { 'lifecycle.yaml': twins, 'notes/pitch.md': '# Pitch\n\nStatus: Draft\n' },
        after: { 'notes/pitch.md': '# Pitch\n\nStatus: Draft\nType: long\n' },
      });
    });
  });
});
