import assert from 'node:assert/strict';
import type { Change } from '../../server/core/rules/rule.ts';
import { withoutStops, workspaceEditOf } from '../../server/lsp/workspaceEdit.ts';
import { fullClient, plainClient, viewOf } from './support/values.ts';

const text = '# Plan\r\n\r\n😀 TBD\r\n';
const files = viewOf({ 'plan.md': text }, { 'plan.md': 7 });
const changes: readonly Change[] = [
  {
    kind: 'edit',
    path: 'plan.md',
    edits: [{ span: { start: 13, end: 16 }, text: 'costs $5 {about}', stops: [{ start: 6, end: 8 }] }],
  },
  { kind: 'create', path: 'new.md', text: '# New\n\n', stops: [{ start: 7, end: 7 }] },
];
const range = { start: { line: 2, character: 3 }, end: { line: 2, character: 6 } };
const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

describe('workspace edit', () => {
  it('has versions, new files and tab stops for a client that knows them', () => {
    assert.deepEqual(workspaceEditOf(changes, files, fullClient), {
      documentChanges: [
        {
          textDocument: { uri: 'file:///w/plan.md', version: 7 },
          edits: [{ range, snippet: { kind: 'snippet', value: `costs $\{1:\\$5} {about\\}` } }],
        },
        { kind: 'create', uri: 'file:///w/new.md' },
        {
          textDocument: { uri: 'file:///w/new.md', version: null },
          edits: [{ range: top, snippet: { kind: 'snippet', value: `# New\n\n$\{1}` } }],
        },
      ],
    });
  });

  it('has plain text for a client without snippet edits', () => {
    const edit = workspaceEditOf(changes, files, { ...fullClient, snippetEdits: false });
    assert.deepEqual(edit.documentChanges?.[0], {
      textDocument: { uri: 'file:///w/plan.md', version: 7 },
      edits: [{ range, newText: 'costs $5 {about}' }],
    });
  });

  it('has plain text when the stops are taken out', () => {
    const edit = workspaceEditOf(withoutStops(changes), files, fullClient);
    assert.doesNotMatch(JSON.stringify(edit), /snippet/);
    assert.match(JSON.stringify(edit), /# New/);
  });

  it('has only text for a client that knows no document changes', () => {
    assert.deepEqual(workspaceEditOf(changes, files, plainClient), {
      changes: {
        'file:///w/plan.md': [{ range, newText: 'costs $5 {about}' }],
        'file:///w/new.md': [{ range: top, newText: '# New\n\n' }],
      },
    });
  });

  it('takes the line endings of the file it changes', () => {
    const edits = [{ span: { start: 8, end: 8 }, text: '## Scope\n\nText\n', stops: [{ start: 10, end: 14 }] }];
    const change: Change = { kind: 'edit', path: 'plan.md', edits };
    const snippet = JSON.stringify(workspaceEditOf([change], files, fullClient));
    assert.match(snippet, /## Scope\\r\\n\\r\\n\$\{1:Text\}\\r\\n/);
    const plain = workspaceEditOf([change], files, plainClient);
    assert.equal(plain.changes?.['file:///w/plan.md']?.[0]?.newText, '## Scope\r\n\r\nText\r\n');
  });

  it('creates no file for a client that knows document changes only', () => {
    const edit = workspaceEditOf(changes, files, { ...fullClient, createFiles: false });
    assert.deepEqual(
      edit.documentChanges?.map(change => ('kind' in change ? change.kind : change.textDocument.uri)),
      ['file:///w/plan.md', 'file:///w/new.md'],
    );
  });
});
