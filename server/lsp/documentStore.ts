import type { Decoded } from '../core/parse/decode.ts';
import type { Document } from '../core/parse/model.ts';
import { parseDocument } from '../core/parse/parse.ts';
import type { MarkdownParser } from '../host/markdownParser.ts';
import type { FolderFiles } from './files.ts';
import type { OpenInFolder } from './openDocuments.ts';

/** The texts of a folder and what they parse to: of an open document the editor's text, else the one on disk. */
export interface DocumentStore {
  /** Grows whenever a document has another content than before. */
  readonly revision: number;
  /** The document at `path`, read and parsed anew when needed; undefined when it cannot be read. */
  load(path: string): Document | undefined;
  /** The document as it was loaded last, without a look at the disk. An open document is always up to date. */
  loaded(path: string): Document | undefined;
  /** The text at `path` without parsing it; undefined when it cannot be read. */
  text(path: string): string | undefined;
  /** Looks at the disk again the next time. */
  forget(path: string): void;
  forgetAll(): void;
  /** Drops everything about other paths. */
  retain(paths: ReadonlySet<string>): void;
}

interface Entry {
  readonly document: Document | undefined;
  /** Version of the open document it was made from; undefined: made from the file on disk. */
  readonly version: number | undefined;
}

/** A store that has read nothing yet. `onUnreadable` hears why a file cannot be read, each time it is tried. */
export function createDocumentStore(
  files: FolderFiles,
  open: OpenInFolder,
  parser: MarkdownParser,
  onUnreadable: (path: string, message: string) => void,
): DocumentStore {
  const entries = new Map<string, Entry>();
  const texts = new Map<string, string | undefined>();
  const stale = new Set<string>();
  let revision = 0;

  function decoded(path: string): Decoded | undefined {
    const file = files.read(path);
    if (file.kind === 'unreadable') onUnreadable(path, file.message);
    return file.kind === 'text' ? file.decoded : undefined;
  }

  /** Keeps the known document when the text is the same, because much is remembered by document. */
  function enter(path: string, content: Decoded | undefined, version: number | undefined): Document | undefined {
    const known = entries.get(path)?.document;
    const isSame = known?.text === content?.text && known?.problems.length === 0;
    const document = content && (isSame ? known : parseDocument(path, content, parser));
    if (document !== known) revision += 1;
    entries.set(path, { document, version });
    stale.delete(path);
    return document;
  }

  function loadOpen(path: string): Entry | undefined {
    const editor = open.get(path);
    if (editor === undefined) return undefined;
    const entry = entries.get(path);
    // A document that was closed and opened again starts its versions anew.
    if (entry !== undefined && entry.version === editor.version && !stale.has(path)) return entry;
    const document = enter(path, { text: editor.getText(), bom: false }, editor.version);
    return { document, version: editor.version };
  }

  return {
    get revision() {
      return revision;
    },
    load(path) {
      const current = loadOpen(path);
      if (current !== undefined) return current.document;
      const entry = entries.get(path);
      if (entry !== undefined && entry.version === undefined && !stale.has(path)) return entry.document;
      return enter(path, decoded(path), undefined);
    },
    loaded: path => (loadOpen(path) ?? entries.get(path))?.document,
    text(path) {
      const editor = open.get(path);
      if (editor !== undefined) return editor.getText();
      const document = stale.has(path) ? undefined : entries.get(path)?.document;
      if (document !== undefined) return document.text;
      if (!texts.has(path)) texts.set(path, decoded(path)?.text);
      return texts.get(path);
    },
    forget(path) {
      stale.add(path);
      texts.delete(path);
    },
    forgetAll() {
      for (const path of entries.keys()) stale.add(path);
      texts.clear();
    },
    retain(paths) {
      for (const path of entries.keys()) if (!paths.has(path)) entries.delete(path);
    },
  };
}
