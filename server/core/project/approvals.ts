import { canonicalRole } from '../lifecycle/roles.ts';
import type { YamlNode } from '../parse/model.ts';
import { fingerprint } from './fingerprint.ts';
import type { Artifact, Project } from './model.ts';
import { holdersOf } from './people.ts';
import { entry, itemsOf, textOf } from './yamlValue.ts';

/** An approval that a person gave for a document. */
export interface Approval {
  readonly by: string;
  /** Canonical; the roles that the person holds when the approval names none. */
  readonly roles: readonly string[];
  /** Whether it was given for the text as it is now, as far as it says. */
  readonly isCurrent: boolean;
}

/** The approvals of a document that name somebody. */
export function approvalsOf(artifact: Artifact, project: Project): readonly Approval[] {
  return itemsOf(artifact.fields.get('approvals')?.value).flatMap(node => {
    const by = textOf(entry(node, 'by')) ?? textOf(node);
    if (by === undefined) return [];
    const content = textOf(entry(node, 'content'));
    const isCurrent = content === undefined || content === fingerprint(artifact.document);
    return [{ by, roles: rolesOf(node, by, project), isCurrent }];
  });
}

function rolesOf(node: YamlNode, by: string, project: Project): readonly string[] {
  const role = canonicalRole(project.lifecycle, textOf(entry(node, 'role')) ?? by);
  if (role !== undefined) return [role];
  return Object.keys(project.lifecycle.roles).filter(id => holdersOf(project, id).some(isSame(by)));
}

/** The people who wrote a document, as far as it says. */
export const isAuthor = (artifact: Artifact, person: string): boolean =>
  itemsOf(artifact.fields.get('authors')?.value)
    .flatMap(node => textOf(entry(node, 'name')) ?? textOf(node) ?? [])
    .some(isSame(person));

const isSame =
  (a: string) =>
  (b: string): boolean =>
    fold(a) === fold(b);

const fold = (person: string): string => person.trim().replace(/^@/, '').toLowerCase();
