import type { Field } from '../lifecycle/schema/field.ts';
import type { MarkdownDocument } from '../parse/model.ts';
import { foldName } from '../project/fieldName.ts';
import type { Artifact, Project, Section } from '../project/model.ts';
import { nextFree, stemOf } from '../project/nextFree.ts';
import { sectionAt } from '../project/sections.ts';
import { isInUse } from '../project/severity.ts';
import { declarers } from '../project/traces/answers.ts';
import { tracesOf } from '../project/traces/links.ts';
import type { Item } from '../project/traces/model.ts';
import { linkNames, rowAt } from '../project/traces/statements.ts';
import type { Change } from '../rules/rule.ts';
import { groupBy } from '../text/groupBy.ts';
import { memoize } from '../text/memo.ts';
import { at, type Span } from '../text/span.ts';
import { addRows, columnsIn, type NewRow } from './addRow.ts';
import { appendEntry } from './appendEntry.ts';
import { appendToSection } from './appendToSection.ts';
import { newlineOf } from './newline.ts';
import { yamlText } from './yamlText.ts';

/** An item to be declared. */
export interface NewItem {
  readonly id: string;
  readonly kind: string;
  /** Its name, when it is known; else the cursor waits there. */
  readonly title?: string;
  /** Links that it says: their type, and the id at the other end. */
  readonly links?: readonly { readonly type: string; readonly other: string }[];
  /** Values for fields of its record, as far as the record knows them. */
  readonly given?: Readonly<Record<string, string>>;
}

/**
 * Declares items where the others of their kind stand: as rows of their table, under headings, in their list or record.
 * What a person has to say is left empty, with the cursor there. Undefined when there is no such place.
 */
export function declareItems(project: Project, items: readonly NewItem[]): Change | undefined {
  const [first] = items;
  const home = first && homesOf(project).get(first.kind);
  if (!first || !home) return undefined;
  if (home.form === 'record') return items.length === 1 ? inRecord(project, home.kind, first) : undefined;
  const { artifact, section, last } = home;
  const { document } = artifact;
  if (document.kind !== 'markdown') return undefined;
  if (home.form === 'row')
    return addRows(
      artifact,
      section,
      items.map(item => rowOf(project, artifact, section, item)),
    );
  if (items.length > 1) return undefined;
  return home.form === 'heading'
    ? underHeading(document, section, last, first)
    : inList(document, section, last, first);
}

/** Where items of a kind are declared: the path of a file; undefined when there is no place for them yet. */
export const homeOf = (project: Project, kind: string): string | undefined => {
  const home = homesOf(project).get(kind);
  return home?.form === 'record' ? home.path : home?.artifact.path;
};

/** The id for a new item of a kind, in the style of the last one; `ahead` gives later ones. */
export function newItemId(project: Project, kind: string, ahead = 0): string {
  const home = homesOf(project).get(kind);
  const last = home && home.form !== 'record' ? home.last : undefined;
  if (!last) return nextFree(project, `${project.lifecycle.items[kind]?.prefix ?? kind}-`, 1, ahead);
  const { path, span } = last.place;
  const written = project.documents.get(path)?.text.slice(span.start, span.end) ?? '';
  return nextFree(project, stemOf(last.id), /(?<!\d)0\d+$/.exec(written)?.[0].length ?? 1, ahead);
}

type Home =
  | { readonly form: 'record'; readonly kind: string; readonly path: string }
  | {
      readonly form: 'row' | 'heading' | 'list';
      readonly artifact: Artifact;
      readonly section: Section;
      /** The item after which the new one stands; undefined for the first of its kind. */
      readonly last: Item | undefined;
    };

const homesOf = memoize((project: Project): ReadonlyMap<string, Home> => {
  const byKind = groupBy(tracesOf(project).items.values(), ({ kind }) => kind);
  const homes = new Map<string, Home>();
  for (const kind of Object.keys(project.lifecycle.items)) {
    const home = recordHome(project, kind) ?? documentHome(project, kind, byKind.get(kind) ?? []);
    if (home) homes.set(kind, home);
  }
  return homes;
});

function recordHome({ lifecycle, records }: Project, kind: string): Home | undefined {
  const file = records.find(
    ({ kind: other, form }) => form !== 'changelog' && lifecycle.records[other]?.declares.includes(kind),
  );
  return file && { form: 'record', kind: file.kind, path: file.path };
}

/** The document that declares most of a kind, and there the last one. */
function documentHome(project: Project, kind: string, items: readonly Item[]): Home | undefined {
  const types = new Set(declarers(project.lifecycle).get(kind)?.types ?? []);
  const artifacts = project.artifacts.filter(
    artifact => types.has(artifact.type) && isInUse(artifact, project) && artifact.document.kind === 'markdown',
  );
  const known = groupBy(items, ({ place }) => place.path);
  const countIn = ({ path }: Artifact): number => known.get(path)?.length ?? 0;
  const [artifact] = [...artifacts].sort((a, b) => countIn(b) - countIn(a));
  if (artifact?.document.kind !== 'markdown') return undefined;
  const last = known.get(artifact.path)?.at(-1);
  if (last) return homeBeside(artifact, artifact.document, last);
  const section = artifact.sections.find(({ definition }) => definition?.declares.includes(kind));
  if (!section?.definition) return undefined;
  const { form } = section.definition;
  const written = form === 'table' ? 'row' : form === 'list' ? 'list' : 'heading';
  return { form: written, artifact, section, last: undefined };
}

function homeBeside(artifact: Artifact, document: MarkdownDocument, last: Item): Home | undefined {
  const { start } = last.place.span;
  const section = sectionAt(artifact.sections, start);
  if (!section) return undefined;
  if (rowAt(document, start)) return { form: 'row', artifact, section, last };
  const isHeading = start < section.heading.span.end;
  return { form: isHeading ? 'heading' : 'list', artifact, section, last };
}

function inRecord(project: Project, kind: string, { id, title, links = [], given }: NewItem): Change | undefined {
  const fields = project.lifecycle.records[kind]?.fields ?? {};
  const names = linkNames(project.lifecycle);
  const known: Record<string, string> = { id, ...(title !== undefined && { title: yamlText(title) }) };
  for (const [name, value] of Object.entries(given ?? {}))
    if (takes(fields[name], value)) known[name] = yamlText(value);
  for (const { type, other } of links) {
    const field = Object.keys(fields).find(name => names.get(foldName(name))?.includes(type)) ?? type;
    known[field] = `[${other}]`;
  }
  const blank = Object.entries(fields).flatMap(([name, { required }]) =>
    required === true && !Object.hasOwn(known, name) ? [name] : [],
  );
  return appendEntry(project, kind, known, blank);
}

const takes = (field: Field | undefined, value: string): boolean =>
  field !== undefined && (field.values?.map(String).includes(value) ?? true);

/** The cells of a row: the id in the first column, links under the words for them. */
function rowOf(project: Project, artifact: Artifact, section: Section, { id, links = [] }: NewItem): NewRow {
  const columns = columnsIn(artifact, section);
  const names = linkNames(project.lifecycle);
  const row: Record<string, string> = { [columns[0] ?? 'Id']: id };
  for (const { type, other } of links) {
    const column = columns.slice(1).find(name => names.get(foldName(name))?.includes(type)) ?? type;
    row[column] = row[column] === undefined ? other : `${row[column]}, ${other}`;
  }
  return row;
}

function underHeading(
  document: MarkdownDocument,
  section: Section,
  last: Item | undefined,
  { id, title = '', links = [] }: NewItem,
): Change | undefined {
  const { text, path } = document;
  const depth = last ? section.heading.depth : Math.min(6, section.heading.depth + 1);
  const opening = `${'#'.repeat(depth)} ${id}${last ? jointAfter(text, last.place.span) : ': '}${title}`;
  const said = links.map(({ type, other }) => `- ${type}: ${other}`);
  const body = [opening, ...(said.length > 0 ? ['', ...said] : [])].join('\n');
  const stop = title === '' ? [opening.length] : [];
  if (!last) return appendToSection(document, section, body, stop);
  const end = section.span.start + text.slice(section.span.start, section.span.end).trimEnd().length;
  const newline = newlineOf(text);
  const isFollowed = text.slice(end, section.span.end).length > 0;
  const inserted = `\n\n${body}${isFollowed ? '' : '\n'}`.replaceAll('\n', newline);
  return {
    kind: 'edit',
    path,
    edits: [{ span: at(end), text: inserted, stops: stop.map(offset => at(offset + 2 * newline.length)) }],
  };
}

function inList(
  document: MarkdownDocument,
  section: Section,
  last: Item | undefined,
  { id, title = '', links = [] }: NewItem,
): Change | undefined {
  const { text, path } = document;
  if (!last) {
    const line = `- **${id}**: ${title}`;
    const said = links.map(({ type, other }) => `\n  - ${type}: ${other}`).join('');
    return appendToSection(document, section, `${line}${said}`, title === '' ? [line.length] : []);
  }
  const newline = newlineOf(text);
  const start = text.lastIndexOf('\n', last.place.span.start - 1) + 1;
  const lead = text.slice(start, last.place.span.start).replace(/\[[xX]\]/, '[ ]');
  const line = `${newline}${lead}${id}${jointAfter(text, last.place.span)}${title}`;
  const indent = ' '.repeat(/^\s*/.exec(lead)?.[0].length ?? 0);
  const said = links.map(({ type, other }) => `${newline}${indent}  - ${type}: ${other}`).join('');
  const end = last.span.start + text.slice(last.span.start, last.span.end).trimEnd().length;
  const stops = title === '' ? [at(line.length)] : [];
  return { kind: 'edit', path, edits: [{ span: at(end), text: line + said, stops }] };
}

/** What stands between an id and the words that follow it: `: `, `** — `. */
function jointAfter(text: string, id: Span): string {
  const joint = /^[\s\])*_:—–-]*/.exec(text.slice(id.end, id.end + 12))?.[0] ?? '';
  return /[\r\n]/.test(joint) || joint === '' ? ': ' : joint;
}
