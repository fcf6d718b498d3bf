import type { YamlNode } from '../parse/model.ts';
import { foldName } from '../project/fieldName.ts';
import type { Artifact, Project, RecordEntry, RecordFile } from '../project/model.ts';
import { sectionAt } from '../project/sections.ts';
import type { Item, Statement } from '../project/traces/model.ts';
import { linkNames, rowAt } from '../project/traces/statements.ts';
import { isBlank } from '../project/yamlValue.ts';
import type { Change } from '../rules/rule.ts';
import type { TextEdit } from '../text/edits.ts';
import { memoize } from '../text/memo.ts';
import { within } from '../text/sorted.ts';
import { at, contains } from '../text/span.ts';
import { appendToSection } from './appendToSection.ts';
import { addEntryFields } from './entryField.ts';
import { newlineOf } from './newline.ts';

/**
 * Lets an item say that it is linked to another one: in the cell, line or field where it says such links, or in a new line
 * or field. Undefined where that has no place, such as a table without the column.
 */
export function sayLink(project: Project, holder: Item, type: string, other: string): Change | undefined {
  const { path } = holder.place;
  const document = project.documents.get(path);
  if (!document) return undefined;
  const statement = holder.statements.find(({ name }) => linkNames(project.lifecycle).get(name)?.includes(type));
  if (statement) {
    const isYaml = document.kind === 'yaml' || isInFrontMatter(document, statement);
    const edit = isYaml ? addToYaml(document.text, statement, other) : addToText(document.text, statement, other);
    return edit && { kind: 'edit', path, edits: [edit] };
  }
  const name = linkWord(project, holder, type);
  if (holder.record) return addToRecord(project, holder.record, name, other);
  return holder.artifact && addLine(holder, holder.artifact, name, other);
}

/** The word under which an item says links of a type: a field of its kind, else the name of the link from its side. */
function linkWord(project: Project, { kind, record }: Item, type: string): string {
  const { lifecycle } = project;
  const holder = record && fileOf(project).get(record);
  const fields = holder ? lifecycle.records[holder.kind]?.fields : lifecycle.items[kind]?.fields;
  const field = Object.keys(fields ?? {}).find(name => linkNames(lifecycle).get(foldName(name))?.includes(type));
  const link = lifecycle.links[type];
  return field ?? (link?.from.includes(kind) ? type : (link?.inverse ?? type));
}

const isInFrontMatter = (
  document: Extract<Artifact['document'], { kind: 'markdown' }>,
  { value }: Statement,
): boolean => document.frontMatter !== undefined && contains(document.frontMatter.span, value.span);

function addToText(text: string, { value }: Statement, other: string): TextEdit {
  if (!isBlank(value)) return { span: at(value.span.end), text: `, ${other}` };
  const { start } = value.span;
  return { span: at(start), text: /\s/.test(text[start - 1] ?? ' ') ? other : ` ${other}` };
}

/** Appends an id to a YAML value: to a list, to a single value that becomes one, or where nothing stands yet. */
export function addToYaml(
  text: string,
  { keySpan, value }: Pick<Statement, 'keySpan' | 'value'>,
  other: string,
): TextEdit | undefined {
  if (isBlank(value) && value.kind === 'scalar') return { span: at(keySpan.end + 1), text: ` ${other}` };
  if (value.kind === 'scalar')
    return { span: value.span, text: `[${text.slice(value.span.start, value.span.end)}, ${other}]` };
  if (value.kind === 'map') return undefined;
  return text[value.span.start] === '[' ? addToFlow(text, value, other) : addToBlock(text, value, other);
}

function addToFlow(text: string, { span, items }: Extract<YamlNode, { kind: 'list' }>, other: string): TextEdit {
  const body = text.slice(span.start, span.end).replace(/[\s,]*\]\s*$/, '');
  return { span: at(span.start + body.length), text: items.length > 0 ? `, ${other}` : other };
}

function addToBlock(text: string, { items }: Extract<YamlNode, { kind: 'list' }>, other: string): TextEdit | undefined {
  const last = items.at(-1);
  if (!last) return undefined;
  const lead = text.slice(text.lastIndexOf('\n', last.span.start - 1) + 1, last.span.start);
  if (!/^[ \t]*-[ \t]+$/.test(lead)) return undefined;
  const end = last.span.start + text.slice(last.span.start, last.span.end).trimEnd().length;
  return { span: at(end), text: `${newlineOf(text)}${lead}${other}` };
}

function addToRecord(project: Project, record: RecordEntry, name: string, other: string): Change | undefined {
  const file = fileOf(project).get(record);
  return file && addEntryFields(file, record, [[name, `[${other}]`]]);
}

const fileOf = memoize(
  ({ records }: Project): ReadonlyMap<RecordEntry, RecordFile> =>
    new Map(records.flatMap(file => file.entries.map(record => [record, file] as const))),
);

/** Lets an item of a document say something in a line of its own, in the style of the lines that the item has already. */
export function addLine(
  holder: Item,
  { document, sections, path }: Artifact,
  name: string,
  other: string,
): Change | undefined {
  if (document.kind !== 'markdown' || rowAt(document, holder.place.span.start)) return undefined;
  const { text } = document;
  const line = holder.statements.findLast(
    ({ keySpan, value }) => keySpan.end < value.span.start + 1 && !isInFrontMatter(document, { keySpan, value, name }),
  );
  if (line && text.slice(line.keySpan.end, line.value.span.start).includes(':')) {
    const start = text.lastIndexOf('\n', line.keySpan.start - 1) + 1;
    const lead = text.slice(start, line.keySpan.start);
    const joint = text.slice(line.keySpan.end, line.value.span.start);
    const end = lineEnd(text, line.value.span.end);
    const added = `${newlineOf(text)}${lead}${name}${joint.trimEnd() === joint ? `${joint} ` : joint}${other}`;
    return { kind: 'edit', path, edits: [{ span: at(end), text: added }] };
  }
  const item = within(document.listItems, holder.span, ({ span }) => span)[0];
  const section = sectionAt(sections, holder.place.span.start);
  if (section && section.span.start === holder.span.start)
    return appendToSection(document, section, `- ${name}: ${other}`, []);
  if (item?.span.start !== holder.span.start) return undefined;
  const indent = item.span.start - (text.lastIndexOf('\n', item.span.start - 1) + 1) + 2;
  const added = `${newlineOf(text)}${' '.repeat(indent)}- ${name}: ${other}`;
  return { kind: 'edit', path, edits: [{ span: at(item.textSpan.end), text: added }] };
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end < 0) return text.length;
  return text[end - 1] === '\r' ? end - 1 : end;
}
