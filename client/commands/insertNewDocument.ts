import * as vscode from 'vscode';
import type { NewDocumentParams } from '../../server/lsp/protocol.ts';
import type { Services } from '../services.ts';

/**
 * Creates the document of a type and opens it with the cursor at the first place to fill in. A file that is there
 * already is opened and left as it is. Resolves to the document's URI.
 */
export async function insertNewDocument(
  { server }: Services,
  { definitionUri, type }: NewDocumentParams,
): Promise<vscode.Uri> {
  const skeleton = await server.newDocument({ definitionUri, type });
  const uri = vscode.Uri.parse(skeleton.uri, true);
  const isNew = await createEmpty(uri);
  const editor = await vscode.window.showTextDocument(uri);
  if (isNew) await editor.insertSnippet(new vscode.SnippetString(skeleton.snippet), new vscode.Position(0, 0));
  else void vscode.window.showInformationMessage(`${vscode.workspace.asRelativePath(uri)} exists already.`);
  return uri;
}

/** Whether the file is new; false when there is one with something in it. */
async function createEmpty(uri: vscode.Uri): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { ignoreIfExists: true });
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error(`${uri.fsPath} could not be created.`);
  return (await vscode.workspace.openTextDocument(uri)).getText() === '';
}
