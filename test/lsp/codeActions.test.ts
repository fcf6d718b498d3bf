import assert from 'node:assert/strict';
import type { CodeAction, Range } from 'vscode-languageserver';
import { fixAll } from '../../server/cli/fixing/fixAll.ts';
import { loadWorkspace } from '../../server/host/load.ts';
import { applyEdit } from './support/applyEdit.ts';
import { useFixture } from './support/fixture.ts';
import { fullCapabilities } from './support/values.ts';

const at = (line: number, character = 0): Range => ({ start: { line, character }, end: { line, character } });
const whole: Range = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };
const titles = (actions: readonly CodeAction[]) => actions.map(({ title }) => title);
const editOf = (actions: readonly CodeAction[], title: RegExp) =>
  actions.find(action => title.test(action.title))?.edit ?? assert.fail(`no action ${title} in ${titles(actions)}`);

describe('code actions', () => {
  const { folderWith, connect } = useFixture();
  const words = 'We meet on Monday and go through the open points. '.repeat(5).trim();
  const plan = `---\nstatus: in-review\n---\n\n# Plan\n\n## Timetable\n\n${words}\n`;

  it('offer the fixes of the findings at a place', async () => {
    const folder = folderWith({ 'plans/a.md': plan });
    const client = await connect([folder]);
    const uri = folder.uri('plans/a.md');
    const renames = await client.actions(uri, at(6, 5), ['quickfix']);
    assert.deepEqual(titles(renames), ['Rename to “Schedule”']);
    assert.equal(renames[0]?.isPreferred, true);
    assert.deepEqual(
      renames[0]?.diagnostics,
      client.diagnostics(uri).filter(({ range }) => range.start.line === 6),
    );
    assert.deepEqual(await client.actions(uri, at(8), ['quickfix']), []);
    assert.deepEqual(await client.actions(folder.uri('plans/none.md'), at(0)), []);
    assert.deepEqual(await client.actions('untitled:Untitled-1', at(0)), []);
  });

  it('offer the fixes of a finding that the client names, wherever it lies', async () => {
    const folder = folderWith({ 'plans/a.md': plan });
    const client = await connect([folder]);
    const uri = folder.uri('plans/a.md');
    const named = client.diagnostics(uri).filter(({ code }) => code === 'section-heading-variant');
    assert.deepEqual(titles(await client.actions(uri, at(8), ['quickfix'], named)), ['Rename to “Schedule”']);
  });

  it('come in the kinds that are asked for', async () => {
    const folder = folderWith({ 'plans/a.md': plan });
    const client = await connect([folder]);
    const kindsOf = async (only?: string[]) => {
      const actions = await client.actions(folder.uri('plans/a.md'), whole, only);
      return [...new Set(actions.map(({ kind }) => kind))].sort();
    };
    assert.deepEqual(await kindsOf(), ['quickfix', 'source.fixAll.slipway']);
    assert.deepEqual(await kindsOf(['quickfix']), ['quickfix']);
    assert.deepEqual(await kindsOf(['source']), ['source.fixAll.slipway']);
    assert.deepEqual(await kindsOf(['source.fixAll.slipway', 'quickfix']), ['quickfix', 'source.fixAll.slipway']);
    assert.deepEqual(await kindsOf(['source.fixAll.other']), []);
    assert.deepEqual(await kindsOf(['refactor']), []);
  });

  it('fit the text that is in the editor now, also before it was checked', async () => {
    const folder = folderWith({ 'plans/a.md': plan });
    const client = await connect([folder]);
    const uri = folder.uri('plans/a.md');
    await client.open(uri, plan);
    await client.edit(uri, 'one\ntwo\n', at(5));
    const [rename] = await client.actions(uri, at(8, 5), ['quickfix']);
    assert.deepEqual(rename?.edit, {
      documentChanges: [
        {
          textDocument: { uri, version: 2 },
          edits: [
            { range: { start: { line: 8, character: 3 }, end: { line: 8, character: 12 } }, newText: 'Schedule' },
          ],
        },
      ],
    });
    await client.edit(uri, '# Plan\n');
    assert.deepEqual(await client.actions(uri, whole, ['quickfix']), []);
  });

  it('fix all that is safe, as the command line does', async () => {
    const manual =
      '---\ntype: manual\nstatus: approved\n---\n\n# Manual\n\n## Using it\n\n<!-- Tell what to do first. -->\n\nPlug it in.\n';
    const files = {
      'plans/a.md': plan.replaceAll('\n', '\r\n'),
      'plans/b.md': `${plan}\n## Scope\n\n<!-- What is planned. -->\n\nAll. See [us](../MANUAL.md).\n`,
      'manual.md': manual,
    };
    const folder = folderWith(files);
    const { draft } = await fixAll(await loadWorkspace(folder.root), { today: '2026-06-15' });
    const client = await connect([folder]);
    for (const [path, text] of Object.entries(files)) {
      const uri = folder.uri(path);
      const [action] = await client.actions(uri, at(0), ['source.fixAll.slipway']);
      assert.equal(applyEdit(action?.edit ?? {}, { [uri]: text })[uri], draft.files.get(path)?.after, path);
    }
    assert.equal(draft.files.size, 3);
  });

  it('insert a section at the place of its neighbours, with a tab stop for a client that knows them', async () => {
    const folder = folderWith({ 'plans/a.md': plan });
    const uri = folder.uri('plans/a.md');
    const { workspaceEdit } = fullCapabilities.workspace;
    const plainEdits = { ...workspaceEdit, snippetEditSupport: false };
    const capabilities = {
      ...fullCapabilities,
      workspace: { ...fullCapabilities.workspace, workspaceEdit: plainEdits },
    };
    const [rich, plain] = [await connect([folder]), await connect([folder], { capabilities })];
    const results = [];
    for (const client of [rich, plain]) {
      const edit = editOf(await client.actions(uri, at(4, 2), ['quickfix']), /Scope/);
      results.push(applyEdit(edit, { [uri]: plan })[uri] ?? '');
    }
    const stop = /\$\{\d+(?::[^}]*)?\}/;
    assert.match(results[0] ?? '', stop);
    assert.equal((results[0] ?? '').replace(stop, ''), results[1]);
    assert.match(results[1] ?? '', /# Plan\n\n## Scope\n[^#]*What is planned\.[^#]*\n## Timetable\n/);
  });

  it('create a missing document', async () => {
    const folder = folderWith({});
    const client = await connect([folder], { settings: { horizon: 'review' } });
    const uri = folder.uri('lifecycle.yaml');
    const [missing] = client.diagnostics(uri);
    const edit = editOf(await client.actions(uri, missing?.range ?? at(0), ['quickfix']), /manual\.md|Manual/);
    const created = applyEdit(edit, {})[folder.uri('manual.md')] ?? '';
    assert.match(created, /# Manual\n(.*\n)+## Using it\n(.*\n)+.*Tell what to do first\./);
    assert.match(JSON.stringify(edit), /"kind":"create"/);
  });

  it('are offered once when several findings ask for the same', async () => {
    const folder = folderWith({ 'notes/a.md': '# Note\n\nTBD [m](../manual.md) [m](../manual.md)\n' });
    const client = await connect([folder]);
    const actions = await client.actions(folder.uri('notes/a.md'), whole, ['quickfix']);
    const creations = actions.filter(({ title }) => title.startsWith('Create'));
    assert.deepEqual(
      creations.map(({ diagnostics }) => diagnostics?.length),
      [2],
    );
  });
});
