import type { Condition } from '../../lifecycle/schema/condition.ts';
import type { Field } from '../../lifecycle/schema/field.ts';
import type { Lifecycle } from '../../lifecycle/schema/lifecycle.ts';
import type { MarkdownDocument, YamlNode } from '../../parse/model.ts';
import { groupBy } from '../../text/groupBy.ts';
import { memoize } from '../../text/memo.ts';
import { firstFrom } from '../../text/sorted.ts';
import type { Span } from '../../text/span.ts';
import { matches } from '../condition.ts';
import { foldName } from '../fieldName.ts';
import { artifactsAt } from '../lookup.ts';
import type { ItemMention, Project, RecordEntry } from '../model.ts';
import { isAside } from '../state.ts';
import { recordSubject, subjectOf } from '../subject.ts';
import { entry, textOf } from '../yamlValue.ts';
import { extentAt } from './extents.ts';
import type { Item, Statement } from './model.ts';
import { rowAt, saidIn, statementsIn } from './statements.ts';

/** Every declared item by its id, read where it was declared first. A record entry says more than a document. */
export const itemsOfProject = memoize((project: Project): ReadonlyMap<string, Item> => {
  const recordOf = recordLookup(project);
  const items = new Map<string, Item>();
  const byPath = groupBy(
    [...project.items.declared.values()].flatMap(([first]) => first ?? []),
    ({ path }) => path,
  );
  for (const [path, mentions] of byPath) {
    const read = markdownReader(project, path, mentions);
    for (const mention of mentions) {
      const record = recordOf(mention);
      items.set(mention.id, record ? recordItem(project, mention, record) : read(mention));
    }
  }
  return items;
});

interface KindedEntry {
  readonly kind: string;
  readonly entry: RecordEntry;
  /** Of its id. */
  readonly span: Span;
}

/** Finds the record entry whose id is declared by a mention. */
function recordLookup({ records }: Project): (mention: ItemMention) => KindedEntry | undefined {
  const byPath = groupBy(
    records.flatMap(({ kind, entries }) =>
      entries.flatMap(record => {
        const span = entry(record.map, 'id')?.span;
        return span ? [{ kind, entry: record, span }] : [];
      }),
    ),
    ({ entry: { path } }) => path,
  );
  return ({ path, span }) => {
    const known = byPath.get(path) ?? [];
    const candidate = known[firstFrom(known, span.start + 1, other => other.span) - 1];
    return candidate && span.start < candidate.span.end ? candidate : undefined;
  };
}

function recordItem(project: Project, mention: ItemMention, { kind, entry: record }: KindedEntry): Item {
  const { id, kind: itemKind, path, span } = mention;
  const get = (field: string): YamlNode | undefined => entry(record.map, field);
  const title = ['title', 'summary', 'name'].map(name => textOf(get(name))).find(text => text !== undefined);
  const base = {
    id,
    kind: itemKind,
    place: { path, span },
    span: record.span,
    title,
    record,
    get,
    statements: saidIn(record.map.entries),
  };
  const retired = project.lifecycle.items[itemKind]?.retired;
  return {
    ...base,
    artifact: artifactsAt(project, path)[0],
    revision: revisionOf(project.lifecycle, itemKind, get),
    retired: isSaid(retired) && matches(retired, recordSubject(record, kind, project)),
  };
}

/** Reads the items of one Markdown document; what is said inside an item of an item belongs to the inner one. */
function markdownReader(
  project: Project,
  path: string,
  mentions: readonly ItemMention[],
): (mention: ItemMention) => Item {
  const [artifact] = artifactsAt(project, path);
  const document = artifact?.document;
  if (!artifact || document?.kind !== 'markdown') return mention => bareItem(project, mention);
  const extents = mentions
    .map(mention => ({ mention, span: extentAt(document, artifact.sections, mention.span.start) }))
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const said = groupBy(statementsIn(document), ({ value }) => {
    let index = firstFrom(extents, value.span.start + 1, ({ span }) => span) - 1;
    while (index >= 0 && (extents[index]?.span.end ?? 0) <= value.span.start) index -= 1;
    return extents[index]?.mention;
  });
  const spans = new Map(extents.map(({ mention, span }) => [mention, span]));
  return mention => {
    const span = spans.get(mention) ?? mention.span;
    const isWhole = span.start === 0 && span.end === document.text.length;
    const row = rowAt(document, mention.span.start);
    const fields = isWhole ? artifact.fields.all.map(field => ({ ...field, key: field.name })) : [];
    const statements = [...saidIn(fields), ...(row?.statements ?? []), ...(said.get(mention) ?? [])];
    const values = namedValues(project.lifecycle.items[mention.kind]?.fields ?? {}, statements);
    const get = (field: string): YamlNode | undefined => values.get(field);
    return {
      id: mention.id,
      kind: mention.kind,
      place: { path, span: mention.span },
      span,
      title: titleIn(document, mention, row?.statements[1]),
      artifact,
      record: undefined,
      revision: revisionOf(project.lifecycle, mention.kind, get),
      retired: (isWhole && isAside(project.lifecycle, artifact.state.status)) || isRetired(project, mention.kind, get),
      statements,
      get,
    };
  };
}

const bareItem = (project: Project, { id, kind, path, span }: ItemMention): Item => ({
  id,
  kind,
  place: { path, span },
  span,
  title: undefined,
  artifact: artifactsAt(project, path)[0],
  record: undefined,
  revision: undefined,
  retired: false,
  statements: [],
  get: () => undefined,
});

/** Statements under the names of the fields that they fill; the first of several counts. */
function namedValues(
  fields: Readonly<Record<string, Field>>,
  statements: readonly Statement[],
): ReadonlyMap<string, YamlNode> {
  const values = new Map<string, YamlNode>();
  const names = namesOf(fields);
  for (const { name, value } of statements) {
    const field = names.get(name) ?? name;
    if (!values.has(field)) values.set(field, value);
  }
  return values;
}

const namesOf = memoize(
  (fields: Readonly<Record<string, Field>>): ReadonlyMap<string, string> =>
    new Map(
      Object.entries(fields).flatMap(([name, { aliases, title }]) =>
        [...aliases, ...(title === undefined ? [] : [title]), name].map(word => [foldName(word), name] as const),
      ),
    ),
);

function isRetired(project: Project, kind: string, get: Item['get']): boolean {
  const definition = project.lifecycle.items[kind];
  return (
    definition !== undefined &&
    isSaid(definition.retired) &&
    matches(definition.retired, subjectOf(project, definition.fields, get))
  );
}

/** Whether a condition says anything: one of which nothing is left would hold for all. */
const isSaid = (condition: Condition | undefined): condition is Condition =>
  condition !== undefined && Object.keys(condition).length > 0;

function revisionOf({ items }: Lifecycle, kind: string, get: Item['get']): number | undefined {
  const field = items[kind]?.revision;
  const revision = field === undefined ? Number.NaN : Number(textOf(get(field)));
  return Number.isInteger(revision) ? revision : undefined;
}

/** The words after the id in its heading or line; in a row, the next cell. */
function titleIn(
  document: MarkdownDocument,
  { span }: ItemMention,
  nextCell: Statement | undefined,
): string | undefined {
  if (nextCell) return textOf(nextCell.value);
  const end = document.text.indexOf('\n', span.end);
  const line = document.text.slice(span.end, Math.min(end < 0 ? document.text.length : end, span.end + 200));
  const words = line
    .replace(/^[\s\])*_:—–-]+/, '')
    .replace(/[*_\s]+$/, '')
    .trim();
  return words === '' ? undefined : words;
}
