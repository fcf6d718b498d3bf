import assert from 'node:assert/strict';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { checkWorkspace } from '../../server/cli/checking.ts';
import type { Finding } from '../../server/core/rules/rule.ts';
import { lineIndex } from '../../server/core/text/lineIndex.ts';
import { realDisk } from '../../server/host/disk.ts';
import { loadWorkspace } from '../../server/host/load.ts';
import { overlayDisk } from '../../server/host/overlayDisk.ts';
import { readText } from '../../server/host/read.ts';
import type { Pace } from '../../server/lsp/scheduler.ts';
import { startClient, type TestClient } from './support/client.ts';

const today = '2026-06-15';
const severities = ['', 'error', 'warning', 'info', 'hint'];

/** The findings of the terminal for the folder, with other texts for some files, by path. */
async function inTerminal(root: string, texts: Readonly<Record<string, string>>): Promise<string[]> {
  const changed = Object.entries(texts).map(([path, text]): [string, Uint8Array] => [
    join(root, path),
    Buffer.from(text),
  ]);
  const disk = overlayDisk(realDisk, new Map(changed));
  const products = checkWorkspace(await loadWorkspace(root, { disk }), today);
  const line = ({ path, span, rule, severity, message }: Finding) => {
    const file = readText(root, path, disk);
    const lines = lineIndex(file.kind === 'text' ? file.decoded.text : '');
    const [start, end] = [lines.positionAt(span.start), lines.positionAt(span.end)];
    return `${path} ${start.line}:${start.column}-${end.line}:${end.column} ${severity} ${rule} ${message}`;
  };
  return [...new Set(products.flatMap(({ findings }) => findings.map(line)))].sort();
}

/** The findings that the editor shows for the folder. */
function inEditor(client: TestClient, root: string): string[] {
  const prefix = `${pathToFileURL(root).href}/`;
  const uris = new Set(client.published.map(({ uri }) => uri));
  const lines = [...uris].flatMap(uri =>
    client.diagnostics(uri).map(({ range: { start, end }, severity = 0, code, message }) => {
      const path = decodeURIComponent(uri.slice(prefix.length));
      return `${path} ${start.line}:${start.character}-${end.line}:${end.character} ${severities[severity]} ${code} ${message}`;
    }),
  );
  return lines.sort();
}

/** Does not wait for more typing. */
const promptPace: Pace = {
  now: () => performance.now(),
  after(_, action) {
    const timer = setTimeout(action, 0);
    return () => clearTimeout(timer);
  },
  breathe: () => new Promise(resolve => setImmediate(resolve)),
};

const pieces = [
  '',
  '\n',
  '## Scope\n',
  'TBD\n',
  '---\n',
  'status: approved\n',
  '[x](gone.md)\n',
  'REQ-1 REQ-99\n',
  '- 😀\r\n',
];

describe('the editor says what the terminal says', function () {
  this.timeout(60000);
  const root = fileURLToPath(new URL('../../examples/stride-one', import.meta.url));

  it('of documents that are edited and not saved yet', async () => {
    const client = await startClient({ folders: [root], settings: { asOf: today }, pace: promptPace });
    const { documents } = await loadWorkspace(root);
    const originals = new Map([...documents].map(([path, { text }]) => [path, text]));
    const edit = fc.record({
      path: fc.constantFrom(...originals.keys(), 'lifecycle.yaml'),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat(400),
      piece: fc.constantFrom(...pieces),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 3 }), async edits => {
        const texts: Record<string, string> = {};
        for (const { path, at, length, piece } of edits) {
          const file = readText(root, path);
          const text = texts[path] ?? originals.get(path) ?? (file.kind === 'text' ? file.decoded.text : '');
          const offset = Math.floor(at * text.length);
          texts[path] = `${text.slice(0, offset)}${piece}${text.slice(offset + length)}`;
        }
        const uriOf = (path: string) => pathToFileURL(join(root, path)).href;
        for (const [path, text] of Object.entries(texts)) await client.open(uriOf(path), text);
        try {
          await client.settle();
          assert.deepEqual(inEditor(client, root), await inTerminal(root, texts));
        } finally {
          for (const path of Object.keys(texts)) await client.close(uriOf(path));
        }
      }),
      { numRuns: 12 },
    );
    await client.stop();
  });
});
