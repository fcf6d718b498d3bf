import type { RecordKind } from '../lifecycle/schema/record.ts';
import { groupBy } from '../text/groupBy.ts';
import type { Project, RecordEntry, RecordFile } from './model.ts';
import { fieldOf } from './recordValue.ts';
import { textOf } from './yamlValue.ts';

/** Whether the entries of a record say what is planned and what was used of it. */
export const isAllocation = (kind: RecordKind | undefined): boolean =>
  ['planned', 'actual'].every(name => kind?.fields[name]?.type === 'number');

/** What is planned for one area of a phase in one unit, over all entries about it. */
export interface Allocation {
  readonly phase: string;
  readonly area: string;
  readonly unit: string;
  readonly planned: number;
  readonly actual: number;
  readonly entries: readonly RecordEntry[];
}

/** The allocations of a kind over all its records. `phase` and `area` are the fields that the kind's expectations name. */
export function allocationsOf({ kind }: RecordFile, { records, lifecycle }: Project): readonly Allocation[] {
  const { by = 'phase', field = 'area' } = lifecycle.records[kind]?.expect ?? {};
  const entries = records.filter(other => other.kind === kind).flatMap(file => file.entries);
  const groups = groupBy(entries, record => [by, field, 'unit'].map(name => textOf(fieldOf(record, name))).join('\n'));
  return [...groups.entries()].map(([key, group]) => {
    const [phase = '', area = '', unit = ''] = key.split('\n');
    return { phase, area, unit, planned: sum(group, 'planned'), actual: sum(group, 'actual'), entries: group };
  });
}

const sum = (entries: readonly RecordEntry[], field: string): number =>
  entries
    .map(record => Number(textOf(fieldOf(record, field)) ?? 0))
    .filter(Number.isFinite)
    .reduce((a, b) => a + b, 0);
