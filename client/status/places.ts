import type { Location } from '../../server/lsp/protocol.ts';

/** What the editor can open: a document, and the place in it when one is meant. Lines and columns are zero-based. */
export interface Target {
  readonly uri: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

/** The URI of a document whose path is relative to a folder's URI. */
export const documentUri = (rootUri: string, path: string): string =>
  `${rootUri.replace(/\/$/, '')}/${path.split('/').map(encodeURIComponent).join('/')}`;

/** The path of a URI below a folder, to be read by people; its file name when it lies elsewhere. */
export function shownPath(rootUri: string, uri: string): string {
  const [root, path] = [decoded(rootUri).replace(/\/$/, ''), decoded(uri)];
  return path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path.slice(path.lastIndexOf('/') + 1);
}

/** A place as `records/changes.yaml:41`: the end of its path, where there is little room. */
export function shortPlaceWords(rootUri: string, place: Location): string {
  return placeWords(rootUri, place).split('/').slice(-2).join('/');
}

/** Whether a document lies in a folder or below it. Both sides may escape characters in their own way. */
export const isBelow = (folderUri: string, uri: string): boolean =>
  decoded(uri).startsWith(`${decoded(folderUri).replace(/\/$/, '')}/`);

/** The name of the folder that a file lies in. */
export const folderName = (uri: string): string => decoded(uri).split('/').at(-2) ?? '';

/** A place as `docs/records/changes.yaml:41`; the line is left out where it is the first. */
export const placeWords = (rootUri: string, { uri, line }: Location): string =>
  `${shownPath(rootUri, uri)}${line > 0 ? `:${line + 1}` : ''}`;

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri; // A stray percent sign: shown as it is.
  }
}
