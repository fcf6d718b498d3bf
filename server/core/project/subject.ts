import { isDate } from '../lifecycle/date.ts';
import { canonicalRole } from '../lifecycle/roles.ts';
import type { Field } from '../lifecycle/schema/field.ts';
import type { Lifecycle } from '../lifecycle/schema/lifecycle.ts';
import { rankOf } from '../lifecycle/statusLadder.ts';
import type { YamlNode } from '../parse/model.ts';
import { accompanied } from './companions.ts';
import { compareValues, type Subject } from './condition.ts';
import { derivedText } from './derive.ts';
import { hasOwnTypeField, knownFields } from './fields.ts';
import type { Artifact, Project, RecordEntry } from './model.ts';
import { sectionOf } from './sections.ts';
import { throughReferences } from './throughReferences.ts';
import { parseVersion } from './version.ts';
import { entry, textOf } from './yamlValue.ts';

type Value = YamlNode | string | undefined;
type Compared = Pick<Field, 'type'> & Partial<Pick<Field, 'fields' | 'ordered' | 'values'>>;
type FieldsByName = Readonly<Record<string, Compared>>;

/** What all conditions of one check have in common. */
export interface Setting {
  readonly lifecycle: Lifecycle;
  /** ISO date. */
  readonly today: string;
  readonly version: string | undefined;
  /** The day of the newest release, ISO, as far as it is known yet. */
  readonly released?: string | undefined;
}

/** Fields as conditions see them: dotted names are followed, values are compared after the type of their field. */
export function subjectOf(
  { lifecycle, today, version, released }: Setting,
  fields: FieldsByName,
  read: (name: string) => Value,
): Subject {
  return {
    today,
    version,
    begun: lifecycle['dated-by'].map(name => wordOf(read(name))).find(isDay),
    madeFor: [...lifecycle['dated-by'], 'version'].map(name => wordOf(read(name))).find(isVersion),
    get: name => read(name) ?? follow(name, read, fields, lifecycle) ?? ofProduct(name, lifecycle, released),
    compare: (name, a, b) => compareAs(fieldAt(fields, name), a, b, lifecycle),
  };
}

/**
 * An artifact as conditions see it: its fields, the named parts of its path, and `type`, `phase`, `stage`, `status`
 * (canonical), `path`, and under `sections.ID` the heading of a section that is there. A field of its own called `phase`, `stage` or `type` is that field. A companion sees the document that
 * it accompanies under the name `document`.
 */
export function artifactSubject(artifact: Artifact, project: Project): Subject {
  const own = ownSubject(artifact, project);
  const main = accompanied(artifact, project);
  if (!main) return own;
  const around = ownSubject(main, project);
  return {
    ...own,
    get: name => (name.startsWith(ofDocument) ? around.get(name.slice(ofDocument.length)) : own.get(name)),
    compare: (name, a, b) =>
      name.startsWith(ofDocument) ? around.compare(name.slice(ofDocument.length), a, b) : own.compare(name, a, b),
  };
}

const ofDocument = 'document.';

function ownSubject(artifact: Artifact, project: Project): Subject {
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
  for (const name of ['phase', 'stage']) if (Object.hasOwn(known, name)) own.delete(name);
  if (hasOwnTypeField(definition)) own.delete('type');
  const subject = subjectOf(
    project,
    known,
    name => own.get(name) ?? fields.get(name)?.value ?? captured.get(name) ?? headingAt(artifact, name),
  );
  return throughReferences(subject, artifact, project, other => ownSubject(other, project));
}

const ofSection = 'sections.';

/** The heading of the section that a name such as `sections.risks` means. */
const headingAt = ({ sections }: Artifact, name: string): string | undefined =>
  name.startsWith(ofSection) ? sectionOf(sections, name.slice(ofSection.length))?.heading.text : undefined;

/** A record entry as conditions see it; derived fields are computed. */
export function recordSubject({ map }: RecordEntry, kind: string, setting: Setting): Subject {
  const fields = setting.lifecycle.records[kind]?.fields ?? {};
  const read = (name: string): YamlNode | undefined => entry(map, name);
  const from = { fields, read, today: setting.today };
  return subjectOf(setting, fields, name => derivedText(name, from) ?? read(name));
}

const wordOf = (value: Value): string | undefined => (typeof value === 'string' ? value : textOf(value));
const isVersion = (text: string | undefined): text is string =>
  text !== undefined && !isDate(text) && parseVersion(text) !== undefined;
const isDay = (text: string | undefined): text is string => text !== undefined && isDate(text);

/** The field that a name stands for; with dots in it, a part of an object. */
function fieldAt(fields: FieldsByName, name: string): Compared | undefined {
  if (Object.hasOwn(fields, name)) return fields[name];
  const dot = name.indexOf('.');
  const parts = dot < 0 || !Object.hasOwn(fields, name.slice(0, dot)) ? undefined : fields[name.slice(0, dot)]?.fields;
  return parts && fieldAt(parts, name.slice(dot + 1));
}

const typesOf = (field: Compared | undefined): readonly string[] => [field?.type ?? []].flat();

/** What a dotted name leads to: a part of an object, or what the lifecycle says of the role or gate that is named. */
function follow(name: string, read: (name: string) => Value, fields: FieldsByName, lifecycle: Lifecycle): Value {
  const dot = name.indexOf('.');
  if (dot < 0) return undefined;
  const [holder, part] = [name.slice(0, dot), name.slice(dot + 1)];
  const value = read(holder);
  if (value === undefined || typeof value === 'string') return undefined;
  if (value.kind !== 'scalar') return part.split('.').reduce<YamlNode | undefined>(entry, value);
  const types = typesOf(fieldAt(fields, holder));
  const word = textOf(value) ?? '';
  const named = types.includes('role')
    ? lifecycle.roles[canonicalRole(lifecycle, word) ?? '']
    : types.includes('gate') && Object.hasOwn(lifecycle.gates, word)
      ? lifecycle.gates[word]
      : undefined;
  const said = Object.entries(named ?? {}).find(([key]) => key === part)?.[1];
  return said === undefined || typeof said === 'object' ? undefined : String(said);
}

/** What is known of the product: `product.released`, and what the definition says under `product`. */
function ofProduct(name: string, { product }: Lifecycle, released: string | undefined): Value {
  if (!name.startsWith('product.')) return undefined;
  const part = name.slice('product.'.length);
  if (part === 'released') return released;
  const said = Object.entries(product).find(([key]) => key === part)?.[1];
  return said === undefined || typeof said === 'object' ? undefined : String(said);
}

function compareAs(field: Compared | undefined, a: string, b: string, lifecycle: Lifecycle): number {
  const types = typesOf(field);
  if (field?.ordered) return placeIn(field.values, a) - placeIn(field.values, b);
  if (types.includes('status')) return (rankOf(lifecycle, a) ?? Number.NaN) - (rankOf(lifecycle, b) ?? Number.NaN);
  return types.includes('number') || types.includes('integer') ? Number(a) - Number(b) : compareValues(a, b);
}

/** The place of a word on a ladder of values; NaN when it has none there. */
function placeIn(values: Field['values'], word: string): number {
  const place = (values ?? []).findIndex(value => String(value) === word);
  return place < 0 ? Number.NaN : place;
}
