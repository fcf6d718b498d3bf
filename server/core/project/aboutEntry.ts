import type { Place, Project, RecordEntry, RecordFile } from './model.ts';
import { entryName, phaseOf, placeOf } from './recordValue.ts';

/** What every finding about a record entry has in common. */
interface AboutEntry extends Place {
  /** Its id, else its name. */
  readonly subject: string;
  readonly phase: string | undefined;
}

/** The place of an entry, or of one of its fields, with what it is called and the phase that it is about. */
export const aboutEntry = (file: RecordFile, record: RecordEntry, project: Project, field?: string): AboutEntry => ({
  ...placeOf(record, field),
  subject: nameOf(file, record, project),
  phase: phaseOf(record, file.kind, project),
});

/** An entry as messages name it: `RISK-3`. */
export const nameOf = ({ kind }: RecordFile, record: RecordEntry, { lifecycle }: Project): string =>
  entryName(record, lifecycle.records[kind]);
