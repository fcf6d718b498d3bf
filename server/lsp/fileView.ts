import { type LineIndex, lineIndex } from '../core/text/lineIndex.ts';
import type { FileView } from './convert.ts';
import type { OpenInFolder } from './openDocuments.ts';
import { uriInFolder } from './uri.ts';

interface Indexed {
  readonly text: string;
  readonly lines: LineIndex;
}

/** The files of a folder as the editor knows them. Lines are indexed once a text. */
export function fileView(
  folderUri: string,
  open: OpenInFolder,
  currentText: (path: string) => string | undefined,
): FileView {
  const known = new Map<string, Indexed>();
  const textOf = (path: string): string => currentText(path) ?? '';
  return {
    uriOf: path => open.get(path)?.uri ?? uriInFolder(folderUri, path),
    versionOf: path => open.get(path)?.version ?? null,
    textOf,
    linesOf(path) {
      const text = textOf(path);
      const indexed = known.get(path);
      if (indexed?.text === text) return indexed.lines;
      const lines = lineIndex(text);
      known.set(path, { text, lines });
      return lines;
    },
  };
}
