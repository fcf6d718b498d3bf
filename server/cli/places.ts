import type { Place } from '../core/project/model.ts';
import { type LineIndex, lineIndex } from '../core/text/lineIndex.ts';
import type { Workspace } from '../host/load.ts';
import { readText } from '../host/read.ts';
import { below } from './folder.ts';

/** Turns places of a workspace into what people read: a path, and lines and UTF-16 columns that count from 1. */
export interface Places {
  path(path: string): string;
  start(place: Place): { path: string; line: number; column: number };
  end(place: Place): { endLine: number; endColumn: number };
}

/**
 * Places of a workspace; `prefix` is put before every path. Lines are indexed when asked for. Files that are no
 * documents, such as definitions, are read again.
 */
export function placesIn({ root, documents }: Workspace, prefix: string): Places {
  const indexes = new Map<string, LineIndex>();
  const textOf = (path: string): string => {
    const document = documents.get(path);
    if (document) return document.text;
    const file = readText(root, path);
    return file.kind === 'text' ? file.decoded.text : '';
  };
  const position = (path: string, offset: number) => {
    const index = indexes.get(path) ?? lineIndex(textOf(path));
    indexes.set(path, index);
    return index.positionAt(offset);
  };
  return {
    path: path => below(prefix, path),
    start({ path, span }) {
      const { line, column } = position(path, span.start);
      return { path: below(prefix, path), line: line + 1, column: column + 1 };
    },
    end({ path, span }) {
      const { line, column } = position(path, span.end);
      return { endLine: line + 1, endColumn: column + 1 };
    },
  };
}
