import { holds } from './condition.ts';
import { applying, entryScope } from './fieldScope.ts';
import type { Project, RecordEntry, RecordFile } from './model.ts';
import { fieldOf } from './recordValue.ts';
import { isBlank } from './yamlValue.ts';

/**
 * Those of some fields that the definition asks of an entry and that are not filled in, in the order of the definition.
 * The lines of a changelog are asked for nothing: other fields belong in a record of their own.
 */
export function missingAmong(
  names: readonly string[],
  file: RecordFile,
  record: RecordEntry,
  project: Project,
): readonly string[] {
  if (file.form === 'changelog') return [];
  const scope = entryScope(file, record, project);
  return applying(scope).flatMap(([name, { required }]) =>
    names.includes(name) && isBlank(fieldOf(record, name)) && holds(required, scope.subject) ? [name] : [],
  );
}

/** The same for one field. */
export const isMissing = (name: string, file: RecordFile, record: RecordEntry, project: Project): boolean =>
  missingAmong([name], file, record, project).length > 0;

/** What the entries of a record lack. */
interface Lacks {
  /** Fields that entries lack because the table has no column for them. */
  readonly columns: readonly string[];
  readonly entries: readonly { readonly record: RecordEntry; readonly missing: readonly string[] }[];
}

/** Takes apart what each entry can say and what no row of the table can, so that the latter is said once. */
export function lacksOf(file: RecordFile, missingIn: (record: RecordEntry) => readonly string[]): Lacks {
  const { header } = file;
  const entries = file.entries.map(record => ({ record, missing: missingIn(record) }));
  const columns = header
    ? [...new Set(entries.flatMap(({ missing }) => missing))].filter(name => !header.fields.has(name))
    : [];
  return {
    columns,
    entries: entries.flatMap(({ record, missing }) => {
      const own = missing.filter(name => !columns.includes(name));
      return own.length > 0 ? [{ record, missing: own }] : [];
    }),
  };
}
