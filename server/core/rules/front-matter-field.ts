import { addEntryFields } from '../fixes/entryField.ts';
import { addField } from '../fixes/frontMatter.ts';
import { orderFields } from '../fixes/orderFields.ts';
import type { Field } from '../lifecycle/schema/field.ts';
import { holds, type Subject } from '../project/condition.ts';
import { failedChecks } from '../project/fieldChecks.ts';
import { misplacedField } from '../project/fieldOrder.ts';
import { fieldDocument, fieldsPlace } from '../project/fieldPlace.ts';
import { applying, documentScope, entryScope, type FieldScope } from '../project/fieldScope.ts';
import { hasOwnTypeField } from '../project/fields.ts';
import { type ValueProblem, valueProblems } from '../project/fieldValue.ts';
import type { Artifact, FieldValue, Project, RecordEntry, RecordFile } from '../project/model.ts';
import { placeholdersIn } from '../project/placeholders.ts';
import { missingFields, wrongValues as wrongEntryValues } from '../project/recordFields.ts';
import { entryName, fieldOf, phaseOf, placeOf } from '../project/recordValue.ts';
import { isInUse } from '../project/severity.ts';
import { listed } from '../project/wording.ts';
import { isBlank } from '../project/yamlValue.ts';
import { defineRule, type Report } from './rule.ts';

/** Fields that a rule of their own judges, so that nothing is said twice. */
const askedElsewhere = new Set(['approvals', 'not_applicable']);
const readElsewhere = new Set(['not_applicable']);

export default defineRule({
  id: 'front-matter-field',
  scope: 'artifact',
  severity: 'warning',
  title: 'A document says where it stands and who keeps it true.',
  why: 'Status, owner and version are what gates and readers look at first. A value of the wrong kind counts as none. What a lifecycle asks of several fields together, of their order and of references to other documents is told here too.',
  examples: {
    bad: { 'docs/development/ux-design.md': '---\ntype: ux-design\nstatus: Done\n---\n\n# User experience\n' },
    good: {
      'docs/development/ux-design.md':
        '---\ntype: ux-design\nstatus: draft\nowner: designer\n---\n\n# User experience\n',
    },
  },

  *check(artifact, project) {
    const { definition, fields } = artifact;
    if (definition['status-default'] !== undefined && fields.source === 'none') return;
    const scope = documentScope(artifact, project);
    const isUsed = isInUse(artifact, project);
    const faulty = new Set<string>();
    for (const [name, field] of applying(scope)) {
      if (name === 'type' && !hasOwnTypeField(definition)) continue;
      const value = fields.get(name);
      const isGiven = value && !isBlank(value.value);
      const problems = isGiven && !readElsewhere.has(name) && isUsed ? wrongValues(artifact, scope, field, value) : [];
      if (problems.length > 0) faulty.add(name);
      yield* problems;
      if (!isGiven && !askedElsewhere.has(name) && isAsked(artifact, project, name, field, scope.subject))
        yield missingField(artifact, name, field, value);
    }
    if (!isUsed) return;
    yield* failed(artifact, scope, faulty);
    yield* disorder(artifact, project);
  },

  *checkRecord(file, project) {
    const lacking = file.entries.map(record => missingFields(file, record, project));
    const columns = missingColumns(file, lacking);
    if (columns.length > 0) yield columnsReport(file, columns);
    for (const [index, record] of file.entries.entries()) {
      const missing = (lacking[index] ?? []).filter(name => !columns.includes(name));
      if (missing.length > 0) yield missingInEntry(file, record, missing, project);
      const wrong = wrongEntryValues(file, record, project);
      const phase = phaseOf(record, file.kind, project);
      yield* wrong.map(problem => ({ ...reportOf(file.path, problem.field, problem), phase }));
      const faulty = new Set(wrong.map(({ field }) => field));
      for (const check of failedChecks(entryScope(file, record, project), faulty))
        yield {
          ...placeOf(record, check.field),
          subject: check.field,
          phase,
          message: check.message,
          severity: check.severity,
        };
    }
  },
});

/** In a table, what no row can say is said once. */
const missingColumns = ({ header }: RecordFile, lacking: readonly (readonly string[])[]): readonly string[] =>
  header ? [...new Set(lacking.flat())].filter(name => !header.fields.has(name)) : [];

const columnsReport = ({ path, header }: RecordFile, columns: readonly string[]): Report => ({
  path,
  span: header?.span ?? { start: 0, end: 0 },
  subject: columns.join(', '),
  message: `This table has no column for ${quotedList(columns)}. Gates and reports read the rows by their columns.`,
});

const quotedList = (names: readonly string[]): string => listed(names.map(name => `“${name}”`));

function missingInEntry(file: RecordFile, record: RecordEntry, missing: readonly string[], project: Project): Report {
  const kind = project.lifecycle.records[file.kind];
  const absent = missing.filter(name => fieldOf(record, name) === undefined);
  const say = missing.length === 1 ? kind?.fields[missing[0] ?? '']?.say : undefined;
  const change = addEntryFields(
    file,
    record,
    absent.map(name => [name, '']),
  );
  return {
    ...placeOf(record, absent.length === 0 ? missing[0] : undefined),
    subject: missing.join(', '),
    phase: phaseOf(record, file.kind, project),
    message: `${entryName(record, kind)} has no ${quotedList(missing)}. ${say ?? 'Gates and reports look for it.'}`,
    fixes: change ? [{ title: `Add ${quotedList(absent)}`, safe: false, changes: [change] }] : [],
  };
}

/** Documents out of use are asked only for what their status demands, and unreadable metadata for nothing. */
function isAsked(
  artifact: Artifact,
  project: Project,
  name: string,
  { required, when }: Field,
  subject: Subject,
): boolean {
  if (artifact.state.waived || hasUnreadableFields(artifact) || !holds(required, subject)) return false;
  // The path says it already, such as the version of a test report.
  if (Object.hasOwn(artifact.captures, name)) return false;
  return (
    isInUse(artifact, project) ||
    [required, when].some(says => typeof says === 'object' && Object.hasOwn(says, 'status'))
  );
}

/** What cannot be read may be there: another rule says that it cannot be read. */
const hasUnreadableFields = (artifact: Artifact): boolean =>
  isWithoutSidecar(artifact) || fieldDocument(artifact).problems.some(({ code }) => code !== 'not-utf8');

/** The whole file is missing, which another rule reports. */
const isWithoutSidecar = ({ sidecar }: Artifact): boolean => sidecar !== undefined && sidecar.document === undefined;

function missingField(artifact: Artifact, name: string, field: Field, empty: FieldValue | undefined): Report {
  const { definition } = artifact;
  return {
    ...(empty ? { path: fieldDocument(artifact).path, span: empty.keySpan } : fieldsPlace(artifact)),
    subject: name,
    gate: definition['required-by'],
    message: `The field “${name}” is ${empty ? 'empty' : 'missing'}. ${field.say ?? 'Readers and gates look for it.'}`,
    fixes: empty ? [] : [{ title: `Add “${name}”`, safe: false, changes: [addField(artifact, name, '')] }],
  };
}

function wrongValues(
  artifact: Artifact,
  scope: FieldScope,
  field: Field,
  { name, value }: FieldValue,
): readonly Report[] {
  const placeholders = placeholdersIn(fieldDocument(artifact), artifact.definition);
  // Template text is reported as such.
  const isTemplate = ({ span }: ValueProblem): boolean =>
    placeholders.some(other => span.start <= other.span.start && other.span.end <= span.end);
  return valueProblems(name, field, value, scope).flatMap(problem =>
    isTemplate(problem) ? [] : [{ ...reportOf(scope.path, name, problem), gate: artifact.definition['required-by'] }],
  );
}

function* failed(artifact: Artifact, scope: FieldScope, faulty: ReadonlySet<string>): Generator<Report> {
  for (const { field, message, severity } of failedChecks(scope, faulty)) {
    const value = artifact.fields.get(field);
    const place = value
      ? { path: scope.path, span: isBlank(value.value) ? value.keySpan : value.value.span }
      : fieldsPlace(artifact);
    yield { ...place, subject: field, gate: artifact.definition['required-by'], message, severity };
  }
}

/** Reported once a document: one field in the wrong place makes others look misplaced too. */
function* disorder(artifact: Artifact, project: Project): Generator<Report> {
  const misplaced = misplacedField(artifact, project);
  if (!misplaced) return;
  const { field, before } = misplaced;
  const change = orderFields(artifact, project);
  yield {
    path: fieldDocument(artifact).path,
    span: field.keySpan,
    subject: field.name,
    gate: artifact.definition['required-by'],
    message: `The fields are out of order: “${field.written}” belongs before “${before.written}”.`,
    fixes: change ? [{ title: 'Put the fields in order', safe: false, changes: [change] }] : [],
  };
}

const reportOf = (path: string, subject: string, { span, message, fix, related = [] }: ValueProblem): Report => ({
  path,
  span,
  subject,
  message,
  related,
  fixes: fix ? [{ title: fix.title, safe: fix.isSafe, changes: [{ kind: 'edit', path, edits: fix.edits }] }] : [],
});
