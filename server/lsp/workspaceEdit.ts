import type {
  CreateFile,
  TextEdit as LspTextEdit,
  Range,
  SnippetTextEdit,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { inStyleOf } from '../core/fixes/newline.ts';
import type { Change } from '../core/rules/rule.ts';
import type { TextEdit } from '../core/text/edits.ts';
import type { ClientFeatures } from './clientFeatures.ts';
import { type FileView, rangeOf } from './convert.ts';
import { snippetOf } from './snippet.ts';

const startOfFile: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/**
 * Changes as the client applies them: with document versions and file creation when the client knows them, with tab
 * stops when it knows snippet edits, as plain text otherwise.
 */
export function workspaceEditOf(changes: readonly Change[], files: FileView, client: ClientFeatures): WorkspaceEdit {
  return client.documentChanges
    ? { documentChanges: changes.flatMap(change => documentChangesOf(change, files, client)) }
    : { changes: textEditsByUri(changes, files) };
}

/** The same changes without tab stops, for edits that nobody waits for. */
export const withoutStops = (changes: readonly Change[]): Change[] =>
  changes.map(change =>
    change.kind === 'create'
      ? { kind: change.kind, path: change.path, text: change.text }
      : { ...change, edits: change.edits.map(({ span, text }) => ({ span, text })) },
  );

function documentChangesOf(change: Change, files: FileView, client: ClientFeatures): (CreateFile | TextDocumentEdit)[] {
  const uri = files.uriOf(change.path);
  const edit: TextDocumentEdit = {
    textDocument: { uri, version: files.versionOf(change.path) },
    edits: editsOf<LspTextEdit | SnippetTextEdit>(change, files, client.snippetEdits ? snippetEdit : plainEdit),
  };
  return change.kind === 'create' && client.createFiles ? [{ kind: 'create', uri }, edit] : [edit];
}

function textEditsByUri(changes: readonly Change[], files: FileView): Record<string, LspTextEdit[]> {
  const byUri: Record<string, LspTextEdit[]> = {};
  for (const change of changes) {
    const uri = files.uriOf(change.path);
    byUri[uri] = [...(byUri[uri] ?? []), ...editsOf(change, files, plainEdit)];
  }
  return byUri;
}

/** What is written at a place; `whole` is the text around it, whose line endings it takes. */
type ToEdit<Edit> = (inserted: Pick<TextEdit, 'text' | 'stops'>, range: Range, whole: string) => Edit;

const plainEdit: ToEdit<LspTextEdit> = ({ text }, range, whole) => ({ range, newText: inStyleOf(whole, text) });

const snippetEdit: ToEdit<LspTextEdit | SnippetTextEdit> = (inserted, range, whole) => {
  const { text, stops = [] } = inserted;
  if (stops.length === 0) return plainEdit(inserted, range, whole);
  return { range, snippet: { kind: 'snippet', value: inStyleOf(whole, snippetOf(text, stops)) } };
};

function editsOf<Edit>(change: Change, files: FileView, toEdit: ToEdit<Edit>): Edit[] {
  if (change.kind === 'create') return [toEdit(change, startOfFile, change.text)];
  const lines = files.linesOf(change.path);
  const whole = files.textOf(change.path);
  return change.edits.map(edit => toEdit(edit, rangeOf(edit.span, lines), whole));
}
