import { isDate } from '../lifecycle/date.ts';
import { canonicalRole } from '../lifecycle/roles.ts';
import type { Field } from '../lifecycle/schema/field.ts';
import type { Lifecycle } from '../lifecycle/schema/lifecycle.ts';
import { rankOf } from '../lifecycle/statusLadder.ts';
import type { YamlNode } from '../parse/model.ts';
import { compareValues, type Subject } from './condition.ts';
import { knownFields } from './fields.ts';
import type { Artifact, Project, RecordEntry } from './model.ts';
import { entry, textOf } from './yamlValue.ts';

type Value = YamlNode | string | undefined;
type FieldsByName = Readonly<Record<string, Pick<Field, 'type'>>>;

/** What all conditions of one check have in common. */
export interface Setting {
  readonly lifecycle: Lifecycle;
  /** ISO date. */
  readonly today: string;
  readonly version: string | undefined;
}

/** Fields as conditions see them: dotted names are followed, values are compared after the type of their field. */
export function subjectOf(
  { lifecycle, today, version }: Setting,
  fields: FieldsByName,
  read: (name: string) => Value,
): Subject {
  return {
    today,
    version,
    begun: lifecycle['dated-by'].map(name => wordOf(read(name))).find(isDay),
    get: name => read(name) ?? follow(name, read, fields, lifecycle),
    compare: (name, a, b) => compareAs(typesOf(fields, name), a, b, lifecycle),
  };
}

/** An artifact as conditions see it: its fields, and `type`, `phase`, `stage`, `status` (canonical) and `path`. */
export function artifactSubject(artifact: Artifact, project: Project): Subject {
  const { definition, fields, state, captures } = artifact;
  const own = new Map([
    ['type', artifact.type],
    ['phase', definition.phase],
    ['stage', definition.stage],
    ['status', state.status],
    ['path', artifact.path],
  ]);
  const captured = new Map(Object.entries(captures));
  const known: FieldsByName = { ...knownFields(project.lifecycle, definition), status: { type: 'status' } };
  return subjectOf(project, known, name => own.get(name) ?? fields.get(name)?.value ?? captured.get(name));
}

/** A record entry as conditions see it. */
export const recordSubject = (record: RecordEntry, kind: string, setting: Setting): Subject =>
  subjectOf(setting, setting.lifecycle.records[kind]?.fields ?? {}, name => entry(record.map, name));

const wordOf = (value: Value): string | undefined => (typeof value === 'string' ? value : textOf(value));
const isDay = (text: string | undefined): text is string => text !== undefined && isDate(text);

const typesOf = (fields: FieldsByName, name: string): readonly string[] =>
  Object.hasOwn(fields, name) ? [fields[name]?.type ?? []].flat() : [];

/** What a dotted name leads to: a part of an object, or what the lifecycle says of the role or gate that is named. */
function follow(name: string, read: (name: string) => Value, fields: FieldsByName, lifecycle: Lifecycle): Value {
  const dot = name.indexOf('.');
  if (dot < 0) return undefined;
  const [holder, part] = [name.slice(0, dot), name.slice(dot + 1)];
  const value = read(holder);
  if (value === undefined || typeof value === 'string') return undefined;
  if (value.kind !== 'scalar') return part.split('.').reduce<YamlNode | undefined>(entry, value);
  const types = typesOf(fields, holder);
  const word = textOf(value) ?? '';
  const named = types.includes('role')
    ? lifecycle.roles[canonicalRole(lifecycle, word) ?? '']
    : types.includes('gate') && Object.hasOwn(lifecycle.gates, word)
      ? lifecycle.gates[word]
      : undefined;
  const said = Object.entries(named ?? {}).find(([key]) => key === part)?.[1];
  return said === undefined || typeof said === 'object' ? undefined : String(said);
}

function compareAs(types: readonly string[], a: string, b: string, lifecycle: Lifecycle): number {
  if (types.includes('status')) return (rankOf(lifecycle, a) ?? Number.NaN) - (rankOf(lifecycle, b) ?? Number.NaN);
  return types.includes('number') || types.includes('integer') ? Number(a) - Number(b) : compareValues(a, b);
}
