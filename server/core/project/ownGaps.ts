import { type CoverageGap, coverageGaps } from './coverageGaps.ts';
import type { Artifact, Project, RecordEntry, RecordFile } from './model.ts';

/** A gap of an entry of a record. */
export interface EntryGap extends CoverageGap {
  readonly record: RecordEntry;
}

/** The gaps of a rule that are about entries of a record. */
export function entryGaps(project: Project, rule: string, file: RecordFile): readonly EntryGap[] {
  const gaps = coverageGaps(project, rule, file.path);
  if (gaps.length === 0) return [];
  const own = new Set(file.entries);
  return gaps.flatMap(gap => {
    const record = gap.case.item?.record;
    return record && own.has(record) ? [{ ...gap, record }] : [];
  });
}

/** The gaps of a rule in a document that are about no entry of a record: items of its text, rows of a section. */
export const documentGaps = (project: Project, rule: string, { path }: Artifact): readonly CoverageGap[] =>
  coverageGaps(project, rule, path).filter(({ case: { item } }) => item?.record === undefined);
