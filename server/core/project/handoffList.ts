import type { Link } from '../parse/model.ts';
import { memoize, memoizePair } from '../text/memo.ts';
import { within } from '../text/sorted.ts';
import { foldName } from './fieldName.ts';
import { columnsOf } from './form.ts';
import { normaliseHeading } from './headings.ts';
import { type LinkTarget, resolveLink } from './links.ts';
import type { Artifact, Project, Section } from './model.ts';
import { sectionOf } from './sections.ts';
import type { Statement } from './traces/model.ts';
import { type SectionEntry, sectionEntries } from './traces/sectionEntries.ts';
import { textOf } from './yamlValue.ts';

/** A row of the list of what is handed over. */
export interface HandoffRow {
  readonly entry: SectionEntry;
  /** Its name without markup, folded like a heading. */
  readonly name: string;
  readonly targets: readonly LinkTarget[];
  readonly version: Statement | undefined;
  /** The columns for people in which nobody stands. */
  readonly nobodyIn: readonly string[];
}

/** The list of what is handed over: the first section of the document that is asked for as a table. */
export interface HandoffList {
  readonly section: Section;
  readonly rows: readonly HandoffRow[];
  /** The columns of the definition: for the name, the link, the version. */
  readonly columns: {
    readonly name: string | undefined;
    readonly link: string | undefined;
    readonly version: string | undefined;
  };
}

/** Reads the list of what is handed over; undefined when its section is missing. */
export const handoffList = memoizePair((artifact: Artifact, project: Project): HandoffList | undefined => {
  const { document, definition, sections, path } = artifact;
  const wanted = Object.entries(definition.sections).find(([, { form }]) => form === 'table');
  const section = wanted && sectionOf(sections, wanted[0]);
  if (!wanted || !section || document.kind !== 'markdown') return undefined;
  const [id, type] = wanted;
  const people = Object.entries(type.cells).flatMap(([name, cell]) =>
    [cell.type].flat().includes('person') ? [name] : [],
  );
  const version = columnsOf(type).find(name => isVersion(name, project));
  const rows = sectionEntries(project, artifact, id).map((entry): HandoffRow => {
    const links = within(document.links, entry.span, ({ span }) => span);
    const at = (name: string): Statement | undefined =>
      entry.statements.find(statement => statement.name === foldName(name));
    return {
      entry,
      name: normaliseHeading(document.text.slice(entry.nameSpan.start, entry.nameSpan.end)),
      targets: links.flatMap((link: Link) => resolveLink(path, link.target) ?? []),
      version: entry.statements.find(({ name }) => isVersion(name, project)),
      nobodyIn: people.filter(name => at(name) !== undefined && textOf(at(name)?.value) === undefined),
    };
  });
  const [name, ...others] = columnsOf(type);
  const link = others.find(column => column !== version && !people.includes(column));
  return { section, rows, columns: { name, link, version } };
});

/** Whether a column is for the version, under any name of that field. */
function isVersion(column: string, { lifecycle }: Project): boolean {
  const names = ['version', ...(lifecycle.fields.version?.aliases ?? [])];
  return names.some(name => foldName(name) === foldName(column));
}

/** The row about a document: the one that links to all of it, to a part of it, or that is called like it. */
export function rowAbout(list: HandoffList, { path }: Artifact, names: readonly string[]): HandoffRow | undefined {
  const { whole, linked, named } = indexOf(list);
  return whole.get(path) ?? linked.get(path) ?? names.flatMap(name => named.get(normaliseHeading(name)) ?? [])[0];
}

/** The first row for each path that is linked, and for each name. */
const indexOf = memoize(({ rows }: HandoffList) => {
  const whole = new Map<string, HandoffRow>();
  const linked = new Map<string, HandoffRow>();
  const named = new Map<string, HandoffRow>();
  const note = (rowsByWord: Map<string, HandoffRow>, word: string, row: HandoffRow): void => {
    if (!rowsByWord.has(word)) rowsByWord.set(word, row);
  };
  for (const row of rows) {
    note(named, row.name, row);
    for (const { path, fragment } of row.targets)
      if (path !== undefined) note(fragment === undefined ? whole : linked, path, row);
  }
  return { whole, linked, named };
});
