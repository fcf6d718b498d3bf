import { canonicalRole } from '../../lifecycle/roles.ts';
import type { Lifecycle } from '../../lifecycle/schema/lifecycle.ts';
import { memoize } from '../../text/memo.ts';
import { compilePattern } from '../../text/pattern.ts';
import { parseVersion } from '../version.ts';
import type { End } from './model.ts';

/** A key under which an end is found again. */
export function endKey(end: End): string {
  if (end.kind === 'item') return `item ${end.id}`;
  if (end.kind === 'section')
    return `section ${end.artifact.path} ${end.artifact.type} ${end.section?.span.start ?? ''}`;
  return `${end.kind} ${end.text}`;
}

/** The key of an item. */
export const itemKey = (id: string): string => `item ${id}`;

/** Whether an end is of one of the sorts that a link type or coverage rule names, such as `REQ` or `section:TYPE/ID`. */
export function isSort(end: End, sorts: readonly string[]): boolean {
  if (end.kind === 'item') return sorts.includes(end.item);
  if (end.kind !== 'section') return sorts.includes(end.kind);
  const whole = `section:${end.artifact.type}`;
  return sorts.includes(whole) || (end.section?.id !== undefined && sorts.includes(`${whole}/${end.section.id}`));
}

/**
 * What a text without ids of the product leads to, of the sorts that a link may have: versions, roles, gates, artifact
 * types and ids of other systems are recognised part by part.
 */
export function plainEnds(text: string, sorts: readonly string[], lifecycle: Lifecycle): readonly End[] {
  const wanted = recognisers.filter(({ kind }) => sorts.includes(kind));
  if (wanted.length === 0) return [];
  return text
    .split(/[,;\n]/)
    .map(part => part.trim().replace(/^[-*]\s+/, ''))
    .filter(part => part !== '')
    .flatMap(part => {
      for (const { kind, read } of wanted) {
        const known = read(part, lifecycle);
        if (known !== undefined) return [{ kind, text: known }];
      }
      return [];
    });
}

type Plain = Exclude<End['kind'], 'item' | 'section' | 'text'>;

const recognisers: readonly {
  readonly kind: Plain;
  read(text: string, lifecycle: Lifecycle): string | undefined;
}[] = [
  { kind: 'version', read: text => (parseVersion(text) ? text : undefined) },
  { kind: 'role', read: (text, lifecycle) => canonicalRole(lifecycle, text) },
  { kind: 'gate', read: (text, { gates }) => (Object.hasOwn(gates, text) ? text : undefined) },
  { kind: 'artifact', read: (text, { artifacts }) => (Object.hasOwn(artifacts, text) ? text : undefined) },
  { kind: 'external', read: (text, lifecycle) => (isExternalId(lifecycle)(text) ? text : undefined) },
];

const isExternalId = memoize((lifecycle: Lifecycle): ((text: string) => boolean) => {
  const patterns = lifecycle['external-ids'].map(compilePattern).filter(pattern => typeof pattern !== 'string');
  return text => patterns.some(pattern => pattern.matches(text));
});
