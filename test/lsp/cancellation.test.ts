import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { loadMarkdownParser } from '../../server/host/markdownParser.ts';
import { statusRequest } from '../../server/lsp/protocol.ts';
import type { Pace } from '../../server/lsp/scheduler.ts';
import { startClient } from './support/client.ts';
import { useFixture } from './support/fixture.ts';
import { smallLifecycle } from './support/workspace.ts';

/** A pace with a slice for every step; `between` is called between two slices. */
function slicedPace(between: () => Promise<void>): Pace {
  let now = 0;
  return {
    now: () => (now += 1000),
    after(delay, action) {
      const timer = setTimeout(action, Math.min(delay, 5));
      return () => clearTimeout(timer);
    },
    async breathe() {
      await between();
      await new Promise(resolve => setImmediate(resolve));
    },
  };
}

describe('cancellation', () => {
  const { folderWith, connect } = useFixture();
  const todo = '# Note\n\nTBD\n';
  const names = Array.from({ length: 20 }, (_, index) => `${index + 10}.md`);
  const notes = Object.fromEntries([...names, 'z.md'].map(name => [`notes/${name}`, todo]));

  it('lets an edit stop the check going on, and publishes the open document first', async () => {
    const folder = folderWith(notes);
    let between = async () => {};
    const client = await connect([folder], { pace: slicedPace(() => between()) });
    const uri = folder.uri('notes/z.md');
    await client.open(uri, todo);
    await client.settle();
    const before = client.published.length;

    between = async () => {
      if (client.published.length < before + 3) return;
      between = async () => {};
      await client.edit(uri, `\n${todo}`);
      await client.connection.sendRequest(statusRequest);
    };
    folder.write('lifecycle.yaml', `${smallLifecycle}rules: { placeholder-left: error }\n`);
    await client.filesChanged(2, folder.uri('lifecycle.yaml'));
    await client.settle();

    const order = client.published
      .slice(before)
      .map(params => `${basename(params.uri)} ${params.version ?? ''}`.trim());
    assert.equal(order[0], 'z.md 1');
    assert.deepEqual(
      order.filter(name => !name.startsWith('z')),
      names,
    );
    assert.ok(order.indexOf('z.md 2') < names.length, `the rest did not wait: ${order.join(', ')}`);
  });

  it('never publishes findings of an older text', async () => {
    const folder = folderWith(notes);
    const client = await connect([folder], { pace: slicedPace(async () => {}) });
    const uri = folder.uri('notes/z.md');
    await client.open(uri, todo);
    const texts = ['', ...Array.from({ length: 40 }, (_, index) => '\n'.repeat(index + 1) + todo)];
    for (const text of texts.slice(1)) {
      await client.edit(uri, text);
      await new Promise(resolve => setImmediate(resolve));
    }
    await client.settle();
    for (const { version, diagnostics } of client.published.filter(params => params.uri === uri && params.version)) {
      assert.equal(diagnostics[0]?.range.start.line, (version ?? 0) + 1);
    }
    assert.equal(client.published.findLast(params => params.uri === uri)?.version, 41);
  });

  it('keeps what an interrupted check has read', async () => {
    const folder = folderWith(notes);
    const parser = await loadMarkdownParser();
    const parsed: string[] = [];
    let between = async () => {};
    const client = await startClient({
      folders: [folder.root],
      pace: slicedPace(() => between()),
      host: {
        parser: {
          ...parser,
          parse(text) {
            parsed.push(text);
            return parser.parse(text);
          },
        },
      },
    });
    between = async () => {
      if (parsed.length !== 5) return;
      between = async () => {};
      await client.open(folder.uri('notes/10.md'), '# Other\n');
      await client.connection.sendRequest(statusRequest);
    };
    await client.settle();
    assert.equal(parsed.length, 22);
    assert.deepEqual(
      parsed.filter(text => text === '# Other\n'),
      ['# Other\n'],
    );
    await client.stop();
  });
});
