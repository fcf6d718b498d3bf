import assert from 'node:assert/strict';
import {
  compareVersions,
  isPrerelease,
  parseVersion,
  versionEntries,
  versionFits,
} from '../../../server/core/project/version.ts';
import { documentOf, textAt, typeWith } from './support.ts';

describe('versions', () => {
  const parsed: readonly (readonly [string, string | undefined])[] = [
    ['1.4.2', '1.4.2'],
    ['v1.4.2', '1.4.2'],
    ['1.4', '1.4.0'],
    ['2', '2.0.0'],
    ['1.2.3.4', '1.2.3'],
    ['2026.05.1', '2026.5.1'],
    ['1.0.0-rc.1', '1.0.0-rc.1'],
    ['1.0rc1', '1.0.0-rc1'],
    ['1.0.0b2', '1.0.0-b2'],
    ['1.0.0+build.7', '1.0.0'],
    [' 1.0 ', '1.0.0'],
    ['one', undefined],
    ['', undefined],
    ['1..2', undefined],
    ['1.0.0 (beta)', undefined],
  ];
  for (const [text, expected] of parsed)
    it(`reads ${JSON.stringify(text)} as ${expected}`, () => {
      assert.equal(parseVersion(text)?.version, expected);
    });

  it('orders them', () => {
    const sorted = ['none', '0.9', '1.0.0-alpha', '1.0.0-rc.1', '1.0.0-rc.2', '1.0.0', '1.2', '1.10', 'v2'];
    assert.deepEqual([...sorted].reverse().sort(compareVersions), sorted);
  });

  it('knows pre-releases', () => {
    assert.deepEqual(['1.0.0-rc.1', '1.0b2', '2.0-beta'].filter(isPrerelease).length, 3);
    assert.deepEqual(['1.0.0', '1.4', '1.0.0+5', 'none'].filter(isPrerelease), []);
  });

  const fits: readonly (readonly [string, string, 'major' | 'minor' | 'patch', boolean])[] = [
    ['1.4.0', '1.4.2', 'minor', true],
    ['1.4', '1.4.2', 'minor', true],
    ['1.4', '1.5.0', 'minor', false],
    ['1.4', '2.4.0', 'minor', false],
    ['1.4.2', '1.4.2', 'patch', true],
    ['v1.4.2', '1.4.2', 'patch', true],
    ['1.4.0', '1.4.2', 'patch', false],
    ['1.0', '1.0.0', 'patch', true],
    ['1.0.0-rc.1', '1.0.0', 'patch', false],
    ['1.9', '1.0.0', 'major', true],
    ['2.0', '1.0.0', 'major', false],
    ['spring', 'spring', 'patch', true],
    ['spring', '1.0.0', 'patch', false],
  ];
  for (const [version, wanted, precision, expected] of fits)
    it(`${version} ${expected ? 'fits' : 'does not fit'} ${wanted} at ${precision}`, () => {
      assert.equal(versionFits(version, wanted, precision), expected);
    });
});

describe('versionEntries', () => {
  const type = typeWith({ sections: { version: { heading: '{version}' } } });
  const entriesOf = (text: string) =>
    versionEntries(documentOf(text), type).map(({ version, date }) => [version, date]);

  it('reads the headings of a changelog', () => {
    assert.deepEqual(
      entriesOf(
        [
          '# Changelog',
          '## [Unreleased]',
          '## [1.1.0](https://example.org/1.1.0) - 2026-05-04',
          '## v1.0.0 (2026-03-01)',
          '## 1.0.0-rc.1',
          '### Added',
          '## 0.9',
          '## Older versions',
        ].join('\n\n'),
      ),
      [
        ['1.1.0', '2026-05-04'],
        ['1.0.0', '2026-03-01'],
        ['1.0.0-rc.1', undefined],
        ['0.9', undefined],
      ],
    );
  });

  it('points at the words of the heading', () => {
    const document = documentOf('# Changelog\n\n## [1.0.0] - 2026-05-04\n');
    const [entry] = versionEntries(document, type);
    assert.ok(entry);
    assert.equal(textAt(document, entry.span), '[1.0.0] - 2026-05-04');
  });
});
