import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseYaml } from '../../../server/core/parse/yaml.ts';
import { agree, modelOf, remark, satteri } from './support/parsers.ts';

const archive = join(import.meta.dirname, '../../../../shared/corpora/kubernetes-enhancements.tar.xz');

/** Every so many documents one is compared: remark takes half a minute for all. */
const step = 20;

/** Documents on which the parsers differ, and why. */
const known: ReadonlyMap<string, string> = new Map([
  [
    'keps/sig-network/5311-relaxed-validation-for-service-names/README.md',
    'satteri sees a check box in an underlined heading',
  ],
]);

if (existsSync(archive)) describe('Real documents', suite);
else console.log('Real documents: not here, so both parsers are compared on the CommonMark examples only.');

function suite() {
  let folder = '';
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  const paths = (extension: RegExp) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map(path => path.replaceAll('\\', '/'))
      .filter(path => extension.test(path))
      .sort();

  before(function () {
    this.timeout(60_000);
    folder = mkdtempSync(join(tmpdir(), 'slipway-documents-'));
    execFileSync('tar', ['-xf', archive, '-C', folder]);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('lead to the same model with satteri and remark', () => {
    const sample = paths(/\.md$/).filter((path, index) => index % step === 0 && !known.has(path));
    assert.ok(sample.length > 20);
    for (const path of sample) {
      const text = read(path);
      assert.deepEqual(modelOf(text, satteri), modelOf(text, remark), path);
    }
  }).timeout(60_000);

  for (const [path, reason] of known) {
    it(`differ in ${path}: ${reason}`, () => assert.ok(!agree(read(path))));
  }

  it('are all read without a problem', () => {
    const problems = paths(/\.ya?ml$/).flatMap(path => parseYaml(path, read(path)).problems);
    assert.deepEqual(problems, []);
  });
}
