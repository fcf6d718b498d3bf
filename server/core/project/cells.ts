import type { SectionType } from '../lifecycle/schema/section.ts';
import type { Cell, MarkdownDocument, Table, YamlNode } from '../parse/model.ts';
import { within } from '../text/sorted.ts';
import { applies, holds, type Subject } from './condition.ts';
import type { FieldScope } from './fieldScope.ts';
import { documentScope } from './fieldScope.ts';
import { type ValueProblem, valueProblems } from './fieldValue.ts';
import { columnsOf, missingColumns } from './form.ts';
import { normaliseHeading } from './headings.ts';
import type { Artifact, Project, Section } from './model.ts';
import { cellValue } from './recordCell.ts';
import { subjectOf } from './subject.ts';
import { quoted } from './wording.ts';
import { isBlank, textOf } from './yamlValue.ts';

/** What is wrong in the cells of a section's tables, in text order. Tables that lack columns beside one that does not are its author's own. */
export function cellProblems(
  artifact: Artifact,
  project: Project,
  section: Section,
  type: SectionType,
): readonly ValueProblem[] {
  const { document } = artifact;
  if (document.kind !== 'markdown' || Object.keys(type.cells).length === 0) return [];
  const tables = within(document.tables, section.bodySpan, ({ span }) => span);
  const lacking = tables.map(table => missingColumns(table, columnsOf(type)).length);
  const least = Math.min(...lacking);
  return tables
    .filter((_, index) => lacking[index] === least)
    .flatMap(table => tableProblems(artifact, project, document, table, type));
}

/** The column of each field by its index; fields without a column are left out. */
function columnsIn({ header }: Table, { cells }: SectionType): ReadonlyMap<string, number> {
  const indexes = new Map<string, number>();
  for (const [index, { text }] of header.entries())
    if (!indexes.has(normaliseHeading(text))) indexes.set(normaliseHeading(text), index);
  return new Map(
    Object.keys(cells).flatMap(name => {
      const index = indexes.get(normaliseHeading(name));
      return index === undefined ? [] : [[name, index] as const];
    }),
  );
}

function tableProblems(
  artifact: Artifact,
  project: Project,
  document: MarkdownDocument,
  table: Table,
  type: SectionType,
): readonly ValueProblem[] {
  const columns = columnsIn(table, type);
  const seen = new Map<string, Set<string>>();
  const whole = documentScope(artifact, project);
  return table.rows.flatMap(row => {
    const scope = rowScope(whole, document, table, row, columns, type);
    return [...columns].flatMap(([name, index]) => {
      const [field, cell, value] = [type.cells[name], row[index], scope.read(name)];
      if (!field || !applies(field, scope.subject)) return [];
      if (!cell || isBlank(value)) {
        if (!holds(field.required, scope.subject)) return [];
        return [{ span: cell?.span ?? row.at(-1)?.span ?? table.span, message: emptyCell(name, row, field.say) }];
      }
      const problems = value ? valueProblems(name, field, value, scope) : [];
      return field.unique === undefined ? problems : [...problems, ...repeated(name, cell, value, seen)];
    });
  });
}

function emptyCell(name: string, row: readonly Cell[], say: string | undefined): string {
  const first = row.find(({ text }) => text !== '')?.text;
  const where = first === undefined ? 'of this row' : `of the row ${quoted(first)}`;
  return `The cell “${name}” ${where} is empty. ${say ?? 'Fill it in.'}`;
}

/** Says so when a value stands in its column already. */
function repeated(
  name: string,
  { span }: Cell,
  value: YamlNode | undefined,
  seen: Map<string, Set<string>>,
): readonly ValueProblem[] {
  const text = textOf(value);
  if (text === undefined) return [];
  const values = seen.get(name) ?? new Set();
  seen.set(name, values);
  if (!values.has(text)) {
    values.add(text);
    return [];
  }
  return [{ span, message: `${quoted(text)} stands in the column “${name}” twice. Give each row its own.` }];
}

/** A row as what holds fields: its conditions see the cells, and behind them the fields of the document. */
function rowScope(
  whole: FieldScope,
  document: MarkdownDocument,
  table: Table,
  row: readonly Cell[],
  columns: ReadonlyMap<string, number>,
  { cells }: SectionType,
): FieldScope {
  const values = new Map<string, YamlNode>();
  for (const [name, index] of columns) {
    const [field, cell] = [cells[name], row[index]];
    const keySpan = table.header[index]?.span;
    if (field && cell && keySpan) values.set(name, cellValue(cell, { document, field, keySpan, isId: () => false }));
  }
  const { project, subject: outer } = whole;
  const subject: Subject = subjectOf(project, cells, name => values.get(name) ?? outer.get(name));
  return {
    ...whole,
    path: document.path,
    text: document.text,
    subject,
    fields: cells,
    checks: {},
    read: name => values.get(name),
  };
}
