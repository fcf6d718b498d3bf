import type { Change, Finding, Fix } from '../core/rules/rule.ts';
import type { TextEdit } from '../core/text/edits.ts';

/**
 * What the first safe fix of each finding changes, as one change a file. A fix that meets an earlier one at the same
 * place is left for the next time, as a whole.
 */
export function safeChanges(findings: readonly Finding[]): Change[] {
  const edits = new Map<string, TextEdit[]>();
  const created = new Map<string, Change>();
  for (const finding of findings) {
    const fix = finding.fixes.find(({ safe }) => safe);
    if (fix === undefined || isInTheWay(fix, edits, created)) continue;
    for (const change of fix.changes) {
      if (change.kind === 'create') created.set(change.path, change);
      else edits.set(change.path, [...(edits.get(change.path) ?? []), ...change.edits]);
    }
  }
  return [
    ...created.values(),
    ...[...edits].map(([path, list]): Change => ({ kind: 'edit', path, edits: list.sort(byPlace) })),
  ];
}

function isInTheWay(
  { changes }: Fix,
  edits: ReadonlyMap<string, readonly TextEdit[]>,
  created: ReadonlyMap<string, Change>,
): boolean {
  return changes.some(change => {
    if (change.kind === 'create') return created.has(change.path);
    const earlier = edits.get(change.path) ?? [];
    return change.edits.some(edit => earlier.some(other => meet(edit, other)));
  });
}

/** Two insertions at one place meet, because their order would be left to chance. */
const meet = ({ span: a }: TextEdit, { span: b }: TextEdit): boolean =>
  a.start === b.start || (a.start < b.end && b.start < a.end);

const byPlace = (a: TextEdit, b: TextEdit): number => a.span.start - b.span.start || a.span.end - b.span.end;
