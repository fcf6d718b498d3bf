import { assertFix, assertMarked, assertSilent } from '../../support/marked.ts';

const rule = 'change-without-version';
const path = 'docs/records/changes.yaml';
const log = 'CHANGELOG.md';

const change = (status: string, more = ''): string =>
  `- id: CHG-5\n  title: Pilot sale.\n  phase: deployment\n  kind: fix\n  date: 2026-06-03\n  status: ${status}\n${more}`;
const marked = (text: string, message: string): string => text.replace('CHG-5', `CHG-5\n      ^^^^^ ${message}`);
const changelog = (...parts: readonly string[]) => ({ [log]: `# Changelog\n\n${parts.join('\n\n')}\n` });
const first = '## 0.9.0 - 2026-05-04\n\n### Added\n\n- Steps';

describe(rule, () => {
  it('asks for the version of a change that is made', () => {
    for (const status of ['implemented', 'deployed', 'verified', 'rolled-back'])
      assertMarked(rule, {
        [path]: marked(change(status), `warning: CHG-5 is ${status} (2026-06-03), but names no version`),
      });
    assertMarked(rule, { [path]: marked(change('deployed', '  version:\n'), 'names no version') });
    for (const status of ['proposed', 'approved', 'rejected']) assertSilent(rule, { [path]: change(status) });
  });

  it('wants the changelog to know the version', () => {
    const text = change(
      'deployed',
      '  version: 1.1.0\n           ^^^^^ warning: CHG-5 is in 1.1.0, which the changelog does not know.\n',
    );
    assertMarked(rule, { [path]: text, ...changelog(first) });
    assertSilent(rule, { [path]: change('deployed', '  version: 1.1.0\n') });
    assertSilent(rule, { [path]: change('deployed', '  version: 0.9.0\n'), ...changelog(first) });
    assertSilent(rule, { [path]: change('approved', '  version: 1.1.0\n'), ...changelog(first) });
    assertSilent(rule, {
      [path]: change('deployed', '  version: 1.1.0\n'),
      ...changelog('## Unreleased\n\n- Sale (CHG-5)', first),
    });
  });

  it('lets a change wait for the version that is being made', () => {
    const product = {
      'lifecycle.yaml': 'lifecycle: 1\nextends: standard\nproduct: { version: 1.1.0 }\n',
      ...changelog(first),
    };
    assertSilent(rule, { ...product, [path]: change('implemented', '  version: 1.1.0\n') });
    assertMarked(rule, {
      ...product,
      [path]: change('deployed', '  version: 1.1.0\n           ^^^^^ which the changelog does not know\n'),
    });
  });

  it('tells under which other version the changelog lists it', () => {
    assertMarked(rule, {
      ...changelog(`${first} (CHG-5)`),
      [path]: change('implemented', '  version: 1.1.0\n           ^^^^^ but the changelog lists it under 0.9.0\n'),
    });
  });

  it('leaves alone what is no version, and what only a changelog lists', () => {
    assertSilent(rule, { [path]: change('deployed', '  version: soon\n'), ...changelog(first) });
    assertSilent(rule, changelog(first, '## 0.8.0\n\n- CHG-1 Fetch nights'));
  });

  it('offers versions that are known, and an empty field', () => {
    const before = { [path]: change('implemented'), ...changelog(`${first} (CHG-5)`) };
    assertFix(rule, {
      title: 'Set the version to 0.9.0',
      before,
      after: { [path]: change('implemented', '  version: 0.9.0\n') },
    });
    assertFix(rule, { title: 'Add “version”', before, after: { [path]: change('implemented', '  version: ‸\n') } });
  });

  it('offers a line in the changelog, where such lines stand', () => {
    const unknown = { [path]: change('deployed', '  version: 1.1.0\n') };
    const line = '- Pilot sale (CHG-5)';
    for (const [before, after] of [
      [changelog(first), changelog(`## Unreleased\n\n### Fixed\n\n${line}`, first)],
      [changelog('## Unreleased', first), changelog(`## Unreleased\n\n### Fixed\n\n${line}`, first)],
      [
        changelog('## [Unreleased]\n\n### Fixed\n\n- Old', first),
        changelog(`## [Unreleased]\n\n### Fixed\n\n- Old\n${line}`, first),
      ],
    ] as const)
      assertFix(rule, {
        title: 'Add it to the changelog under Unreleased',
        before: { ...unknown, ...before },
        after: { ...after },
      });
  });
});
