import * as vscode from 'vscode';
import { commandIds } from '../commands/ids.ts';
import type { StatusStore } from '../statusStore.ts';
import { statusBarItem } from './statusBarModel.ts';

/** The next gate and what it lacks, in the status bar; hidden where there is no product. */
export function registerStatusBar(store: StatusStore): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('slipway.gate', vscode.StatusBarAlignment.Left, 10);
  item.name = 'Slipway: next gate';
  item.command = commandIds.showStatus;
  const refresh = (): void => update(item, store);
  return vscode.Disposable.from(item, store.onDidChange(refresh), vscode.window.onDidChangeActiveTextEditor(refresh));
}

function update(item: vscode.StatusBarItem, { report }: StatusStore): void {
  const active = vscode.window.activeTextEditor?.document.uri.toString();
  const content = report && statusBarItem(report, active);
  if (!content) {
    item.hide();
    return;
  }
  item.text = content.text;
  item.tooltip = content.tooltip.join('\n');
  item.accessibilityInformation = { label: content.spoken };
  item.show();
}
