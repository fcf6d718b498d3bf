import { match, ok } from 'node:assert/strict';
import { type CodeAction, CodeActionKind, commands, workspace } from 'vscode';
import { applyAction, fileUri, findingGone, findingThere, quickFixesAt, revert } from './support.ts';

describe('quick fixes', () => {
  it('insert a missing section between its neighbours', async () => {
    const document = await workspace.openTextDocument(fileUri('docs/deployment/training-plan.md'));
    const finding = await findingThere(document.uri, 'section-missing', 'Material');
    await applyAction(await quickFixesAt(document.uri, finding.range), /Material/);
    match(document.getText(), /^## Material$/m);
    await findingGone(document.uri, 'section-missing', 'Material');
    await revert(document);
  });

  it('create a missing document', async () => {
    const uri = fileUri('lifecycle.yaml');
    const finding = await findingThere(uri, 'artifact-missing', 'Launch plan');
    await applyAction(await quickFixesAt(uri, finding.range), /^Create .*launch-plan\.md$/);
    const created = workspace.textDocuments.find(document => /^type: launch-plan$/m.test(document.getText()));
    ok(created);
    await findingGone(uri, 'artifact-missing', 'Launch plan');
  });

  it('come together as one action for the safe ones', async () => {
    const document = await workspace.openTextDocument(fileUri('docs/development/design/device.md'));
    const finding = await findingThere(document.uri, 'section-heading-variant', 'Architecture');
    const kind = CodeActionKind.SourceFixAll.append('slipway').value;
    const actions: readonly CodeAction[] = await commands.executeCommand(
      'vscode.executeCodeActionProvider',
      document.uri,
      finding.range,
      kind,
    );
    await applyAction(actions, /./);
    await findingGone(document.uri, 'section-heading-variant', 'Architecture');
    await revert(document);
  });
});
