import { planFixes } from '../core/fixes/plan.ts';
import type { Change, Finding } from '../core/rules/rule.ts';

/** What the safe fixes of these findings come to, as one change a file. */
export function safeChanges(findings: readonly Finding[]): Change[] {
  const { created, edits } = planFixes(findings);
  return [
    ...[...created].map(([path, text]): Change => ({ kind: 'create', path, text })),
    ...[...edits].map(
      ([path, list]): Change => ({
        kind: 'edit',
        path,
        edits: [...list].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end),
      }),
    ),
  ];
}
