import { canonicalRole } from '../lifecycle/roles.ts';
import { memoize } from '../text/memo.ts';
import type { Project } from './model.ts';
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
    const people = itemsOf(entry(map, 'people')).flatMap(
      person => textOf(entry(person, 'name')) ?? textOf(person) ?? [],
    );
    byRole.set(role, [...new Set([...(byRole.get(role) ?? []), ...people])]);
  }
  return byRole;
});

/** The role that answers for a type: the first of its accountable roles that somebody holds, else the first. */
export function accountableRole(project: Project, type: string): string | undefined {
  const roles = project.lifecycle.artifacts[type]?.accountable ?? [];
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
