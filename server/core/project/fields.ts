import type { ArtifactType } from '../lifecycle/schema/artifact.ts';
import type { Field } from '../lifecycle/schema/field.ts';
import type { Lifecycle } from '../lifecycle/schema/lifecycle.ts';
import type { Document, YamlEntry, YamlNode } from '../parse/model.ts';
import { memoize, memoizePair } from '../text/memo.ts';
import { foldName } from './fieldName.ts';
import { readValue } from './fieldReading.ts';
import { headerEntries } from './headerFields.ts';
import type { Fields, FieldValue } from './model.ts';
import { statusInSection } from './statusSection.ts';

/** Folded names and aliases with the canonical name that each stands for. */
type Names = ReadonlyMap<string, string>;

/** The metadata of a document under the names of its lifecycle and type. */
export function fieldsOf(document: Document, lifecycle: Lifecycle, type: ArtifactType | undefined): Fields {
  const names = type ? typeNames(lifecycle, type) : commonNames(lifecycle);
  const { source, entries } = writtenFields(document, names);
  const fields = type ? knownFields(lifecycle, type) : lifecycle.fields;
  const all = entries.map(({ key, keySpan, value: written }): FieldValue => {
    const name = names.get(foldName(key));
    const value = readValue(name === undefined ? undefined : fields[name], written, document.text, source === 'body');
    return { name: name ?? key, written: key, known: name !== undefined, keySpan, value };
  });
  const byName = new Map<string, FieldValue>();
  for (const field of [...all.filter(isCanonical), ...all]) if (!byName.has(field.name)) byName.set(field.name, field);
  const status = type && !byName.has('status') ? statusInSection(document, lifecycle, type) : undefined;
  if (status) byName.set(status.name, status);
  return { source, all, get: name => byName.get(name) };
}

/** Written under its own name: where an alias is there too, this one counts. */
const isCanonical = ({ name, written }: FieldValue): boolean => foldName(written) === foldName(name);

/** The fields that a document of a type may have: those of every document and the type's own, which win. */
export const knownFields = memoizePair(
  (lifecycle: Lifecycle, type: ArtifactType): Readonly<Record<string, Field>> => ({
    ...lifecycle.fields,
    ...type.fields,
  }),
);

/** Whether a type gives its field `type` a meaning of its own, so that it does not name the artifact type. */
export const hasOwnTypeField = ({ fields }: ArtifactType): boolean =>
  Object.hasOwn(fields, 'type') && ![fields.type?.type].flat().includes('artifact');

function namesOf(fields: Readonly<Record<string, Field>>): Names {
  const names = new Map<string, string>();
  for (const [name, field] of Object.entries(fields))
    for (const alias of field.aliases) names.set(foldName(alias), name);
  for (const name of Object.keys(fields)) names.set(foldName(name), name);
  return names;
}

const commonNames = memoize((lifecycle: Lifecycle): Names => namesOf(lifecycle.fields));
const typeNames = memoizePair(
  (lifecycle: Lifecycle, type: ArtifactType): Names => namesOf(knownFields(lifecycle, type)),
);

function writtenFields(document: Document, names: Names): { source: Fields['source']; entries: readonly YamlEntry[] } {
  if (document.kind === 'yaml') return { source: 'yaml', entries: mapEntries(document.root) };
  if (document.frontMatter) return { source: 'front-matter', entries: mapEntries(document.frontMatter.map) };
  const entries = headerEntries(names, document);
  return { source: entries.length > 0 ? 'body' : 'none', entries };
}

const mapEntries = (node: YamlNode | undefined): readonly YamlEntry[] => (node?.kind === 'map' ? node.entries : []);
