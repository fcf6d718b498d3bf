import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { vsixFile } from '../../../scripts/tasks/package.ts';

/** Everything that may be in the package. A file that matches none of these does not belong to users. */
const allowed = [
  /^\[Content_Types\]\.xml$/,
  /^extension\.vsixmanifest$/,
  /^extension\/(package\.json|readme\.md|changelog\.md|LICENSE\.txt)$/,
  /^extension\/dist\/(client|server)\.cjs$/,
  /^extension\/dist\/panel\.(js|css)$/,
  /^extension\/dist\/codicon\.(css|ttf)$/,
  /^extension\/dist\/satteri_napi\.[\w-]+\.node$/,
  /^extension\/lifecycles\/[\w-]+\.yaml$/,
  /^extension\/dist\/parsed-lifecycles\/[\w-]+\.json$/,
  /^extension\/media\/[\w-]+\.(svg|png)$/,
  /^extension\/snippets\/[\w-]+\.(json|code-snippets)$/,
  /^extension\/syntaxes\/[\w.-]+\.json$/,
];

/** The part of the manifest that is checked here. */
interface Manifest {
  readonly main: string;
  readonly contributes: object;
}

/** The largest that the archive may grow to without anybody noticing, in bytes. */
const sizeLimit = 4_000_000;

describe('the package', () => {
  const bytes = readFileSync(vsixFile);
  const files = unzipSync(bytes);
  const names = Object.keys(files);
  const manifest: Manifest = JSON.parse(strFromU8(files['extension/package.json'] ?? new Uint8Array()));

  it('holds nothing but what users need', () => {
    deepEqual(
      names.filter(name => !allowed.some(pattern => pattern.test(name))),
      [],
    );
  });

  it('holds every part of the extension', () => {
    for (const name of ['client.cjs', 'server.cjs', 'panel.js', 'panel.css', 'codicon.css', 'codicon.ttf']) {
      ok(names.includes(`extension/dist/${name}`), name);
    }
    ok(names.includes('extension/lifecycles/standard.yaml'));
    equal(names.filter(name => name.endsWith('.node')).length, 1);
  });

  it('holds every file that its manifest names', () => {
    const named =
      JSON.stringify(manifest.contributes).match(/"\.?\/?[\w./-]+\.(json|svg|png|ttf|code-snippets)"/g) ?? [];
    const paths = [manifest.main, ...named.map(text => JSON.parse(text))].map(path => path.replace(/^\.\//, ''));
    deepEqual(
      paths.filter(path => !names.includes(`extension/${path}`)),
      [],
    );
  });

  it('asks for no package and no script', () => {
    deepEqual(
      ['dependencies', 'devDependencies', 'scripts'].filter(field => field in manifest),
      [],
    );
  });

  it('stays small', () => ok(bytes.length < sizeLimit, `${bytes.length} bytes`));
});
