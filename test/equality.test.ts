import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { slipway } from './cli/slipway.ts';
import { startClient, type TestClient } from './lsp/support/client.ts';

const severities = ['', 'error', 'warning', 'info', 'hint'];

/** The findings of the terminal: `path line:column-line:column severity rule message`, sorted. */
async function terminalFindings(folder: string): Promise<string[]> {
  const { stdout } = await slipway(['check', '--format', 'json', '--as-of', '2026-06-15'], { cwd: folder });
  const { findings } = JSON.parse(stdout);
  return findings
    .map(
      (
        finding: Record<
          'path' | 'line' | 'column' | 'endLine' | 'endColumn' | 'severity' | 'rule' | 'message',
          unknown
        >,
      ) => {
        const { path, line, column, endLine, endColumn, severity, rule, message } = finding;
        return `${path} ${line}:${column}-${endLine}:${endColumn} ${severity} ${rule} ${message}`;
      },
    )
    .sort();
}

/** The findings that an editor shows, in the same words. */
function editorFindings(client: TestClient, folder: string): string[] {
  const base = `${pathToFileURL(folder).href}/`;
  const newest = new Map(client.published.map(({ uri, diagnostics }) => [uri, diagnostics]));
  return [...newest]
    .flatMap(([uri, diagnostics]) =>
      diagnostics.map(({ range: { start, end }, severity, code, message }) => {
        const place = `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1}`;
        return `${decodeURI(uri.slice(base.length))} ${place} ${severities[severity ?? 0]} ${code} ${message}`;
      }),
    )
    .sort();
}

/** What a person may do to a file: take lines out, write some twice, put something strange in. */
const spoiling = fc.record({
  file: fc.nat(),
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  lines: fc.integer({ min: 0, max: 12 }),
  text: fc.constantFrom(
    '',
    '\n## Scope\n',
    '\nTBD\n',
    '- REQ-77: new\n',
    '[x](nowhere.md)',
    '---\n',
    '\t{',
    '<!--',
    '```\n',
    '😀\r\n',
  ),
});

describe('the terminal and the editor', () => {
  let folder: string;
  let files: string[];
  const client = async (): Promise<TestClient> => startClient({ folders: [folder], settings: { asOf: '2026-06-15' } });

  before(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'slipway-equal-')));
    cpSync('examples/stride-one', folder, { recursive: true });
    files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(name => /\.(?:md|yaml)$/.test(name))
      .sort();
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  it('say the same of the example', async () => {
    const editor = await client();
    await editor.settle();
    const terminal = await terminalFindings(folder);
    assert.ok(terminal.length > 10);
    assert.deepEqual(editorFindings(editor, folder), terminal);
    await editor.stop();
  });

  it('say the same of the example with a file spoilt', async function () {
    this.timeout(120_000);
    await fc.assert(
      fc.asyncProperty(spoiling, async ({ file, from, lines, text }) => {
        const path = join(folder, files[file % files.length] ?? '');
        const before = readFileSync(path, 'utf8');
        const rows = before.split('\n');
        rows.splice(Math.floor(from * rows.length), lines, text);
        writeFileSync(path, rows.join('\n'));
        try {
          const editor = await client();
          await editor.settle();
          assert.deepEqual(editorFindings(editor, folder), await terminalFindings(folder));
          await editor.stop();
        } finally {
          writeFileSync(path, before);
        }
      }),
      { numRuns: 40 },
    );
  });
});
