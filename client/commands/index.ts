import * as vscode from 'vscode';
import type { Command, Services } from '../services.ts';
import { checkWorkspace } from './checkWorkspace.ts';
import { createDocument } from './createDocument.ts';
import { createLifecycle } from './createLifecycle.ts';
import { type CommandName, commandIds } from './ids.ts';
import { newDocument } from './newDocument.ts';
import { offerDocument } from './offerDocument.ts';
import { open } from './open.ts';
import { restartServer } from './restartServer.ts';
import { showLog } from './showLog.ts';
import { showStatus } from './showStatus.ts';

const commands: Readonly<Record<CommandName, Command>> = {
  checkWorkspace,
  createDocument,
  createLifecycle,
  newDocument,
  offerDocument,
  open,
  restartServer,
  showLog,
  showStatus,
};

/** Registers every command. A command that fails says so once, with a way to the log. */
export function registerCommands(services: Services): vscode.Disposable {
  const names = Object.keys(commandIds) as CommandName[]; // `Object.keys` forgets the names; the record has no others.
  return vscode.Disposable.from(
    ...names.map(name =>
      vscode.commands.registerCommand(commandIds[name], (argument: unknown) =>
        reported(services, () => commands[name](services, argument)),
      ),
    ),
  );
}

async function reported(services: Services, run: () => unknown): Promise<unknown> {
  try {
    return await run();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const chosen = await vscode.window.showErrorMessage(`Slipway could not do this: ${message}`, 'Show log');
    if (chosen) services.server.showLog();
    return undefined;
  }
}
