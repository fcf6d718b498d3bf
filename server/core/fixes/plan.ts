import type { Change, Finding, Fix } from '../rules/rule.ts';
import type { TextEdit } from '../text/edits.ts';

/** Fixes that can be applied together, and what they come to for each file. */
export interface Plan {
  /** Edits by path; they do not overlap. */
  readonly edits: ReadonlyMap<string, readonly TextEdit[]>;
  /** Texts of new files by path. */
  readonly created: ReadonlyMap<string, string>;
  readonly applied: readonly AppliedFix[];
}

export interface AppliedFix {
  readonly rule: string;
  readonly title: string;
  /** The files that it changes or creates. */
  readonly paths: readonly string[];
}

export interface PlanOptions {
  /** Whether a change can be made at all. */
  isPossible?(change: Change): boolean;
  readonly byName?: boolean;
}

interface Draft {
  readonly edits: Map<string, TextEdit[]>;
  readonly created: Map<string, string>;
}

/** Whether two edits meet; two insertions at one place do, because their order would be by chance. */
const meet = ({ span: a }: TextEdit, { span: b }: TextEdit): boolean =>
  a.start === b.start || (a.start < b.end && b.start < a.end);

function fits(fix: Fix, draft: Draft, isPossible: (change: Change) => boolean): boolean {
  return fix.changes.every(change => {
    if (!isPossible(change) || draft.created.has(change.path)) return false;
    if (change.kind === 'create') return !draft.edits.has(change.path);
    const taken = draft.edits.get(change.path) ?? [];
    return change.edits.every(edit => !taken.some(other => meet(edit, other)));
  });
}

function add(fix: Fix, draft: Draft): void {
  for (const change of fix.changes) {
    if (change.kind === 'create') draft.created.set(change.path, change.text);
    else draft.edits.set(change.path, [...(draft.edits.get(change.path) ?? []), ...change.edits]);
  }
}

/**
 * Takes the first fix of each finding that needs no person, in the order of the findings, as long as it does not meet
 * an earlier one: a fix is applied whole or not at all. What is left over comes up again when the result is checked.
 * With `byName`, fixes count as safe that are when somebody asks for their rule by name.
 */
export function planFixes(
  findings: readonly Finding[],
  { isPossible = () => true, byName = false }: PlanOptions = {},
): Plan {
  const draft: Draft = { edits: new Map(), created: new Map() };
  const applied: AppliedFix[] = [];
  for (const { rule, fixes } of findings) {
    const fix = fixes.find(
      ({ safe, byName: safeByName, changes }) => (safe || (byName && safeByName)) && changes.length > 0,
    );
    if (!fix || !fits(fix, draft, isPossible)) continue;
    add(fix, draft);
    applied.push({ rule, title: fix.title, paths: [...new Set(fix.changes.map(({ path }) => path))] });
  }
  return { ...draft, applied };
}
