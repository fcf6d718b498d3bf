import * as vscode from 'vscode';
import type { StatusReport } from '../../server/lsp/protocol.ts';
import type { Services } from '../services.ts';
import { productName } from '../status/product.ts';
import { counted, findingsWords } from '../status/sentences.ts';
import { commandIds } from './ids.ts';
import { offerLifecycle } from './offerLifecycle.ts';

/** Checks everything again and says what came of it. Resolves when checked: the message may stand as long as it likes. */
export async function checkWorkspace({ server, store }: Services): Promise<void> {
  await server.checkWorkspace();
  const products = store.report?.products ?? [];
  void (products.length === 0 ? offerLifecycle() : tell(products));
}

async function tell(products: StatusReport['products']): Promise<void> {
  const chosen = await vscode.window.showInformationMessage(checkedWords(products), 'Show problems', 'Show status');
  if (chosen === 'Show problems') await vscode.commands.executeCommand('workbench.actions.view.problems');
  if (chosen === 'Show status') await vscode.commands.executeCommand(commandIds.showStatus);
}

function checkedWords(products: StatusReport['products']): string {
  const [only, ...others] = products;
  if (only && others.length === 0) return `${productName(only)} is checked: ${findingsWords(only.counts)}.`;
  return `${counted(products.length, 'product')} are checked: ${products
    .map(product => `${productName(product)} has ${findingsWords(product.counts)}`)
    .join('; ')}.`;
}
