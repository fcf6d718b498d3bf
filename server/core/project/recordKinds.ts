import type { Lifecycle } from '../lifecycle/schema/lifecycle.ts';
import { memoize } from '../text/memo.ts';
import type { Project, RecordEntry, RecordFile } from './model.ts';

/**
 * What rules of records are about. A record kind is about a topic when it declares the topic's item kind, or, when no kind
 * does so, when its id is the usual one. So `hazards: { declares: [RISK], … }` is judged by the risk rules.
 */
const topics = {
  risk: { item: 'RISK', usual: 'risk-register' },
  metric: { item: 'MET', usual: 'metrics' },
  feedback: { item: 'FB', usual: 'feedback-log' },
  change: { item: 'CHG', usual: 'change-log' },
  milestone: { item: 'MIL', usual: 'milestones' },
} as const;

export type RecordTopic = keyof typeof topics;

const kindsByTopic = memoize((lifecycle: Lifecycle): ReadonlyMap<RecordTopic, readonly string[]> => {
  const records = Object.entries(lifecycle.records);
  const kinds = new Map<RecordTopic, readonly string[]>();
  for (const topic of topicNames) {
    const { item, usual } = topics[topic];
    const declaring = records.flatMap(([id, { declares }]) => (declares.includes(item) ? [id] : []));
    kinds.set(topic, declaring.length > 0 ? declaring : records.flatMap(([id]) => (id === usual ? [id] : [])));
  }
  return kinds;
});

const topicNames: readonly RecordTopic[] = ['risk', 'metric', 'feedback', 'change', 'milestone'];

/** Whether the record kind `kind` is about a topic. */
export const isAbout = (topic: RecordTopic, kind: string, lifecycle: Lifecycle): boolean =>
  kindsByTopic(lifecycle).get(topic)?.includes(kind) ?? false;

/** The usual kind in whose place a record kind stands: `risk-register` for every kind of risk, else the kind itself. */
export function usualKindOf(lifecycle: Lifecycle, kind: string): string {
  const topic = topicNames.find(name => isAbout(name, kind, lifecycle));
  return topic === undefined ? kind : topics[topic].usual;
}

/** The item kind that the entries of a topic are. */
export const itemKindOf = (topic: RecordTopic): string => topics[topic].item;

/** The records about a topic, in path order. */
export const recordsAbout = (topic: RecordTopic, project: Project): readonly RecordFile[] =>
  project.records.filter(({ kind }) => isAbout(topic, kind, project.lifecycle));

/** An entry with the record that it stands in. */
export interface KeptEntry {
  readonly file: RecordFile;
  readonly record: RecordEntry;
}

/** The entries of a topic over all its records, found by id. Of entries with the same id the first counts. */
export const entriesById = (topic: RecordTopic, project: Project): ReadonlyMap<string, KeptEntry> =>
  indexes(project).get(topic) ?? new Map();

const indexes = memoize((project: Project): ReadonlyMap<RecordTopic, ReadonlyMap<string, KeptEntry>> => {
  const byTopic = new Map<RecordTopic, ReadonlyMap<string, KeptEntry>>();
  for (const topic of topicNames) {
    const entries = new Map<string, KeptEntry>();
    for (const file of recordsAbout(topic, project))
      for (const record of file.entries)
        if (record.id !== undefined && !entries.has(record.id)) entries.set(record.id, { file, record });
    byTopic.set(topic, entries);
  }
  return byTopic;
});
