import type { ExtensionContext } from 'vscode';
import { registerCommands } from './commands/index.ts';
import { createServer, type Server } from './languageClient.ts';
import { registerContextKeys } from './setContextKeys.ts';
import { createStatusStore } from './statusStore.ts';
import { registerPhasesTree } from './views/phasesTree.ts';
import { registerStatusBar } from './views/statusBar.ts';
import { registerStatusPanel } from './views/statusPanel.ts';

let server: Server | undefined;

/** Registers views and commands and starts the server; the views say so if it cannot be started. */
export function activate(context: ExtensionContext): void {
  const store = createStatusStore();
  server = createServer(context, store);
  context.subscriptions.push(
    store,
    registerContextKeys(store),
    registerPhasesTree(store),
    registerStatusPanel(context.extensionUri, store),
    registerStatusBar(store),
    registerCommands({ server, store }),
  );
  // The library tells the person and the log why.
  server.start().catch(() => store.setServer('failed'));
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
