import assert from 'node:assert/strict';
import { changelogVersionsOf } from '../../../server/core/project/changelogChanges.ts';
import { textOf } from '../../../server/core/project/yamlValue.ts';
import { withCrlf } from '../../support/marked.ts';
import { type Files, projectOf } from '../../support/product.ts';

const changelog = `# Changelog

## [Unreleased]

- CHG-4: Smaller battery gauge
- Not CHG-9

## [1.1.0] - 2026-05-04

### Fixed

- **CHG-3** Nights no longer
  go missing
- [CHG-2] — Larger digits, and see CHG-1
  - CHG-5 (below)

## 1.0

* CHG-1
- CHG-2: again
- The app no longer needs REQ-1 (CHG-6).
`;
const files: Files = { 'CHANGELOG.md': changelog };

const entriesIn = (all: Files): readonly string[] =>
  projectOf(all).records.flatMap(({ kind, form, entries }) =>
    entries.map(
      ({ id, map }) =>
        `${kind} (${form}) ${id} ${map.entries
          .slice(1)
          .map(({ key, value }) => `${key}: ${textOf(value)}`)
          .join('; ')}`,
    ),
  );

describe('changes in a changelog', () => {
  it('are the list items that open with their id', () => {
    const expected = [
      'change-log (changelog) CHG-4 title: Smaller battery gauge',
      'change-log (changelog) CHG-3 title: Nights no longer go missing; version: 1.1.0; date: 2026-05-04; status: deployed',
      'change-log (changelog) CHG-2 title: Larger digits, and see CHG-1; version: 1.1.0; date: 2026-05-04; status: deployed',
      'change-log (changelog) CHG-5 title: (below); version: 1.1.0; date: 2026-05-04; status: deployed',
      'change-log (changelog) CHG-1 title: undefined; version: 1.0',
    ];
    assert.deepEqual(entriesIn(files), expected);
    assert.deepEqual(entriesIn(withCrlf(files)), expected);
  });

  it('are declared there, each once', () => {
    const { declared, declarableKinds } = projectOf(files).items;
    assert.deepEqual([...declared.keys()].sort(), ['CHG-1', 'CHG-2', 'CHG-3', 'CHG-4', 'CHG-5']);
    assert.ok([...declared.values()].every(places => places.length === 1));
    assert.ok(declarableKinds.has('CHG'));
  });

  it('only repeat a record of their own', () => {
    const kept = { ...files, 'docs/records/changes.yaml': '- { id: CHG-1, title: Sync }\n' };
    assert.deepEqual(entriesIn(kept), ['change-log (file) CHG-1 title: Sync']);
  });

  it('make no record of a changelog that opens no item with an id', () => {
    assert.deepEqual(entriesIn({ 'CHANGELOG.md': '# Changelog\n\n## 1.0.0 - 2026-05-04\n\n- Sync (CHG-1)\n' }), []);
  });

  it('have the newest version that names them', () => {
    assert.deepEqual(
      [...changelogVersionsOf(projectOf(files))],
      [
        ['CHG-3', '1.1.0'],
        ['CHG-2', '1.1.0'],
        ['CHG-1', '1.1.0'],
        ['CHG-5', '1.1.0'],
        ['CHG-6', '1.0'],
      ],
    );
  });
});
