import {
  CreateFile,
  SnippetTextEdit,
  TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** Applies an edit to texts by URI, as an editor does that takes snippets as they are written. Returns the new texts. */
export function applyEdit(edit: WorkspaceEdit, texts: Readonly<Record<string, string>>): Record<string, string> {
  const result: Record<string, string> = { ...texts };
  const apply = (uri: string, edits: readonly TextEdit[]) => {
    const text = result[uri];
    if (text === undefined) throw new Error(`The edit changes ${uri}, which does not exist.`);
    result[uri] = TextDocument.applyEdits(TextDocument.create(uri, 'markdown', 1, text), [...edits]);
  };
  for (const [uri, edits] of Object.entries(edit.changes ?? {})) {
    result[uri] ??= '';
    apply(uri, edits);
  }
  for (const change of edit.documentChanges ?? []) {
    if (CreateFile.is(change)) {
      if (result[change.uri] !== undefined) throw new Error(`The edit creates ${change.uri}, which exists.`);
      result[change.uri] = '';
    } else if (TextDocumentEdit.is(change)) apply(change.textDocument.uri, change.edits.map(plain));
    else throw new Error(`The edit does something unexpected: ${change.kind}.`);
  }
  return result;
}

const plain = (edit: TextEdit | SnippetTextEdit): TextEdit =>
  SnippetTextEdit.is(edit) ? { range: edit.range, newText: edit.snippet.value } : edit;
