import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { newDocument } from '../core/fixes/documentSkeleton.ts';
import type { Folder } from './folder.ts';
import type { ProductCheck } from './productCheck.ts';
import type { NewDocumentParams, NewDocumentResult } from './protocol.ts';
import { snippetOf } from './snippet.ts';
import type { WorkspaceFolders } from './workspaceFolders.ts';

/**
 * Answers requests for new documents: where the document goes and what it holds, as text and as a snippet. A product
 * or an artifact type that is not known is an error with a message for the user.
 */
export function createNewDocument(
  folders: WorkspaceFolders,
  checksOf: (folder: Folder) => readonly ProductCheck[],
): (params: NewDocumentParams) => NewDocumentResult {
  return ({ definitionUri, type }) => {
    const place = folders.find(definitionUri);
    const check = place && checksOf(place.folder).find(({ product }) => product.definitionPath === place.path);
    const project = check?.project();
    if (check === undefined || project === undefined) {
      throw new ResponseError(ErrorCodes.InvalidParams, `There is no lifecycle definition at ${definitionUri}.`);
    }
    const created = newDocument(project, type);
    if (created === undefined) {
      throw new ResponseError(ErrorCodes.InvalidParams, `This lifecycle has no artifact type "${type}".`);
    }
    const { path, text, stops } = created;
    return { uri: check.files.uriOf(path), text, snippet: snippetOf(text, stops) };
  };
}
