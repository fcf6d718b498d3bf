import type { Field } from '../lifecycle/schema/field.ts';
import type { YamlScalar } from '../parse/model.ts';
import type { Subject } from './condition.ts';
import { fieldDocument } from './fieldPlace.ts';
import { knownFields } from './fields.ts';
import type { Artifact, Project } from './model.ts';
import { documentsNamed } from './namedDocuments.ts';
import { itemsOf, textOf } from './yamlValue.ts';

/**
 * Lets the conditions of a document look into the documents that it refers to: `requires.status` is the status of each
 * document that the field `requires` names.
 */
export function throughReferences(
  own: Subject,
  artifact: Artifact,
  project: Project,
  subjectOf: (other: Artifact) => Subject,
): Subject {
  const known = knownFields(project.lifecycle, artifact.definition);
  return {
    ...own,
    get(name) {
      const step = referenceIn(name, known);
      if (!step) return own.get(name);
      const named = documentsOf(step.holder, step.field, artifact, project);
      const items = named.flatMap(other => textsOf(subjectOf(other), step.part)).map(scalarOf);
      return { kind: 'list', span: { start: 0, end: 0 }, items };
    },
    compare(name, a, b) {
      const step = referenceIn(name, known);
      if (!step) return own.compare(name, a, b);
      const [first] = documentsOf(step.holder, step.field, artifact, project);
      return first ? subjectOf(first).compare(step.part, a, b) : Number.NaN;
    },
  };
}

interface Step {
  readonly holder: string;
  readonly field: Field;
  readonly part: string;
}

/** A dotted name that begins with a field of type `reference`. */
function referenceIn(name: string, known: Readonly<Record<string, Field>>): Step | undefined {
  const dot = name.indexOf('.');
  const holder = name.slice(0, Math.max(0, dot));
  const field = Object.hasOwn(known, holder) ? known[holder] : undefined;
  return field && [field.type].flat().includes('reference') ? { holder, field, part: name.slice(dot + 1) } : undefined;
}

const documentsOf = (holder: string, field: Field, artifact: Artifact, project: Project): readonly Artifact[] =>
  itemsOf(artifact.fields.get(holder)?.value).flatMap(item =>
    documentsNamed(project, field, textOf(item) ?? '', fieldDocument(artifact).path),
  );

function textsOf(subject: Subject, name: string): readonly string[] {
  const value = subject.get(name);
  return typeof value === 'string' ? [value] : itemsOf(value).flatMap(item => textOf(item) ?? []);
}

const scalarOf = (text: string): YamlScalar => ({
  kind: 'scalar',
  value: text,
  source: text,
  span: { start: 0, end: 0 },
});
