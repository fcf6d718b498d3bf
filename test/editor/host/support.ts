import {
  type CodeAction,
  CodeActionKind,
  commands,
  type Diagnostic,
  languages,
  type Range,
  type TextDocument,
  type Uri,
  Uri as Uris,
  workspace,
} from 'vscode';

/** A file of the workspace that is open in the editor, by its path below the folder. */
export function fileUri(path: string): Uri {
  const [folder] = workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error('No folder is open.');
  return Uris.joinPath(folder.uri, path);
}

/** Slipway's findings in a file, as the editor has them now. */
export const findingsIn = (uri: Uri): readonly Diagnostic[] =>
  languages.getDiagnostics(uri).filter(({ source }) => source === 'slipway');

/** The id of the rule that made a finding. */
export function ruleOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** The finding of a rule in a file whose message contains `text`. Resolves when it is there. */
export const findingThere = (uri: Uri, rule: string, text: string): Promise<Diagnostic> =>
  untilDiagnostics(`${rule} with “${text}” in ${uri.path}`, () => findingIn(uri, rule, text));

/** Resolves when no finding of this rule in a file contains `text` any more. */
export const findingGone = (uri: Uri, rule: string, text: string): Promise<true> =>
  untilDiagnostics(
    `no ${rule} with “${text}” in ${uri.path}`,
    () => findingIn(uri, rule, text) === undefined || undefined,
  );

const findingIn = (uri: Uri, rule: string, text: string): Diagnostic | undefined =>
  findingsIn(uri).find(finding => ruleOf(finding) === rule && finding.message.includes(text));

/** The first answer of `probe` that is not undefined: asked now, and again at each change of the diagnostics. */
function untilDiagnostics<T>(what: string, probe: () => T | undefined): Promise<T> {
  return new Promise((done, fail) => {
    const timer = setTimeout(() => end(() => fail(new Error(`Waited in vain for ${what}.`))), 15_000);
    const subscription = languages.onDidChangeDiagnostics(look);
    function look(): void {
      const found = probe();
      if (found !== undefined) end(() => done(found));
    }
    function end(settle: () => void): void {
      clearTimeout(timer);
      subscription.dispose();
      settle();
    }
    look();
  });
}

/** The quick fixes that the editor would offer at a place. */
export const quickFixesAt = (uri: Uri, range: Range): Thenable<readonly CodeAction[]> =>
  commands.executeCommand('vscode.executeCodeActionProvider', uri, range, CodeActionKind.QuickFix.value);

/** Applies the edit of the first action whose title matches. Throws, naming the titles, when there is none. */
export async function applyAction(actions: readonly CodeAction[], title: RegExp): Promise<void> {
  const edit = actions.find(action => title.test(action.title))?.edit;
  if (edit === undefined)
    throw new Error(`No edit for ${title} among: ${actions.map(action => action.title).join(', ')}.`);
  if (!(await workspace.applyEdit(edit))) throw new Error(`The editor refused the edit for ${title}.`);
}

/** Takes back what a test did to an open document, so that the next one starts from the file. */
export async function revert(document: TextDocument): Promise<void> {
  const { window } = await import('vscode');
  await window.showTextDocument(document);
  await commands.executeCommand('workbench.action.files.revert');
}
