import { deepEqual, equal, ok } from 'node:assert/strict';
import { Range, WorkspaceEdit, workspace } from 'vscode';
import { fileUri, findingGone, findingsIn, findingThere, revert, ruleOf } from './support.ts';

describe('findings', () => {
  it('arrive for documents that nobody opened', async () => {
    const uri = fileUri('docs/development/ux-design.md');
    await findingThere(uri, 'id-unknown', 'REQ-21');
    equal(
      workspace.textDocuments.some(document => document.uri.toString() === uri.toString()),
      false,
    );
  });

  it('arrive for what is missing altogether, on the lifecycle definition', async () => {
    await findingThere(fileUri('lifecycle.yaml'), 'artifact-missing', 'Launch plan');
  });

  it('are the same for an open document as for the file', async () => {
    const uri = fileUri('docs/deployment/user-manual.md');
    await findingThere(uri, 'placeholder-left', 'TBD');
    const ofFile = described(findingsIn(uri));
    const document = await workspace.openTextDocument(uri);
    // A change and its finding prove that the open text is what is checked; without them, the wait would be a guess.
    const { end } = document.lineAt(document.lineCount - 1).range;
    await replace(uri, new Range(end, end), 'See REQ-999.');
    await findingThere(uri, 'id-unknown', 'REQ-999');
    await replace(uri, new Range(end, end.translate(0, 'See REQ-999.'.length)), '');
    await findingGone(uri, 'id-unknown', 'REQ-999');
    deepEqual(described(findingsIn(uri)), ofFile);
    await revert(document);
  });

  it('follow the text while it is written, without saving', async () => {
    const document = await workspace.openTextDocument(fileUri('docs/development/ux-design.md'));
    const { range } = await findingThere(document.uri, 'id-unknown', 'REQ-21');
    await replace(document.uri, range, 'REQ-1');
    await findingGone(document.uri, 'id-unknown', 'REQ-21');
    ok(document.isDirty);
    await revert(document);
    await findingThere(document.uri, 'id-unknown', 'REQ-21');
  });

  it('follow lifecycle.yaml to every document that it governs', async () => {
    const governed = fileUri('docs/deployment/training-plan.md');
    await findingThere(governed, 'section-missing', 'Material');
    const document = await workspace.openTextDocument(fileUri('lifecycle.yaml'));
    const start = document.getText().indexOf('extends: standard');
    const range = new Range(document.positionAt(start), document.positionAt(start + 'extends: standard'.length));
    await replace(document.uri, range, '# Nothing is built in.');
    await findingGone(governed, 'section-missing', 'Material');
    await revert(document);
    await findingThere(governed, 'section-missing', 'Material');
  });
});

const described = (findings: ReturnType<typeof findingsIn>): readonly string[] =>
  findings.map(finding => `${finding.range.start.line} ${ruleOf(finding)} ${finding.message}`).sort();

async function replace(uri: ReturnType<typeof fileUri>, range: Range, text: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.replace(uri, range, text);
  ok(await workspace.applyEdit(edit));
}
