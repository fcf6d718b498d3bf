import type { ArtifactType } from '../lifecycle/schema/artifact.ts';
import type { Lifecycle } from '../lifecycle/schema/lifecycle.ts';
import { memoizePair } from '../text/memo.ts';
import { knownFields } from './fields.ts';
import type { Artifact, FieldValue, Project } from './model.ts';

/** The place of each field in the order of the definition: those of every document first, then the type's own. */
export const fieldPlaces = memoizePair(
  (lifecycle: Lifecycle, type: ArtifactType): ReadonlyMap<string, number> =>
    new Map(Object.keys(knownFields(lifecycle, type)).map((name, place) => [name, place])),
);

/** The first field that stands too late, with the first one that it belongs before; undefined when all is in order. */
export function misplacedField(
  { definition, fields }: Artifact,
  { lifecycle }: Project,
): { readonly field: FieldValue; readonly before: FieldValue } | undefined {
  if (definition['field-order'] === 'any') return undefined;
  const places = fieldPlaces(lifecycle, definition);
  const placeOf = ({ name }: FieldValue): number => places.get(name) ?? Number.NaN;
  let last: FieldValue | undefined;
  for (const field of fields.all.filter(({ known }) => known)) {
    const before =
      last && placeOf(field) < placeOf(last) ? fields.all.find(other => placeOf(other) > placeOf(field)) : undefined;
    if (before) return { field, before };
    last = field;
  }
  return undefined;
}
