import assert from 'node:assert/strict';
import { type Files, findingsIn, plainDefinition, projectOf } from '../../support/product.ts';

const product = (fields: string): Files => ({ 'lifecycle.yaml': `${plainDefinition}product: { ${fields} }\n` });
const changelog: Files = { 'CHANGELOG.md': '# Changelog\n\n## [Unreleased]\n\n## 1.2.0 - 2026-05-04\n\n## 1.1.0\n' };
const manifest = (text: string): Files => ({ 'package.json': text });
const npm = manifest('{ "name": "pulse", "version": "2.0.0", "dependencies": { "x": { "version": "9.9.9" } } }');

describe('the version of a product', () => {
  const table: readonly (readonly [string, Files, string | undefined])[] = [
    ['is unknown', {}, undefined],
    ['is what the definition says', { ...product('version: 3.0.0'), ...changelog, ...npm }, '3.0.0'],
    ['is the newest of the changelog', { ...changelog, ...npm }, '1.2.0'],
    ['is that of the manifest', npm, '2.0.0'],
    ['is that of the manifest, with tabs', manifest('{\n\t"name": "pulse",\n\t"version": "2.1.0"\n}\n'), '2.1.0'],
    ['is that of the manifest with Windows lines', manifest('{\r\n  "version": "2.1.0"\r\n}\r\n'), '2.1.0'],
    [
      'is where the definition says: the manifest',
      { ...product('version-from: package.json'), ...changelog, ...npm },
      '2.0.0',
    ],
    ['is where the definition says: the changelog', { ...product('version-from: changelog'), ...npm }, undefined],
    [
      'is where the definition says: another file',
      { ...product('version-from: app/Chart.yaml'), 'app/Chart.yaml': 'name: x\nversion: 0.4.1\n', ...npm },
      '0.4.1',
    ],
    ['falls back to the changelog', { ...product('version-from: app/version.json'), ...changelog }, '1.2.0'],
    ['is not the placeholder of a manifest', manifest('{ "version": "0.0.0-development" }'), undefined],
    ['is not something else in a manifest', manifest('{ "version": "workspace:*" }'), undefined],
    ['is not in a manifest without one', manifest('{ "name": "x" }'), undefined],
    ['is not in a manifest that is a list', manifest('["version", "1.0.0"]'), undefined],
    ['is not in an empty manifest', manifest(''), undefined],
    ['is not in the manifest of a folder below', { 'app/package.json': '{ "version": "2.0.0" }' }, undefined],
  ];
  for (const [name, files, expected] of table) it(name, () => assert.equal(projectOf(files).version, expected));

  it('is read from a broken manifest as far as it goes, which is never reported', () => {
    const broken = manifest('{ "version": "2.0.0", "name": "x"\n');
    assert.ok(findingsIn(broken).every(({ path }) => path !== 'package.json'));
    assert.ok(!projectOf(broken).documents.has('package.json'));
  });

  it('cannot come from a file of another form', () => {
    const [finding] = findingsIn(product('version-from: Cargo.toml'), 'lifecycle-invalid');
    assert.match(finding?.message ?? '', /version-from/);
  });
});
