import { canonicalRole } from '../lifecycle/roles.ts';
import type { YamlNode } from '../parse/model.ts';
import { memoize } from '../text/memo.ts';
import type { Project } from './model.ts';
import { raciAccountable } from './raci.ts';
import { entriesOfKind } from './records.ts';
import { listed, roleName } from './wording.ts';
import { entry, itemsOf, textOf } from './yamlValue.ts';

/** The people who hold a role after the stakeholders record. */
export const holdersOf = (project: Project, role: string): readonly string[] => holders(project).get(role) ?? [];

const holders = memoize((project: Project): ReadonlyMap<string, readonly string[]> => {
  const byRole = new Map<string, string[]>();
  for (const { map } of entriesOfKind(project.records, 'stakeholders')) {
    const role = canonicalRole(project.lifecycle, textOf(entry(map, 'role')) ?? '');
    if (role === undefined) continue;
    const people = itemsOf(entry(map, 'people')).flatMap(person => nameOf(person) ?? []);
    byRole.set(role, [...new Set([...(byRole.get(role) ?? []), ...people])]);
  }
  return byRole;
});

/** A person of the stakeholders record. */
export interface Person {
  readonly name: string;
  readonly handle: string | undefined;
}

/** Everybody whom the stakeholders record names, each once, in its order. */
export const peopleOf = memoize((project: Project): readonly Person[] => {
  const people = new Map<string, Person>();
  for (const { map } of entriesOfKind(project.records, 'stakeholders'))
    for (const node of itemsOf(entry(map, 'people'))) {
      const name = nameOf(node);
      if (name !== undefined && !people.has(foldPerson(name)))
        people.set(foldPerson(name), { name, handle: textOf(entry(node, 'handle')) });
    }
  return [...people.values()];
});

const nameOf = (person: YamlNode): string | undefined =>
  textOf(entry(person, 'name')) ?? textOf(person) ?? textOf(entry(person, 'handle'));

/**
 * A key that is the same for all ways of writing one person: `Ana`, `@ana`, `Ana <ana@example.org>`, `Ana (product)`.
 * Handles lead to their names as far as the stakeholders record knows them.
 */
export function personKey(project: Project, written: string): string {
  const folded = foldPerson(written);
  return keysOfPeople(project).get(folded) ?? folded;
}

/** Whether the stakeholders record names a person. */
export const isKnownPerson = (project: Project, written: string): boolean =>
  keysOfPeople(project).has(foldPerson(written));

const keysOfPeople = memoize((project: Project): ReadonlyMap<string, string> => {
  const people = peopleOf(project).map(({ name, handle }) => ({ key: foldPerson(name), handle }));
  return new Map([
    ...people.flatMap(({ key, handle }) => (handle === undefined ? [] : [[foldPerson(handle), key] as const])),
    ...people.map(({ key }) => [key, key] as const),
  ]);
});

const foldPerson = (written: string): string =>
  written
    .replace(/\s*(?:<[^<>]*>|\([^()]*\))\s*$/, '')
    .trim()
    .replace(/^@/, '')
    .replace(/\s+/g, ' ')
    .toLowerCase();

/** The roles that may answer for a type: the one that the RACI map names, else those of the lifecycle. */
export function accountableRoles(project: Project, type: string): readonly string[] {
  const named = raciAccountable(project, type);
  return named === undefined ? (project.lifecycle.artifacts[type]?.accountable ?? []) : [named];
}

/** The role that answers for a type: the first of its accountable roles that somebody holds, else the first. */
export function accountableRole(project: Project, type: string): string | undefined {
  const roles = accountableRoles(project, type);
  return roles.find(role => holdersOf(project, role).length > 0) ?? roles[0];
}

/** `accountable: operations, Lena`, or that nobody holds the role when the record says who is who. */
export function accountableText(project: Project, type: string): string {
  const role = accountableRole(project, type);
  if (role === undefined) return '';
  const people = holdersOf(project, role);
  const known = project.records.some(record => record.kind === 'stakeholders');
  const who = people.length > 0 ? `, ${people.join(', ')}` : known ? ', a role that nobody holds yet' : '';
  return `accountable: ${roleName(project, role)}${who}`;
}

/** The roles that decide at a gate, with the people who hold them: `product manager, Ana, and operations, Lena`. */
export function decidersOf(project: Project, gate: string): string {
  const decided = project.lifecycle.gates[gate]?.['decided-by'];
  const roles = (decided?.roles ?? []).map(role => {
    const people = holdersOf(project, role);
    return people.length > 0 ? `${listed(people)} (${roleName(project, role)})` : roleName(project, role);
  });
  return listed(roles, decided?.need === 'all' ? 'and' : 'or');
}
