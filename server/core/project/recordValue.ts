import type { RecordKind } from '../lifecycle/schema/record.ts';
import type { YamlNode } from '../parse/model.ts';
import type { Span } from '../text/span.ts';
import { matches } from './condition.ts';
import type { Place, Project, RecordEntry } from './model.ts';
import { recordSubject } from './subject.ts';
import { entry, isBlank, textOf } from './yamlValue.ts';

/** The value of a field as it is written, by canonical name: entries are read under the names of their kind. */
export const fieldOf = (record: RecordEntry, name: string): YamlNode | undefined => entry(record.map, name);

/** A field as trimmed text, computed when it is derived; undefined when nothing is filled in or it is no single value. */
export function fieldText(record: RecordEntry, kind: string, name: string, project: Project): string | undefined {
  const value = recordSubject(record, kind, project).get(name);
  return typeof value === 'string' ? value : textOf(value);
}

/**
 * Where a finding about an entry is shown: the value of the field (its name while the value is blank), else the entry's
 * id, else its first field, else its first line.
 */
export function placeOf(record: RecordEntry, name?: string): Place {
  const { map, path, span } = record;
  const own = (part: Span | undefined): Span | undefined =>
    part && part.start < part.end && span.start <= part.start && part.end <= span.end ? part : undefined;
  const field = map.entries.find(({ key }) => key === name);
  const id = entry(map, 'id');
  const [first] = map.entries;
  return {
    path,
    span:
      own(field && !isBlank(field.value) ? field.value.span : field?.keySpan) ??
      own(id && !isBlank(id) ? id.span : undefined) ??
      own(first && scalarEnd(first.keySpan, first.value)) ??
      span,
  };
}

/** A name with its value when that is a single one, else the name alone. */
const scalarEnd = (keySpan: Span, value: YamlNode): Span =>
  value.kind === 'scalar' ? { start: keySpan.start, end: Math.max(keySpan.end, value.span.end) } : keySpan;

/**
 * The phase that an entry is about: its own, else that of the gate it names. Of a kind that says neither, the phase that
 * takes such an entry as evidence, else that of the gate which needs the record.
 */
export function phaseOf(record: RecordEntry, kind: string, project: Project): string | undefined {
  const { lifecycle } = project;
  const definition = lifecycle.records[kind];
  const phase = textOf(fieldOf(record, 'phase'));
  if (phase !== undefined && Object.hasOwn(lifecycle.phases, phase)) return phase;
  const gateField = gateFieldOf(definition);
  const says = gateField !== undefined || Object.hasOwn(definition?.fields ?? {}, 'phase');
  if (!says) return evidencedPhase(record, kind, project) ?? lifecycle.gates[definition?.['required-by'] ?? '']?.phase;
  const gate = gateField === undefined ? undefined : textOf(fieldOf(record, gateField));
  return gate === undefined ? undefined : lifecycle.gates[gate]?.phase;
}

/** The phase of which an entry shows that it goes on in fact. */
function evidencedPhase(record: RecordEntry, kind: string, project: Project): string | undefined {
  const subject = recordSubject(record, kind, project);
  return Object.entries(project.lifecycle.phases).find(([, phase]) =>
    Object.values(phase['begun-when']).some(
      criterion => criterion.check === 'records' && criterion.kind === kind && matches(criterion.where, subject),
    ),
  )?.[0];
}

const gateFieldOf = (kind: RecordKind | undefined): string | undefined =>
  Object.entries(kind?.fields ?? {}).find(([, { type, list }]) => type === 'gate' && list === false)?.[0];

/** An entry as messages name it, to begin a sentence: its id, else its name, else `This tool`. */
export function entryName(record: RecordEntry, kind: RecordKind | undefined): string {
  const name = record.id ?? textOf(fieldOf(record, 'name')) ?? textOf(fieldOf(record, 'title'));
  return name ?? `This ${kind?.entry?.replace(/-/g, ' ') ?? 'entry'}`;
}
