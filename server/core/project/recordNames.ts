import type { Field } from '../lifecycle/schema/field.ts';
import type { YamlEntry, YamlMap, YamlNode } from '../parse/model.ts';
import { memoize } from '../text/memo.ts';
import { foldName } from './fieldName.ts';
import { readValue } from './fieldReading.ts';

type FieldsByName = Readonly<Record<string, Field>>;

/** Folded names, aliases and titles with the canonical name of the field that each stands for. */
export const fieldNames = memoize((fields: FieldsByName): ReadonlyMap<string, string> => {
  const names = new Map<string, string>();
  for (const [name, { aliases, title }] of Object.entries(fields))
    for (const word of [...aliases, ...(title === undefined ? [] : [title])]) names.set(foldName(word), name);
  for (const name of Object.keys(fields)) names.set(foldName(name), name);
  return names;
});

/**
 * A map with the keys of its fields under their canonical names, those inside objects too. A field that is written twice
 * is read where it has its own name, else where it stands first; the other keeps the name that is written. `text` is the
 * file in which the map stands.
 */
export function underOwnNames(map: YamlMap, fields: FieldsByName, text: string): YamlMap {
  const names = fieldNames(fields);
  const taken = new Set(map.entries.map(({ key }) => key).filter(key => Object.hasOwn(fields, key)));
  const entries = map.entries.map((item): YamlEntry => {
    const name = Object.hasOwn(fields, item.key) ? item.key : names.get(foldName(item.key));
    if (name === undefined || (name !== item.key && taken.has(name))) return item;
    taken.add(name);
    return { ...item, key: name, value: asRead(item.value, fields[name], text) };
  });
  return { ...map, entries };
}

function asRead(value: YamlNode, field: Field | undefined, text: string): YamlNode {
  if (field?.fields === undefined) return readValue(field, value, text, false);
  if (value.kind === 'map') return underOwnNames(value, field.fields, text);
  return value.kind === 'list' ? { ...value, items: value.items.map(item => asRead(item, field, text)) } : value;
}
