import type * as vscode from 'vscode';
import type { Services } from '../services.ts';
import { creationArgumentOf } from './arguments.ts';
import { insertNewDocument } from './insertNewDocument.ts';

/** Makes a document of a type at once: the button or menu that ran this named it. */
export async function createDocument(services: Services, argument: unknown): Promise<vscode.Uri | undefined> {
  const creation = creationArgumentOf(argument);
  return creation ? insertNewDocument(services, creation) : undefined;
}
