import type { Project } from '../project/model.ts';
import type { Item } from '../project/traces/model.ts';
import { aboutOf, isId, nearestItems } from '../project/traces/nearestItems.ts';
import type { TraceGap } from '../project/traces/traceGaps.ts';
import { inText, quoted } from '../project/wording.ts';
import type { Change, Fix } from '../rules/rule.ts';
import { declareItems, homeOf, newItemId } from './declareItem.ts';
import { sayLink } from './sayLink.ts';

/** A link type that closes a gap, and whether it goes out from the thing that lacks it. */
interface Way {
  readonly type: string;
  readonly isOutgoing: boolean;
}

/** How the links that a gap lacks are called and directed. */
export function waysOf({ coverage: { link } }: TraceGap, { lifecycle }: Project): readonly Way[] {
  return [link ?? []].flat().flatMap((name): readonly Way[] => {
    if (Object.hasOwn(lifecycle.links, name)) return [{ type: name, isOutgoing: true }];
    const inverse = Object.entries(lifecycle.links).find(([, other]) => other.inverse === name)?.[0];
    return inverse === undefined ? [] : [{ type: inverse, isOutgoing: false }];
  });
}

/** Links an item to those existing ones whose words are nearest to its own, three at most. */
export function linkFixes(project: Project, gap: TraceGap): readonly Fix[] {
  const { item } = gap.found;
  const [way] = waysOf(gap, project);
  if (!item || !way) return [];
  return nearestItems(project, kindsOf(gap, project), aboutOf(item, project)).flatMap((other): Fix[] => {
    const change = way.isOutgoing
      ? sayLink(project, item, way.type, other.id)
      : sayLink(project, other, way.type, item.id);
    if (!change) return [];
    return [{ title: `Link ${nameOf(other)}`, safe: false, changes: [change] }];
  });
}

/** Prepares a new item that closes the gap: a row, heading or entry with the next free id, linked, and otherwise empty. */
export function newItemFixes(project: Project, gap: TraceGap): readonly Fix[] {
  const { item } = gap.found;
  const [way] = waysOf(gap, project);
  const kind = kindsOf(gap, project).find(other => homeOf(project, other) !== undefined);
  if (!item || !way || kind === undefined) return [];
  const id = newItemId(project, kind);
  const links = way.isOutgoing ? [] : [{ type: way.type, other: item.id }];
  const declared = declareItems(project, [{ id, kind, links }]);
  const said = way.isOutgoing ? [sayLink(project, item, way.type, id)] : [];
  const changes = [declared, ...said];
  if (!changes.every(change => change !== undefined)) return [];
  const title = inText(project.lifecycle.items[kind]?.title ?? kind);
  return [{ title: `Add ${title} ${id} in ${homeOf(project, kind)}`, safe: false, changes: merged(changes) }];
}

/** Edits of one file as one change. */
export function merged(changes: readonly Change[]): readonly Change[] {
  const result: Change[] = [];
  for (const change of changes) {
    const index = result.findIndex(other => other.kind === 'edit' && other.path === change.path);
    const known = result[index];
    if (change.kind === 'edit' && known?.kind === 'edit')
      result[index] = { ...known, edits: [...known.edits, ...change.edits] };
    else result.push(change);
  }
  return result;
}

/** The kinds of item at the other end. */
const kindsOf = ({ coverage }: TraceGap, { lifecycle }: Project): readonly string[] =>
  coverage.to.filter(end => Object.hasOwn(lifecycle.items, end));

/** An item as the title of a fix names it. */
export const nameOf = ({ id, title }: Item): string =>
  title === undefined || isId(title) ? id : `${id} ${quoted(title)}`;
