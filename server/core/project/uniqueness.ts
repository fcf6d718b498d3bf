import type { Field } from '../lifecycle/schema/field.ts';
import { memoizePair } from '../text/memo.ts';
import { fieldDocument } from './fieldPlace.ts';
import type { FieldScope } from './fieldScope.ts';
import { knownFields } from './fields.ts';
import type { Place, Project } from './model.ts';
import { withoutZeros } from './namedDocuments.ts';
import { entry, itemsOf, textOf } from './yamlValue.ts';

/** The first place at which a value of a field stands among those that must differ. */
export function firstHolder(scope: FieldScope, name: string, field: Field, text: string): Place | undefined {
  const part = field.unique === undefined ? undefined : sharedPart(field.unique, scope.captures);
  return part === undefined ? undefined : holders(field, scope.project).get(keyOf(name, scope.owner, part, text));
}

const keyOf = (...parts: readonly string[]): string => JSON.stringify(parts.map(withoutZeros));

/** What the holders have in common among which a value must be unique; undefined when there is no such bound. */
function sharedPart(
  unique: NonNullable<Field['unique']>,
  captures: Readonly<Record<string, string>>,
): string | undefined {
  if (unique === 'list') return undefined;
  if (unique === 'type') return '';
  const name = unique.slice(1, -1);
  return Object.hasOwn(captures, name) ? captures[name] : undefined;
}

/** The first place of each value of a field, over all documents and entries that have it, in their order. */
const holders = memoizePair((field: Field, project: Project): ReadonlyMap<string, Place> => {
  const first = new Map<string, Place>();
  const { unique = 'list' } = field;
  for (const artifact of project.artifacts) {
    const part = sharedPart(unique, artifact.captures);
    const name = part === undefined ? undefined : nameOf(field, knownFields(project.lifecycle, artifact.definition));
    if (name === undefined || part === undefined) continue;
    const { path } = fieldDocument(artifact);
    for (const item of itemsOf(artifact.fields.get(name)?.value)) {
      const key = keyOf(name, artifact.type, part, textOf(item) ?? '');
      if (!first.has(key)) first.set(key, { path, span: item.span });
    }
  }
  for (const { kind, path, entries } of unique === 'type' ? project.records : []) {
    const name = nameOf(field, project.lifecycle.records[kind]?.fields ?? {});
    if (name === undefined) continue;
    for (const { map } of entries)
      for (const item of itemsOf(entry(map, name))) {
        const key = keyOf(name, kind, '', textOf(item) ?? '');
        if (!first.has(key)) first.set(key, { path, span: item.span });
      }
  }
  return first;
});

const nameOf = (field: Field, fields: Readonly<Record<string, Field>>): string | undefined =>
  Object.entries(fields).find(([, other]) => other === field)?.[0];
