/** Workspace folders and files by URI. Paths inside a folder are relative, decoded, with forward slashes. */

/** The folder's URI without a slash at its end. */
export const folderUri = (uri: string): string => uri.replace(/\/$/, '');

/** Where `uri` lies in the folder; undefined when it lies elsewhere. Both may be percent-encoded differently. */
export function pathInFolder(folder: string, uri: string): string | undefined {
  const prefix = `${comparable(folderUri(folder))}/`;
  const whole = comparable(uri);
  return whole.startsWith(prefix) && whole.length > prefix.length ? whole.slice(prefix.length) : undefined;
}

/** The URI of the file at `path` in the folder. */
export const uriInFolder = (folder: string, path: string): string =>
  `${folderUri(folder)}/${path.split('/').map(encodeURIComponent).join('/')}`;

/** The folders that lie in no other folder of the list, in the given order, each once. */
export function outermost(folders: readonly string[]): string[] {
  const unique = folders.map(folderUri).filter((uri, index, all) => all.indexOf(uri) === index);
  return unique.filter(uri => !unique.some(other => other !== uri && pathInFolder(other, uri) !== undefined));
}

/** One spelling for URIs that mean the same: decoded, with the drive letter of Windows in lower case. */
function comparable(uri: string): string {
  return decoded(uri).replace(/^file:\/\/\/[A-Z]:/, drive => drive.toLowerCase());
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
