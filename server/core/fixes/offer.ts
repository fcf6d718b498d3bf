import type { Change, Fix } from '../rules/rule.ts';
import type { TextEdit } from '../text/edits.ts';

/**
 * A fix for one person to take, as a list to be spread among others: empty when one of its changes cannot be made. Edits of
 * one file become one change.
 */
export function offer(title: string, ...changes: readonly (Change | undefined)[]): readonly Fix[] {
  const made = changes.flatMap(change => change ?? []);
  return made.length < changes.length ? [] : [{ title, safe: false, changes: merged(made) }];
}

function merged(changes: readonly Change[]): readonly Change[] {
  const edits = new Map<string, TextEdit[]>();
  for (const change of changes)
    if (change.kind === 'edit') edits.set(change.path, [...(edits.get(change.path) ?? []), ...change.edits]);
  return [
    ...changes.filter(({ kind }) => kind === 'create'),
    ...[...edits].map(([path, all]): Change => ({ kind: 'edit', path, edits: all })),
  ];
}
