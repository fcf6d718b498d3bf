import * as vscode from 'vscode';
import { type LifecycleChoice, lifecycleChoices } from './lifecycleChoices.ts';
import { lifecycleText } from './lifecycleText.ts';

/**
 * Lets the person choose a built-in lifecycle, writes a first `lifecycle.yaml` into a workspace folder and opens it; one
 * that is there is only opened.
 */
export async function createLifecycle(): Promise<vscode.Uri | undefined> {
  const folder = await pickFolder();
  if (!folder) return undefined;
  const uri = (await existing(folder.uri)) ?? (await chosen(folder));
  if (!uri) return undefined;
  await vscode.window.showTextDocument(uri);
  return uri;
}

async function pickFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const [only, ...others] = vscode.workspace.workspaceFolders ?? [];
  if (!only) {
    await vscode.window.showInformationMessage("Open your product's folder first: lifecycle.yaml is written into it.");
    return undefined;
  }
  if (others.length === 0) return only;
  return vscode.window.showWorkspaceFolderPick({ placeHolder: 'Which folder holds the product?' });
}

async function existing(folder: vscode.Uri): Promise<vscode.Uri | undefined> {
  for (const name of ['lifecycle.yaml', 'lifecycle.yml']) {
    const uri = vscode.Uri.joinPath(folder, name);
    const found = await vscode.workspace.fs.stat(uri).then(
      () => true,
      () => false,
    );
    if (found) return uri;
  }
  return undefined;
}

async function chosen(folder: vscode.WorkspaceFolder): Promise<vscode.Uri | undefined> {
  const items = lifecycleChoices.map(choice => ({ label: choice.title, description: choice.people, choice }));
  const options = {
    title: 'Create lifecycle.yaml',
    placeHolder: 'What do you make? You can change everything later.',
    matchOnDescription: true,
  };
  const picked = await vscode.window.showQuickPick(items, options);
  return picked && written(folder, picked.choice);
}

async function written(folder: vscode.WorkspaceFolder, choice: LifecycleChoice): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(folder.uri, 'lifecycle.yaml');
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { contents: new TextEncoder().encode(lifecycleText(folder.name, choice)) });
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error(`${uri.fsPath} could not be written.`);
  return uri;
}
