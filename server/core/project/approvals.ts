import { canonicalRole } from '../lifecycle/roles.ts';
import type { YamlNode } from '../parse/model.ts';
import { memoize } from '../text/memo.ts';
import type { Span } from '../text/span.ts';
import { fingerprint } from './fingerprint.ts';
import type { Artifact, Project } from './model.ts';
import { holdersOf, personKey } from './people.ts';
import { entry, itemsOf, textOf } from './yamlValue.ts';

/** An approval that a person gave for a document. */
export interface Approval {
  readonly by: string;
  /** Canonical; the roles that the person holds when the approval names none. */
  readonly roles: readonly string[];
  /** Whether it was given for the text as it is now, as far as it says. */
  readonly isCurrent: boolean;
  /** ISO, as far as it says. */
  readonly date: string | undefined;
  /** Of the role, else of the person. */
  readonly span: Span;
}

/** The approvals of a document that name somebody. */
export function approvalsOf(artifact: Artifact, project: Project): readonly Approval[] {
  return itemsOf(artifact.fields.get('approvals')?.value).flatMap(node => {
    const by = textOf(entry(node, 'by')) ?? textOf(node);
    if (by === undefined) return [];
    const content = textOf(entry(node, 'content'));
    const isCurrent = content === undefined || content === fingerprint(artifact.document);
    const date = textOf(entry(node, 'date'));
    const span = (entry(node, 'role') ?? entry(node, 'by') ?? node).span;
    return [{ by, roles: rolesOf(node, by, project), isCurrent, date, span }];
  });
}

function rolesOf(node: YamlNode, by: string, project: Project): readonly string[] {
  const role = canonicalRole(project.lifecycle, textOf(entry(node, 'role')) ?? by);
  if (role !== undefined) return [role];
  return rolesHeldBy(project, by);
}

/** The roles that a person holds after the stakeholders record. */
export const rolesHeldBy = (project: Project, person: string): readonly string[] =>
  rolesByPerson(project).get(personKey(project, person)) ?? [];

const rolesByPerson = memoize((project: Project): ReadonlyMap<string, readonly string[]> => {
  const held = new Map<string, string[]>();
  for (const role of Object.keys(project.lifecycle.roles))
    for (const key of new Set(holdersOf(project, role).map(holder => personKey(project, holder))))
      held.set(key, [...(held.get(key) ?? []), role]);
  return held;
});

/** The people who wrote a document, as far as it says: their keys; see `personKey`. */
export const authorsOf = ({ fields }: Artifact, project: Project): ReadonlySet<string> =>
  new Set(
    itemsOf(fields.get('authors')?.value)
      .flatMap(node => textOf(entry(node, 'name')) ?? textOf(node) ?? [])
      .map(author => personKey(project, author)),
  );

/** Whether a person is one of those who wrote a document, as far as it says. */
export const isAuthor = (artifact: Artifact, person: string, project: Project): boolean =>
  authorsOf(artifact, project).has(personKey(project, person));
