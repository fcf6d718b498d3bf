import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const folders = ['client', 'server', 'test', 'scripts', 'bench'];

const sources: readonly { readonly path: string; readonly text: string }[] = folders
  .flatMap(folder => list(folder))
  .map(path => ({ path, text: readFileSync(path, 'utf8') }));

/** Source files below a folder, with forward slashes; none when the folder does not exist. */
function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map(name => join(folder, name).replaceAll('\\', '/'))
      .filter(path => /\.[cm]?tsx?$/.test(path) && !path.includes('/node_modules/'));
  } catch {
    return [];
  }
}

interface Import {
  readonly from: string;
  /** A package, a `node:` module, or the path of a file of the project. */
  readonly to: string;
}

const specifier = /(?:\bfrom\s*|\bimport\s*\(\s*|\bimport\s+|\brequire\s*\(\s*)(['"])([^'"\n]+)\1/g;

const imports: readonly Import[] = sources.flatMap(({ path, text }) =>
  Array.from(text.matchAll(specifier), ([, , to = '']) => ({
    from: path,
    to: to.startsWith('.') ? normalize(join(dirname(path), to)).replaceAll('\\', '/') : to,
  })),
);

/** The imports that a file may not have, as `file → imported`. */
const forbidden = (isHere: (path: string) => boolean, isForbidden: (to: string) => boolean): readonly string[] =>
  imports.filter(({ from, to }) => isHere(from) && isForbidden(to)).map(({ from, to }) => `${from} → ${to}`);

const below =
  (...roots: readonly string[]) =>
  (path: string): boolean =>
    roots.some(root => path.startsWith(`${root}/`));

const isProject = (to: string): boolean => folders.some(folder => to.startsWith(`${folder}/`));
const isVscode = (to: string): boolean => to.startsWith('vscode') || to.startsWith('@vscode');
const isNode = (to: string): boolean => to.startsWith('node:');

describe('the architecture', () => {
  it('is read from many files and imports', () => {
    assert.ok(sources.length > 150);
    assert.ok(imports.length > 500);
    assert.ok(
      imports.some(({ from, to }) => from === 'server/core/engine.ts' && to === 'server/core/project/build.ts'),
    );
  });

  it('has a core that knows no editor, no host and no terminal', () => {
    const inCore = below('server/core');
    assert.deepEqual(
      forbidden(inCore, to => isVscode(to) || isNode(to)),
      [],
    );
    assert.deepEqual(
      forbidden(inCore, to => isProject(to) && !inCore(to)),
      [],
    );
  });

  it('has a core without clock, process, network and timers', () => {
    const worldly =
      /\b(?:process\.|Date\.now\(|new Date\(\)|Math\.random\(|fetch\(|setTimeout\(|setInterval\(|globalThis\b|console\.)/;
    const found = sources.filter(({ path, text }) => below('server/core')(path) && worldly.test(text));
    assert.deepEqual(
      found.map(({ path }) => path),
      [],
    );
  });

  it('speaks the language server protocol in one place', () => {
    const mayKnow = (path: string): boolean =>
      below('server/lsp', 'client', 'test')(path) || /^server\/main\.[a-z]+\.ts$/.test(path);
    assert.deepEqual(
      forbidden(
        path => !mayKnow(path),
        to => to.startsWith('vscode-languageserver'),
      ),
      [],
    );
  });

  it('lets the client know of the server only what they say to each other', () => {
    assert.deepEqual(
      forbidden(below('client'), to => to.startsWith('server/') && to !== 'server/lsp/protocol.ts'),
      [],
    );
    assert.deepEqual(
      forbidden(
        path => path === 'server/lsp/protocol.ts',
        to => isProject(to) && !below('server/core')(to),
      ),
      [],
    );
  });

  it('lets only the client and its tests know the editor', () => {
    assert.deepEqual(
      forbidden(
        path => !below('client', 'test')(path),
        to => to === 'vscode' || to === 'vscode-languageclient' || to.startsWith('vscode-languageclient/'),
      ),
      [],
    );
  });

  it('lets nothing that ships know the tests and scripts', () => {
    assert.deepEqual(forbidden(below('client', 'server'), below('test', 'scripts', 'bench')), []);
  });

  it('has no server part that knows the client', () => {
    assert.deepEqual(forbidden(below('server'), below('client')), []);
  });

  it('keeps host and terminal apart from the protocol', () => {
    assert.deepEqual(forbidden(below('server/host', 'server/cli'), below('server/lsp')), []);
    assert.deepEqual(forbidden(below('server/host', 'server/lsp'), below('server/cli')), []);
  });

  it('names files with their extension', () => {
    assert.deepEqual(
      forbidden(
        () => true,
        to => isProject(to) && !/\.(?:[cm]?[jt]sx?|json|css|svg)$/.test(to),
      ),
      [],
    );
  });

  it('is made of small files', () => {
    const lengths = sources
      .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
      .sort((a, b) => a.lines - b.lines);
    const median = lengths[Math.floor(lengths.length / 2)]?.lines ?? 0;
    assert.ok(median < 90, `the median is ${median}`);
    assert.deepEqual(
      lengths.filter(({ lines }) => lines > 400),
      [],
    );
  });

  it('never silences the compiler', () => {
    const silencers = [
      /\bas any\b/,
      /<any>/,
      /\bas unknown as\b/,
      /@ts-(?:ignore|nocheck|expect-error)/,
      /eslint-disable/,
    ];
    const isThis = (path: string): boolean => path === 'test/core/architecture.test.ts';
    const found = sources.flatMap(({ path, text }) =>
      silencers.flatMap(silencer => (!isThis(path) && silencer.test(text) ? [`${path}: ${silencer.source}`] : [])),
    );
    assert.deepEqual(found, []);
  });

  it('skips no test and leaves nothing for later', () => {
    const later = /\b(?:describe|it)\.(?:skip|only)\b|\/\/\s*(?:TODO|FIXME|XXX)\b/;
    const found = sources.filter(({ path, text }) => path !== 'test/core/architecture.test.ts' && later.test(text));
    assert.deepEqual(
      found.map(({ path }) => path),
      [],
    );
  });
});
