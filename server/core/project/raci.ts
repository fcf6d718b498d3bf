import { foldWord } from '../lifecycle/fold.ts';
import { canonicalRole } from '../lifecycle/roles.ts';
import type { YamlEntry, YamlNode } from '../parse/model.ts';
import { memoize } from '../text/memo.ts';
import type { Span } from '../text/span.ts';
import type { Project, RecordFile } from './model.ts';
import { itemsOf, textOf } from './yamlValue.ts';

/** Who does what for one artifact type, as the `raci:` map of the stakeholders record says. */
export interface RaciEntry {
  readonly path: string;
  readonly type: string;
  /** Of the artifact type. */
  readonly keySpan: Span;
  readonly value: YamlNode;
  /** What is written under `A`: undefined when nothing is. */
  readonly accountable: YamlEntry | undefined;
  /** The roles of the lifecycle among them. */
  readonly accountableRoles: readonly string[];
}

/** The `raci:` map of a stakeholders file; a file without one has no entries. */
export function raciIn(file: RecordFile, { lifecycle }: Pick<Project, 'lifecycle'>): readonly RaciEntry[] {
  const root = file.document.kind === 'yaml' && file.kind === stakeholders ? file.document.root : undefined;
  const map = root?.kind === 'map' ? root.entries.find(({ key }) => foldWord(key) === 'raci')?.value : undefined;
  if (map?.kind !== 'map') return [];
  return map.entries.map(({ key, keySpan, value }) => {
    const accountable = part(value, ['a', 'accountable']);
    const words = itemsOf(accountable?.value).flatMap(node => textOf(node)?.split(/\s*[,;/]\s*/) ?? []);
    const roles = words.flatMap(word => canonicalRole(lifecycle, word) ?? []);
    return { path: file.path, type: key, keySpan, value, accountable, accountableRoles: [...new Set(roles)] };
  });
}

const stakeholders = 'stakeholders';

const part = (node: YamlNode, names: readonly string[]): YamlEntry | undefined =>
  node.kind === 'map' ? node.entries.find(({ key }) => names.includes(foldWord(key))) : undefined;

/** The one role that the RACI map holds accountable for a type; undefined when it names none or several. */
export const raciAccountable = (project: Project, type: string): string | undefined => byType(project).get(type);

const byType = memoize((project: Project): ReadonlyMap<string, string> => {
  const roles = new Map<string, string>();
  for (const file of project.records)
    for (const { type, accountableRoles } of raciIn(file, project)) {
      const [role, ...others] = accountableRoles;
      if (role !== undefined && others.length === 0) roles.set(type, role);
    }
  return roles;
});
