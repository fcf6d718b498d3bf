import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Position,
  type Range,
} from 'vscode-languageserver';
import type { Change, Finding } from '../core/rules/rule.ts';
import type { ClientFeatures } from './clientFeatures.ts';
import { diagnosticOf, type FileView, findingId } from './convert.ts';
import { safeChanges } from './safeFixes.ts';
import { withoutStops, workspaceEditOf } from './workspaceEdit.ts';

/** The kind of the action that applies every safe fix of a document. */
const fixAllKind = `${CodeActionKind.SourceFixAll}.slipway`;

/** The kinds of action that the server offers. */
export const codeActionKinds: readonly string[] = [CodeActionKind.QuickFix, fixAllKind];

/** The actions for a place in a document, from the findings of the whole document. */
export function codeActionsFor(
  { range, context }: Pick<CodeActionParams, 'range' | 'context'>,
  findings: readonly Finding[],
  files: FileView,
  client: ClientFeatures,
): CodeAction[] {
  const isWanted = (kind: string) =>
    context.only === undefined ||
    context.only.some(only => only === '' || kind === only || kind.startsWith(`${only}.`));
  const actions: CodeAction[] = [];
  if (isWanted(CodeActionKind.QuickFix)) {
    const named = new Set(context.diagnostics.map(({ data }) => idIn(data)));
    const meant = findings.filter(finding => {
      const lines = diagnosticOf(finding, files, client).range;
      return touches(lines, range) || named.has(findingId(finding));
    });
    actions.push(...quickFixes(meant, files, client));
  }
  if (isWanted(fixAllKind)) actions.push(...fixAll(safeChanges(findings), files, client));
  return actions;
}

/** One action a fix; a fix that several findings offer is offered once, for all of them. */
function quickFixes(findings: readonly Finding[], files: FileView, client: ClientFeatures): CodeAction[] {
  const actions = new Map<string, CodeAction>();
  for (const finding of findings) {
    const diagnostic = diagnosticOf(finding, files, client);
    const preferred = finding.fixes.find(({ safe }) => safe) ?? finding.fixes[0];
    for (const fix of finding.fixes) {
      const edit = workspaceEditOf(fix.changes, files, client);
      const key = JSON.stringify([fix.title, edit]);
      const known = actions.get(key);
      if (known === undefined) {
        const isPreferred = fix === preferred;
        actions.set(key, {
          title: fix.title,
          kind: CodeActionKind.QuickFix,
          diagnostics: [diagnostic],
          isPreferred,
          edit,
        });
      } else known.diagnostics?.push(diagnostic);
    }
  }
  return [...actions.values()];
}

function fixAll(changes: readonly Change[], files: FileView, client: ClientFeatures): CodeAction[] {
  if (changes.length === 0) return [];
  const edit = workspaceEditOf(withoutStops(changes), files, client);
  return [{ title: 'Apply all safe fixes of Slipway in this document', kind: fixAllKind, edit }];
}

const touches = (a: Range, b: Range): boolean => !isBefore(a.end, b.start) && !isBefore(b.end, a.start);

const isBefore = (a: Position, b: Position): boolean =>
  a.line < b.line || (a.line === b.line && a.character < b.character);

const idIn = (data: unknown): string | undefined =>
  typeof data === 'object' && data !== null && 'id' in data && typeof data.id === 'string' ? data.id : undefined;
