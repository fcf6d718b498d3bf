import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Project } from '../core/project/model.ts';
import type { Folder } from './folder.ts';
import type { ProductCheck } from './productCheck.ts';
import type { WorkspaceFolders } from './workspaceFolders.ts';

/** Finds the product that a definition governs, as it was checked last; an unknown one is an error in words. */
export type ProductAt = (definitionUri: string) => { readonly check: ProductCheck; readonly project: Project };

/** Looks products up by the URI of their definition. */
export const createProductAt =
  (folders: WorkspaceFolders, checksOf: (folder: Folder) => readonly ProductCheck[]): ProductAt =>
  definitionUri => {
    const place = folders.find(definitionUri);
    const check = place && checksOf(place.folder).find(({ product }) => product.definitionPath === place.path);
    const project = check?.project();
    if (check === undefined || project === undefined)
      throw new ResponseError(ErrorCodes.InvalidParams, `There is no lifecycle definition at ${definitionUri}.`);
    return { check, project };
  };
