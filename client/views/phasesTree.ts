import * as vscode from 'vscode';
import { commandIds } from '../commands/ids.ts';
import type { StatusStore } from '../statusStore.ts';
import { phasesTree } from './phasesModel.ts';
import type { TreeNode } from './tree/node.ts';

/** The tree of phases, stages, documents and gates, kept up to date with the store. */
export function registerPhasesTree(store: StatusStore): vscode.Disposable {
  const changed = new vscode.EventEmitter<undefined>();
  const parents = new Map<string, TreeNode>();
  const provider: vscode.TreeDataProvider<TreeNode> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: itemOf,
    getChildren: async row => {
      if (row) return remembered(parents, row);
      await settled(store);
      return [...phasesTree(store.report ?? { products: [], complete: true })];
    },
    getParent: row => parents.get(row.id),
  };
  const view = vscode.window.createTreeView('slipway.phases', { treeDataProvider: provider, showCollapseAll: true });
  const refresh = (): void => {
    changed.fire(undefined);
    showProgress(view, store);
  };
  return vscode.Disposable.from(view, changed, store.onDidChange(refresh));
}

function remembered(parents: Map<string, TreeNode>, row: TreeNode): TreeNode[] {
  for (const child of row.children) parents.set(child.id, row);
  return [...row.children];
}

/** The view shows that it is busy until this resolves. */
function settled(store: StatusStore): Promise<void> {
  if (store.isSettled()) return Promise.resolve();
  return new Promise(resolve => {
    const listening = store.onDidChange(() => {
      if (!store.isSettled()) return;
      listening.dispose();
      resolve();
    });
  });
}

function showProgress(view: vscode.TreeView<TreeNode>, { report }: StatusStore): void {
  const errors = report?.products.reduce((sum, { counts }) => sum + counts.error, 0) ?? 0;
  view.badge = errors > 0 ? { value: errors, tooltip: `${errors} errors in the lifecycle` } : undefined;
  view.message = report && !report.complete && report.products.length > 0 ? 'Checking the workspace …' : '';
}

function itemOf(row: TreeNode): vscode.TreeItem {
  const item = new vscode.TreeItem(row.label, stateOf(row));
  item.id = row.id;
  item.description = row.description;
  item.tooltip = tooltipOf(row);
  item.contextValue = row.context;
  item.iconPath = new vscode.ThemeIcon(row.icon.id, row.icon.color ? new vscode.ThemeColor(row.icon.color) : undefined);
  item.accessibilityInformation = { label: row.spoken };
  const command = commandOf(row);
  if (command) item.command = command;
  return item;
}

function stateOf({ children, expanded }: TreeNode): vscode.TreeItemCollapsibleState {
  if (children.length === 0) return vscode.TreeItemCollapsibleState.None;
  return expanded ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
}

/** A click on a row with children expands it; on any other it opens what it stands for, or offers to make it. */
function commandOf({ children, open, create }: TreeNode): vscode.Command | undefined {
  if (children.length > 0) return undefined;
  if (open) return { command: commandIds.open, title: 'Open', arguments: [open] };
  if (create) return { command: commandIds.offerDocument, title: 'Create', arguments: [create] };
  return undefined;
}

function tooltipOf({ tooltip }: TreeNode): vscode.MarkdownString {
  const [heading = '', ...lines] = tooltip;
  const text = new vscode.MarkdownString();
  text.appendMarkdown('**').appendText(heading).appendMarkdown('**');
  for (const line of lines) text.appendMarkdown('\n\n').appendText(line);
  return text;
}
