import type { Coverage } from '../lifecycle/schema/record.ts';
import type { Project } from './model.ts';
import { itemKey } from './traces/ends.ts';
import { tracesOf } from './traces/links.ts';
import type { End, Item } from './traces/model.ts';

/** The items to which an item has a link of the kind that a coverage rule asks for, in either direction. */
export function linkedItems(project: Project, id: string, { link }: Pick<Coverage, 'link'>): readonly Item[] {
  const { incoming, outgoing, items } = tracesOf(project);
  const wanted = [link ?? []].flat();
  const inverseOf = (type: string): string | undefined => project.lifecycle.links[type]?.inverse;
  const ends: readonly End[] = [
    ...(outgoing.get(itemKey(id)) ?? []).filter(({ type }) => wanted.includes(type)).map(({ to }) => to),
    ...(incoming.get(itemKey(id)) ?? [])
      .filter(({ type }) => wanted.includes(inverseOf(type) ?? ''))
      .map(({ from }) => from),
  ];
  return unique(ends.flatMap(end => (end.kind === 'item' ? (items.get(end.id) ?? []) : [])));
}

/** The items of some kinds that are linked with an item in any way. */
export function neighbours(project: Project, id: string, kinds: readonly string[]): readonly Item[] {
  const { incoming, outgoing, items } = tracesOf(project);
  const ends = [
    ...(outgoing.get(itemKey(id)) ?? []).map(({ to }) => to),
    ...(incoming.get(itemKey(id)) ?? []).map(({ from }) => from),
  ];
  const found = ends.flatMap(end => (end.kind === 'item' && end.id !== id ? (items.get(end.id) ?? []) : []));
  return unique(found).filter(({ kind, retired }) => kinds.includes(kind) && !retired);
}

const unique = (items: readonly Item[]): readonly Item[] => [...new Set(items)];
