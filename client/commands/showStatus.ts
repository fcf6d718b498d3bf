import * as vscode from 'vscode';

/** Brings the status panel to the front. */
export const showStatus = (): Thenable<unknown> => vscode.commands.executeCommand('slipway.status.focus');
