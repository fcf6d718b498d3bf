import type { ArtifactType } from '../lifecycle/schema/artifact.ts';
import type { Check } from '../lifecycle/schema/check.ts';
import type { Condition } from '../lifecycle/schema/condition.ts';
import type { Field } from '../lifecycle/schema/field.ts';
import type { YamlNode } from '../parse/model.ts';
import { applies, type Subject } from './condition.ts';
import { fieldDocument } from './fieldPlace.ts';
import { knownFields } from './fields.ts';
import type { Artifact, Project, RecordEntry, RecordFile } from './model.ts';
import { artifactSubject, recordSubject } from './subject.ts';
import { entry } from './yamlValue.ts';

/** What holds fields, and all that the judgement of a value depends on: a document or an entry of a record. */
export interface FieldScope {
  readonly project: Project;
  readonly subject: Subject;
  /** The file in which the fields stand, and its text. */
  readonly path: string;
  readonly text: string;
  /** Its artifact type or record kind, by id. */
  readonly owner: string;
  /** Of a document; its words for a status count. */
  readonly type: ArtifactType | undefined;
  /** The id of an entry, to follow a field's name in messages: ` of RISK-3`. */
  readonly of: string;
  readonly captures: Readonly<Record<string, string>>;
  /** The fields that it may have at all. */
  readonly fields: Readonly<Record<string, Field>>;
  readonly checks: Readonly<Record<string, Check>>;
  read(name: string): YamlNode | undefined;
}

/** A document with the fields of its type. */
export function documentScope(artifact: Artifact, project: Project): FieldScope {
  const { type, definition, captures, fields } = artifact;
  const { path, text } = fieldDocument(artifact);
  return {
    project,
    subject: artifactSubject(artifact, project),
    path,
    text,
    owner: type,
    type: definition,
    of: '',
    captures,
    fields: knownFields(project.lifecycle, definition),
    checks: definition.checks,
    read: name => fields.get(name)?.value,
  };
}

/** An entry of a record with the fields of its kind. */
export function entryScope({ kind, document, path }: RecordFile, record: RecordEntry, project: Project): FieldScope {
  const definition = project.lifecycle.records[kind];
  return {
    project,
    subject: recordSubject(record, kind, project),
    path,
    text: document.text,
    owner: kind,
    type: undefined,
    of: record.id === undefined ? '' : ` of ${record.id}`,
    captures: {},
    fields: definition?.fields ?? {},
    checks: definition?.checks ?? {},
    read: name => entry(record.map, name),
  };
}

/** The fields that apply to it now, with their names, in the order of the definition. */
export const applying = ({ fields, subject }: FieldScope): readonly (readonly [string, Field])[] =>
  Object.entries(fields).filter(([, field]) => applies(field, subject));

/** The first part of a dotted name: the field that is written. */
export const writtenName = (name: string): string => name.split('.', 1)[0] ?? name;

/** The fields that a condition names, those that it compares with included. */
export const fieldsIn = (condition: Condition): readonly string[] => [
  ...new Set(
    Object.entries(condition).flatMap(([name, test]) => [
      name,
      ...(typeof test === 'object' && !Array.isArray(test)
        ? Object.values(test).flatMap(operand =>
            typeof operand === 'object' && !Array.isArray(operand) ? [operand.field] : [],
          )
        : []),
    ]),
  ),
];
