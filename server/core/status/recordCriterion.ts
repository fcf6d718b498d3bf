import type { Condition } from '../lifecycle/schema/condition.ts';
import type { YamlNode } from '../parse/model.ts';
import { matches } from '../project/condition.ts';
import { definitionPlace } from '../project/definitionPlace.ts';
import type { Project, RecordEntry } from '../project/model.ts';
import { entriesOfKind } from '../project/records.ts';
import { entryName, fieldText, phaseOf, placeOf } from '../project/recordValue.ts';
import { recordSubject } from '../project/subject.ts';
import { inText, listed } from '../project/wording.ts';
import { entry, isBlank, itemsOf } from '../project/yamlValue.ts';
import { met, type Of, type Verdict } from './verdict.ts';

/** What `records`, `risks` and `metrics` may ask for; each reads one kind of record. */
type Asked = Pick<Of<'records'>, 'kind'> &
  Partial<Pick<Of<'records'>, 'where' | 'min' | 'max' | 'with' | 'each-has'>> &
  Partial<Pick<Of<'metrics'>, 'min-per-phase' | 'meeting-target'>>;

/** Whether the entries of a record are as many, and as complete, as a criterion asks. */
export function recordVerdict(asked: Asked, project: Project): Verdict {
  const { kind, where } = asked;
  if (!project.records.some(record => record.kind === kind)) return missingRecord(kind, project);
  const entries = matching(project, kind, where);
  for (const judge of [tooMany, incomplete, tooFew, tooFewInPhase, offTarget]) {
    const found = judge(asked, entries, project);
    if (found) return found;
  }
  return met;
}

/** The verdict on a record that nobody has begun. */
export const missingRecord = (kind: string, project: Project): Verdict => ({
  state: 'unmet',
  reason: `${project.lifecycle.records[kind]?.title ?? kind}: nothing is recorded yet.`,
  place: definitionPlace(project, ['records', kind]),
});

const matching = (project: Project, kind: string, where: Condition | undefined): readonly RecordEntry[] =>
  entriesOfKind(project.records, kind).filter(record => matches(where, recordSubject(record, kind, project)));

type Judge = (asked: Asked, entries: readonly RecordEntry[], project: Project) => Verdict | undefined;

const tooMany: Judge = ({ kind, max }, entries, project) => {
  if (max === undefined || entries.length <= max) return undefined;
  const verb = entries.length > 1 ? 'are' : 'is';
  return unmet(
    `${names(entries, kind, project)} ${verb} left, ${max === 0 ? 'none' : `at most ${max}`} may be.`,
    entries[max],
  );
};

const incomplete: Judge = ({ kind, 'each-has': each = [] }, entries, project) => {
  const open = entries.find(record => lacking(record, each).length > 0);
  if (!open) return undefined;
  const others = entries.filter(record => record !== open && lacking(record, each).length > 0).length;
  const more = others > 0 ? `, and ${others} more ${others > 1 ? 'are' : 'is'} incomplete` : '';
  const fields = listed(lacking(open, each).map(inWords));
  return unmet(`${entryName(open, project.lifecycle.records[kind])} has no ${fields}${more}.`, open);
};

const tooFew: Judge = ({ kind, min, with: fields = [] }, entries, project) => {
  if (min === undefined) return undefined;
  const whole = entries.filter(record => lacking(record, fields).length === 0);
  if (whole.length >= min) return undefined;
  const open = entries.find(record => !whole.includes(record));
  return unmet(`${whole.length} of ${min} ${entriesWith(kind, fields, project)}.`, open ?? place(project, kind));
};

const tooFewInPhase: Judge = ({ kind, 'min-per-phase': min, with: fields = [] }, entries, project) => {
  if (min === undefined) return undefined;
  for (const [id, { title }] of Object.entries(project.lifecycle.phases)) {
    const own = entries.filter(record => phaseOf(record, kind, project) === id && lacking(record, fields).length === 0);
    if (own.length < min)
      return unmet(
        `${title}: ${own.length} of ${min} ${entriesWith(kind, fields, project)}.`,
        entries.find(record => phaseOf(record, kind, project) === id) ?? place(project, kind),
      );
  }
  return undefined;
};

const offTarget: Judge = ({ kind, 'meeting-target': share }, entries, project) => {
  if (share === undefined || entries.length === 0) return undefined;
  const missedField = Object.entries(project.lifecycle.records[kind]?.fields ?? {}).find(
    ([, { derive }]) => derive && 'misses' in derive,
  )?.[0];
  const open = entries.filter(
    record => missedField === undefined || fieldText(record, kind, missedField, project) !== 'false',
  );
  const reached = entries.length - open.length;
  if (reached >= share * entries.length) return undefined;
  return unmet(
    `${reached} of ${entries.length} reach the target, ${Math.ceil(share * entries.length)} are asked for.`,
    open[0],
  );
};

const unmet = (reason: string, at: RecordEntry | Verdict['place']): Verdict => ({
  state: 'unmet',
  reason,
  place: at && 'map' in at ? placeOf(at) : at,
});

const place = (project: Project, kind: string): Verdict['place'] => {
  const file = project.records.find(record => record.kind === kind);
  return file && { path: file.path, span: { start: 0, end: 0 } };
};

/** The fields among `fields` that an entry does not fill. */
const lacking = ({ map }: RecordEntry, fields: readonly string[]): readonly string[] =>
  fields.filter(field => !isFilled(entry(map, field)));

/** A list of groups is filled when one of them is: an entry that waits for its value is no value. */
function isFilled(value: YamlNode | undefined): boolean {
  if (isBlank(value)) return false;
  const items = itemsOf(value);
  return items.some(item => item.kind !== 'map' || item.entries.every(part => !isBlank(part.value)));
}

const inWords = (field: string): string => field.replace(/_/g, ' ');

const entriesWith = (kind: string, fields: readonly string[], project: Project): string => {
  const title = inText(project.lifecycle.records[kind]?.title ?? kind);
  return fields.length > 0
    ? `entries of the ${title} have ${listed(fields.map(inWords))}`
    : `entries are in the ${title}`;
};

function names(entries: readonly RecordEntry[], kind: string, project: Project): string {
  const shown = entries.slice(0, 3).map(record => entryName(record, project.lifecycle.records[kind]));
  return entries.length > shown.length
    ? `${shown.join(', ')} and ${entries.length - shown.length} more`
    : listed(shown);
}
