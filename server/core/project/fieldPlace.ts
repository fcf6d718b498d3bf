import type { Document } from '../parse/model.ts';
import type { Artifact, Place } from './model.ts';
import { headSpan } from './wording.ts';

/** The file that holds the fields of a document: its sidecar, else the document itself. */
export const fieldDocument = ({ document, sidecar }: Pick<Artifact, 'document' | 'sidecar'>): Document =>
  sidecar?.document ?? document;

/** The files that a document is made of, as workspace paths. */
export const filesOf = ({ path, sidecar }: Artifact): readonly string[] =>
  sidecar?.document ? [path, sidecar.path] : [path];

/** Where the value of a field stands; the head of the document when it names none. */
export function fieldPlace(artifact: Artifact, name: string): Place {
  const field = artifact.fields.get(name);
  return field
    ? { path: fieldDocument(artifact).path, span: field.value.span }
    : { path: artifact.path, span: headSpan(artifact) };
}

/** Where a field would be added: the first field of a sidecar or front matter, else the head of the document. */
export function fieldsPlace(artifact: Artifact): Place {
  const { path } = fieldDocument(artifact);
  const { source, all } = artifact.fields;
  const first = source === 'front-matter' || path !== artifact.path ? all[0]?.keySpan : undefined;
  return { path, span: first ?? (path === artifact.path ? headSpan(artifact) : { start: 0, end: 0 }) };
}
