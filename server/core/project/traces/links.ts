import type { Lifecycle } from '../../lifecycle/schema/lifecycle.ts';
import type { YamlNode } from '../../parse/model.ts';
import { groupBy } from '../../text/groupBy.ts';
import { memoize } from '../../text/memo.ts';
import { within } from '../../text/sorted.ts';
import type { Span } from '../../text/span.ts';
import { foldName } from '../fieldName.ts';
import { mentionsIn } from '../items.ts';
import type { Artifact, ItemMention, Place, Project } from '../model.ts';
import { isBlank, textOf } from '../yamlValue.ts';
import { endKey, isSort, plainEnds } from './ends.ts';
import { itemsOfProject } from './items.ts';
import type { End, Item, Statement, TraceLink, Traces } from './model.ts';
import { rowLinks } from './rowLinks.ts';
import { sectionStatements } from './sectionStatements.ts';
import { linkNames } from './statements.ts';

/** The items of a product and how they are linked. Read once for each snapshot. */
export const tracesOf = memoize((project: Project): Traces => {
  const items = itemsOfProject(project);
  const links = [
    ...[...items.values()].flatMap(item => itemLinks(project, item)),
    ...project.artifacts.flatMap(artifact => artifactLinks(project, artifact, items)),
  ];
  return {
    items,
    links,
    outgoing: groupBy(links, ({ from }) => endKey(from)),
    incoming: groupBy(links, ({ to }) => endKey(to)),
  };
});

/** What an item says about others, in its row, its lines or its record entry. */
function itemLinks(project: Project, item: Item): readonly TraceLink[] {
  const holder: End = { kind: 'item', id: item.id, item: item.kind };
  return item.statements.flatMap(statement => linksSaid(project, holder, item.place.path, statement));
}

/** What the sections of a document say, and which items its rows are about. */
function artifactLinks(project: Project, artifact: Artifact, items: ReadonlyMap<string, Item>): readonly TraceLink[] {
  return [
    ...sectionStatements(project, artifact).flatMap(({ end, statement }) =>
      linksSaid(project, end, artifact.path, statement),
    ),
    ...rowLinks(project, artifact, items),
  ];
}

/**
 * The links that a statement makes for its holder. A word may serve several link types and either direction: which one is
 * meant follows from the kinds at both ends. Words without such an end are a link to them as they are.
 */
function linksSaid(project: Project, holder: End, path: string, { name, value }: Statement): readonly TraceLink[] {
  const types = linkNames(project.lifecycle).get(name);
  if (!types || isBlank(value)) return [];
  const named = mentionedEnds(project.lifecycle, project, path, value);
  const links = types.flatMap(type => {
    const definition = project.lifecycle.links[type];
    if (!definition) return [];
    const { from, to, inverse } = definition;
    const isInverse = inverse !== undefined && foldName(inverse) === name && foldName(type) !== name;
    const others = (sorts: readonly string[]): readonly Ended[] => [
      ...named.filter(({ end }) => isSort(end, sorts)),
      ...(named.length > 0
        ? []
        : plainEnds(wordsOf(value), sorts, project.lifecycle).map(end => ({ end, span: value.span }))),
    ];
    const forward = isSort(holder, from) && !isInverse ? others(to) : [];
    const backward = isSort(holder, to) && forward.length === 0 ? others(from) : [];
    return [
      ...forward.map(({ end, span }) => ({ type, from: holder, to: end, place: { path, span } })),
      ...backward.map(({ end, span }) => ({ type, from: end, to: holder, place: { path, span } })),
    ];
  });
  return links.length > 0
    ? links
    : looseLinks(project.lifecycle, types, holder, { path, span: value.span }, wordsOf(value));
}

interface Ended {
  readonly end: End;
  readonly span: Span;
}

function mentionedEnds(lifecycle: Lifecycle, project: Project, path: string, value: YamlNode): readonly Ended[] {
  const document = project.documents.get(path);
  if (!document) return [];
  return within(mentionsIn(lifecycle, document), value.span, ({ span }) => span).map(mention => ({
    end: itemEnd(mention),
    span: mention.span,
  }));
}

const itemEnd = ({ id, kind, revision }: ItemMention): End => ({ kind: 'item', id, item: kind, revision });

/**
 * Links to what is no item: ids of other systems are taken as they are, any other words as text. The holder stands where
 * one of the types begins, else where one ends.
 */
function looseLinks(
  lifecycle: Lifecycle,
  types: readonly string[],
  holder: End,
  place: Place,
  text: string,
): readonly TraceLink[] {
  const external = plainEnds(text, ['external'], lifecycle);
  const ends: readonly End[] = external.length > 0 ? external : [{ kind: 'text', text }];
  const begun = types.filter(type => isSort(holder, lifecycle.links[type]?.from ?? []));
  if (begun.length > 0) return begun.flatMap(type => ends.map(to => ({ type, from: holder, to, place })));
  return types
    .filter(type => isSort(holder, lifecycle.links[type]?.to ?? []))
    .flatMap(type => ends.map(from => ({ type, from, to: holder, place })));
}

function wordsOf(value: YamlNode): string {
  if (value.kind === 'scalar') return textOf(value) ?? '';
  if (value.kind === 'list') return value.items.map(wordsOf).join('\n');
  return value.entries.map(({ value: part }) => wordsOf(part)).join('\n');
}
