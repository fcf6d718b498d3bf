import type { Project, RecordEntry, RecordFile } from './model.ts';
import { fieldText } from './recordValue.ts';

/** Whether a risk is of the highest level that its record kind knows, or of the level `high`. */
export function isHigh({ kind }: RecordFile, record: RecordEntry, project: Project): boolean {
  const level = fieldText(record, kind, 'level', project);
  const highest = project.lifecycle.records[kind]?.fields.level?.values?.at(-1);
  return level !== undefined && (level === 'high' || level === String(highest));
}

/** Whether somebody decided to live with a high risk, which asks for a name and a second rating. */
export const isHighAndAccepted = (file: RecordFile, record: RecordEntry, project: Project): boolean =>
  fieldText(record, file.kind, 'status', project) === 'accepted' && isHigh(file, record, project);
