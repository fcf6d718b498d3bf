import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { newDocument } from '../core/fixes/documentSkeleton.ts';
import type { ProductAt } from './productAt.ts';
import type { NewDocumentParams, NewDocumentResult } from './protocol.ts';
import { snippetOf } from './snippet.ts';

/**
 * Answers requests for new documents: where the document goes and what it holds, as text and as a snippet. A product
 * or an artifact type that is not known is an error with a message for the user.
 */
export function createNewDocument(productAt: ProductAt): (params: NewDocumentParams) => NewDocumentResult {
  return ({ definitionUri, type }) => {
    const { check, project } = productAt(definitionUri);
    const created = newDocument(project, type);
    if (created === undefined) {
      throw new ResponseError(ErrorCodes.InvalidParams, `This lifecycle has no artifact type "${type}".`);
    }
    const { path, text, stops } = created;
    return { uri: check.files.uriOf(path), text, snippet: snippetOf(text, stops) };
  };
}
