import { resolvePath } from '../lifecycle/path.ts';
import type { Field } from '../lifecycle/schema/field.ts';
import { memoizePair } from '../text/memo.ts';
import { filesOf } from './fieldPlace.ts';
import type { Artifact, Project } from './model.ts';
import { fillWhole } from './pathPattern.ts';
import { textOf } from './yamlValue.ts';

/** A text in which leading zeros make no difference. */
export const withoutZeros = (text: string): string => text.trim().replace(/(?<!\d)0+(?=\d)/g, '');

/** The documents that a value of a `reference` names. `from` is the file in which it stands. */
export function documentsNamed(project: Project, field: Field, text: string, from: string): readonly Artifact[] {
  const { byName, byPath } = named(project, field);
  if (field.by !== undefined) return byName.get(withoutZeros(text)) ?? [];
  const path = text.replace(/#.*$/, '');
  const beside = resolvePath(from, path);
  const below = resolvePath(project.root === '' ? '' : `${project.root}/`, path.replace(/^\/+/, ''));
  return [beside, below].flatMap(place => (place === undefined ? [] : (byPath.get(place) ?? [])));
}

/** The names by which documents may be named, without leading zeros. */
export const documentNames = (project: Project, field: Field): readonly string[] => named(project, field).names;

/** A document that a folder opens with stands for the folder. */
const ofWholeFolder = /^(.+)\/(?:readme|index)\.[^/]+$/i;

const named = memoizePair((project: Project, field: Field) => {
  const byName = new Map<string, Artifact[]>();
  const byPath = new Map<string, Artifact[]>();
  const template = field.by === undefined ? undefined : field.by.includes('{') ? field.by : `{${field.by}}`;
  for (const artifact of project.artifacts) {
    if (field.to.length > 0 && !field.to.includes(artifact.type)) continue;
    for (const path of filesOf(artifact)) add(byPath, path, artifact);
    const folder = ofWholeFolder.exec(artifact.path)?.[1];
    if (folder !== undefined) add(byPath, folder, artifact);
    const name = template === undefined ? undefined : fillWhole(template, part => nameIn(artifact, part));
    if (name !== undefined) add(byName, withoutZeros(name), artifact);
  }
  return { byName, byPath, names: [...byName.keys()] };
});

/** A named part of the path, else a field. */
const nameIn = ({ captures, fields }: Artifact, part: string): string | undefined =>
  (Object.hasOwn(captures, part) ? captures[part] : undefined) ?? textOf(fields.get(part)?.value);

function add(lists: Map<string, Artifact[]>, key: string, artifact: Artifact): void {
  const list = lists.get(key);
  if (list) list.push(artifact);
  else lists.set(key, [artifact]);
}
