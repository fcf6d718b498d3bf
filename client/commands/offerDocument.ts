import * as vscode from 'vscode';
import type { Services } from '../services.ts';
import { creationArgumentOf } from './arguments.ts';
import { insertNewDocument } from './insertNewDocument.ts';

/** Says that a document is missing and offers to make it: one key makes it, another one leaves things as they are. */
export async function offerDocument(services: Services, argument: unknown): Promise<vscode.Uri | undefined> {
  const creation = creationArgumentOf(argument);
  if (!creation) return undefined;
  const { title, path } = creation;
  const create = { label: `$(new-file) Create ${path}`, detail: 'With its sections, and what belongs in each.' };
  const chosen = await vscode.window.showQuickPick([create], {
    title: `There is no document “${title}” yet`,
    placeHolder: 'Press Enter to create it, Escape to leave it.',
  });
  return chosen && insertNewDocument(services, creation);
}
