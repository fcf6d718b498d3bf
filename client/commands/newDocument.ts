import * as vscode from 'vscode';
import type { ProductStatus } from '../../server/lsp/protocol.ts';
import type { Services } from '../services.ts';
import { folderName } from '../status/places.ts';
import { productName } from '../status/product.ts';
import { documentIcons } from '../views/tree/icons.ts';
import { insertNewDocument } from './insertNewDocument.ts';
import { type DocumentChoice, documentChoices } from './newDocumentChoices.ts';
import { offerLifecycle } from './offerLifecycle.ts';

interface Item extends vscode.QuickPickItem {
  readonly type?: string;
}

/** Lets the person pick an artifact type and makes a document of it. Resolves to its URI. */
export async function newDocument(services: Services): Promise<vscode.Uri | undefined> {
  const { report } = services.store;
  if (!report?.complete && !report?.products.length) {
    void vscode.window.showInformationMessage('Slipway is still reading the folder. Try again in a moment.');
    return undefined;
  }
  const product = await pickProduct(report.products);
  if (!product) return undefined;
  const picked = await vscode.window.showQuickPick<Item>(documentChoices(product).map(itemOf), {
    title: `New document of ${productName(product)}`,
    placeHolder: 'What do you want to write?',
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (picked?.type === undefined) return undefined;
  return insertNewDocument(services, { definitionUri: product.definitionUri, type: picked.type });
}

async function pickProduct(products: readonly ProductStatus[]): Promise<ProductStatus | undefined> {
  const [only, ...others] = products;
  if (!only) {
    await offerLifecycle();
    return undefined;
  }
  if (others.length === 0) return only;
  const items = products.map(product => ({
    label: productName(product),
    description: folderName(product.definitionUri),
    product,
  }));
  const options = { title: 'New document', placeHolder: 'For which product?' };
  return (await vscode.window.showQuickPick(items, options))?.product;
}

function itemOf(choice: DocumentChoice): Item {
  if (choice.kind === 'phase') return { label: choice.title, kind: vscode.QuickPickItemKind.Separator };
  const { state, title, words, path, type } = choice;
  return { label: `$(${documentIcons[state].id}) ${title}`, description: words, detail: path, type };
}
