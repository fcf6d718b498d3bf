import { assertFix, assertMarked, assertSilent } from '../../support/marked.ts';

const rule = 'version-step-wrong';
const path = 'CHANGELOG.md';
const changes = 'docs/records/changes.yaml';

const changelog = (...headings: readonly string[]): string =>
  `# Changelog\n${headings.map(heading => `\n## ${heading}\n\n- ${heading.replace(/[^\d.]/g, '')} brings\n`).join('')}`;
const under = (text: string, line: string, word: string, message: string): string =>
  text.replace(line, `${line}\n${' '.repeat(line.indexOf(word))}${'^'.repeat(word.length)} ${message}`);
const change = (version: string, more = 'breaking: true'): string =>
  `- { id: CHG-4, title: New files, status: implemented, ${more}, version: ${version} }\n`;

describe(rule, () => {
  it('objects to an older version above a newer one, once a file', () => {
    const text = changelog('1.0.0 - 2026-01-01', '1.1.0 - 2026-02-01', '1.2.0 - 2026-03-01');
    assertMarked(rule, {
      [path]: under(
        text,
        '## 1.1.0 - 2026-02-01',
        '1.1.0',
        'warning: The version 1.1.0 stands below 1.0.0, although it is newer.',
      ),
    });
  });

  it('objects to a version that stands twice', () => {
    assertMarked(rule, {
      [path]: under(changelog('[1.1.0]', '1.1.0'), '## 1.1.0', '1.1.0', 'The version 1.1.0 stands twice.'),
    });
  });

  it('objects to days that contradict the numbers', () => {
    assertMarked(rule, {
      [path]: under(
        changelog('1.2.0 - 2026-01-01', '1.1.0 - 2026-03-01'),
        '## 1.2.0 - 2026-01-01',
        '1.2.0',
        'warning: The version 1.2.0 is dated 2026-01-01, before 1.1.0, which came earlier and is dated 2026-03-01.',
      ),
    });
    assertMarked(rule, {
      [path]: under(
        changelog('1.1.2 - 2026-01-01', '1.1.1 - 2026-03-01'),
        '## 1.1.2 - 2026-01-01',
        '1.1.2',
        'before 1.1.1',
      ),
    });
  });

  it('accepts fixes for an older line, by number or by day', () => {
    assertSilent(rule, { [path]: changelog('1.9.5 - 2026-06-01', '2.0.0 - 2026-05-01', '1.9.4 - 2026-04-01') });
    assertSilent(rule, { [path]: changelog('2.0.0 - 2026-05-01', '1.9.5 - 2026-06-01', '1.9.4 - 2026-04-01') });
  });

  it('accepts what is unreleased, pre-releases, missing days and deeper headings', () => {
    assertSilent(rule, { [path]: changelog('Unreleased', '1.1.0', '1.1.0-rc.1 - 2026-03-01', '1.0.0 - 2026-01-01') });
    assertSilent(rule, { [path]: `${changelog('1.1.0', '1.0.0')}\n### 1.0.5 in short\n` });
    assertSilent(rule, { [path]: '# Changelog\n\n```\n## 1.0.0\n## 2.0.0\n```\n' });
  });

  it('objects to a number outside the scheme', () => {
    assertMarked(rule, {
      [path]: under(
        changelog('1.2', '1.1.0'),
        '## 1.2',
        '1.2',
        '“1.2” is no version of the scheme semver, so tools and people cannot tell what comes before it. Write 1.2.0.',
      ),
    });
    const scheme = (name: string) => ({
      'lifecycle.yaml': `lifecycle: 1\nextends: standard\nversion-scheme: ${name}\n`,
    });
    assertSilent(rule, { ...scheme('calver'), [path]: changelog('2026.05', '2026.04.1') });
    assertMarked(rule, {
      ...scheme('calver'),
      [path]: under(changelog('2026.05', '3.0.0'), '## 3.0.0', '3.0.0', 'is no version of the scheme calver'),
    });
    assertSilent(rule, { ...scheme('none'), [path]: changelog('1.2', '1.1') });
  });

  it('objects to a breaking change in a small step', () => {
    for (const [version, step] of [
      ['1.2.1', 'patch'],
      ['1.3.0', 'minor'],
    ] as const) {
      const text = change(version);
      assertMarked(rule, {
        [path]: changelog(version, '1.2.0'),
        [changes]: `${text}${' '.repeat(text.indexOf(version))}^^^^^ warning: CHG-4 is breaking, but 1.2.0 to ${version} is a ${step} step: users would update and find things broken. Release it as 2.0.0,\n`,
      });
    }
  });

  it('accepts a breaking change in a large step, before 1.0.0, and where nothing came before', () => {
    assertSilent(rule, { [path]: changelog('2.0.0', '1.2.0'), [changes]: change('2.0.0') });
    assertSilent(rule, { [path]: changelog('0.3.0', '0.2.0'), [changes]: change('0.3.0') });
    assertSilent(rule, { [path]: changelog('1.2.1'), [changes]: change('1.2.1') });
    assertSilent(rule, { [path]: changelog('1.2.1', '1.2.0'), [changes]: change('1.2.1', 'breaking: false') });
    assertSilent(rule, { [changes]: change('1.2.1') });
  });

  it('offers to put the versions in order and leaves the links at the end', () => {
    const link = '\n[1.1.0]: https://example.com/1.1.0\n';
    assertFix(rule, {
      title: 'Put the versions in order, newest first',
      before: { [path]: changelog('Unreleased', '1.0.0', '1.1.0') + link },
      after: { [path]: changelog('Unreleased', '1.1.0', '1.0.0') + link },
    });
  });

  it('offers the right number', () => {
    assertFix(rule, {
      title: 'Write 1.2.0',
      before: { [path]: changelog('v1.2') },
      after: { [path]: changelog('v1.2').replace('v1.2', 'v1.2.0') },
    });
    assertFix(rule, {
      title: 'Make the version 2.0.0',
      before: { [path]: changelog('1.3.0', '1.2.0'), [changes]: change('1.3.0') },
      after: { [path]: changelog('2.0.0', '1.2.0').replace('- 2.0.0 ', '- 1.3.0 '), [changes]: change('2.0.0') },
    });
  });
});
