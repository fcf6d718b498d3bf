import * as vscode from 'vscode';
import { contextKeysOf } from './contextKeys.ts';
import type { StatusStore } from './statusStore.ts';

/** Keeps the context keys of the manifest's `when` clauses up to date with the store. */
export function registerContextKeys(store: StatusStore): vscode.Disposable {
  const refresh = (): void => {
    for (const [key, value] of Object.entries(contextKeysOf(store.report, store.server))) {
      void vscode.commands.executeCommand('setContext', key, value);
    }
  };
  refresh();
  return store.onDidChange(refresh);
}
