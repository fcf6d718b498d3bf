import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import { commandIds } from '../commands/ids.ts';
import type { FromPanel, PanelCommand, ToPanel } from '../panel/messages.ts';
import type { StatusStore } from '../statusStore.ts';
import { panelHtml } from './panelHtml.ts';
import { panelRequest } from './panelRequests.ts';

const editorCommands: Readonly<Record<PanelCommand, string>> = {
  createLifecycle: commandIds.createLifecycle,
  newDocument: commandIds.newDocument,
  openFolder: 'vscode.openFolder',
  restartServer: commandIds.restartServer,
  showLog: commandIds.showLog,
  showProblems: 'workbench.actions.view.problems',
};

/** The status panel: a web page in the side bar that draws the store's report and asks for what is clicked. */
export function registerStatusPanel(extensionUri: vscode.Uri, store: StatusStore): vscode.Disposable {
  return vscode.window.registerWebviewViewProvider('slipway.status', {
    resolveWebviewView: view => {
      const dist = vscode.Uri.joinPath(extensionUri, 'dist');
      view.webview.options = { enableScripts: true, localResourceRoots: [dist] };
      const send = (): void => void view.webview.postMessage(messageOf(store));
      const listening = vscode.Disposable.from(
        view.webview.onDidReceiveMessage((message: unknown) => answer(panelRequest(message), send)),
        store.onDidChange(send),
        vscode.workspace.onDidChangeWorkspaceFolders(send),
      );
      view.onDidDispose(() => listening.dispose());
      view.webview.html = pageOf(view.webview, dist);
    },
  });
}

const messageOf = ({ report, server }: StatusStore): ToPanel => ({
  type: 'status',
  report,
  server,
  hasFolder: (vscode.workspace.workspaceFolders?.length ?? 0) > 0,
});

function answer(request: FromPanel | undefined, send: () => void): void {
  if (request?.type === 'ready') send();
  const [command, ...rest] = request ? commandFor(request) : [];
  if (command) void vscode.commands.executeCommand(command, ...rest);
}

function commandFor(request: FromPanel): readonly [string, ...unknown[]] | [] {
  switch (request.type) {
    case 'ready':
      return [];
    case 'open':
      return isInWorkspace(request.target.uri) ? [commandIds.open, request.target] : [];
    case 'create':
      return [commandIds.createDocument, request.creation];
    case 'offer':
      return [commandIds.offerDocument, request.creation];
    case 'run':
      return [editorCommands[request.command]];
  }
}

/** The panel opens documents of the workspace and nothing else. */
const isInWorkspace = (uri: string): boolean =>
  vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(uri)) !== undefined;

function pageOf(webview: vscode.Webview, dist: vscode.Uri): string {
  const file = (name: string): string => webview.asWebviewUri(vscode.Uri.joinPath(dist, name)).toString();
  return panelHtml({
    cspSource: webview.cspSource,
    nonce: randomUUID(),
    script: file('panel.js'),
    styles: [file('codicon.css'), file('panel.css')],
  });
}
