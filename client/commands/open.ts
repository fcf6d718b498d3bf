import * as vscode from 'vscode';
import type { Services } from '../services.ts';
import { targetOf } from './arguments.ts';

/** Opens a document, at a place when one is given. */
export async function open(_services: Services, argument: unknown): Promise<void> {
  const target = targetOf(argument);
  if (!target) return;
  const { uri, line, column } = target;
  const selection = line === undefined ? undefined : new vscode.Range(line, column ?? 0, line, column ?? 0);
  await vscode.window.showTextDocument(vscode.Uri.parse(uri, true), selection ? { selection } : {});
}
