import * as vscode from 'vscode';
import { commandIds } from './ids.ts';

/** Says that nothing can be checked without a lifecycle, and offers to write one. */
export async function offerLifecycle(): Promise<void> {
  const message = 'There is no lifecycle.yaml in this workspace, so Slipway has nothing to check.';
  const chosen = await vscode.window.showInformationMessage(message, 'Create lifecycle.yaml');
  if (chosen) await vscode.commands.executeCommand(commandIds.createLifecycle);
}
