import type { Document } from '../parse/model.ts';
import { memoize } from '../text/memo.ts';
import { foldName } from './fieldName.ts';
import { isPhaseComplete } from './gates.ts';
import type { Project, RecordFile } from './model.ts';
import { fieldOf } from './recordValue.ts';
import { itemsOf, textOf } from './yamlValue.ts';

/** A value that a record should have an entry of, such as a category of risk in a phase. */
export interface Expected {
  readonly field: string;
  readonly value: string;
  /** The field by which it is expected, mostly `phase`, and the value there. */
  readonly by: string;
  readonly group: string;
}

/**
 * The values that the `expect` of a record kind names and that no entry of the kind has. They are listed for the first
 * file or table of a kind, once somebody wrote an entry there, and never for a phase that is complete.
 */
export function unmetExpectations(file: RecordFile, project: Project): readonly Expected[] {
  const expect = project.lifecycle.records[file.kind]?.expect;
  const files = project.records.filter(({ kind }) => kind === file.kind);
  const entries = files.flatMap(record => record.entries);
  if (!expect || files[0] !== file || entries.length === 0) return [];
  const { field, by } = expect;
  const found = new Set(
    entries.flatMap(record =>
      itemsOf(fieldOf(record, by)).flatMap(group =>
        itemsOf(fieldOf(record, field)).map(value => `${textOf(group)}\n${textOf(value)}`),
      ),
    ),
  );
  return Object.entries(expect.values).flatMap(([group, values]) =>
    by === 'phase' && isPhaseComplete(project, group)
      ? []
      : values
          .filter(value => !found.has(`${group}\n${value}`) && !files.some(other => isNoted(other.document, value)))
          .map(value => ({ field, value, by, group })),
  );
}

/** Whether a comment says that a value was thought of and that there is none: `# security: considered, none`. */
const isNoted = (document: Document, value: string): boolean =>
  noneComments(document).some(text => text.includes(`_${foldName(value)}_`));

const noneComments = memoize(({ comments }: Document): readonly string[] =>
  comments
    .map(({ text }) => `_${foldName(text).replace(/[^\p{L}\p{N}]+/gu, '_')}_`)
    .filter(text => text.includes('_none_')),
);
