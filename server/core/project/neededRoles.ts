import { canonicalRole } from '../lifecycle/roles.ts';
import type { Criterion } from '../lifecycle/schema/criterion.ts';
import { orderedGates } from './gates.ts';
import { artifactsOf } from './lookup.ts';
import type { Project } from './model.ts';
import { accountableRole, holdersOf } from './people.ts';
import { isInUse, severityAt } from './severity.ts';
import { isElsewhere, isWaived } from './waivers.ts';
import { gateInText, inText } from './wording.ts';
import { itemsOf, textOf } from './yamlValue.ts';

/** A role that somebody has to hold by a gate. */
export interface NeededRole {
  readonly role: string;
  readonly gate: string;
  /** What it is needed for, as a clause. */
  readonly why: string;
}

/**
 * The roles that the gates which are passed or next need somebody for, each with its first reason: who answers for a
 * document, who decides, whom a criterion names. Where any of several roles is enough, one that is held settles it.
 */
export function neededRoles(project: Project): readonly NeededRole[] {
  const near = orderedGates(project.lifecycle).filter(gate => severityAt(project, gate) !== undefined);
  const found = near.flatMap(gate => [...rolesOfDocuments(project, gate), ...rolesOfGate(project, gate)]);
  const first = new Map<string, NeededRole>();
  for (const needed of found) if (!first.has(needed.role)) first.set(needed.role, needed);
  return [...first.values()];
}

/** Who answers for the documents that a gate needs: all required ones, and the others that somebody has begun. */
function rolesOfDocuments(project: Project, gate: string): readonly NeededRole[] {
  return Object.entries(project.lifecycle.artifacts).flatMap(([type, definition]) => {
    if (definition['required-by'] !== gate || isWaived(project, type) || isElsewhere(project, type)) return [];
    const hasBegun = artifactsOf(project, type).some(artifact => isInUse(artifact, project));
    const role = definition.need === 'required' || hasBegun ? accountableRole(project, type) : undefined;
    const why = `${gateInText(project, gate)} needs the ${inText(definition.title)}, and nobody answers for it`;
    return role === undefined ? [] : [{ role, gate, why }];
  });
}

function rolesOfGate(project: Project, gate: string): readonly NeededRole[] {
  const { entry = {}, exit = {}, 'decided-by': decided } = project.lifecycle.gates[gate] ?? {};
  const need = (roles: readonly string[], isOneEnough: boolean, why: string): readonly NeededRole[] => {
    const [first] = roles;
    if (!isOneEnough) return roles.map(role => ({ role, gate, why }));
    return first === undefined || roles.some(role => holdersOf(project, role).length > 0)
      ? []
      : [{ role: first, gate, why }];
  };
  const name = gateInText(project, gate);
  return [
    ...need(decided?.roles ?? [], decided?.need !== 'all', `${name} is decided by it`),
    ...[...Object.values(entry), ...Object.values(exit)].flatMap(criterion => {
      const { roles, isOneEnough } = rolesOfCriterion(criterion, project);
      return need(roles, isOneEnough, `${name} asks: ${criterion.say.replace(/\.$/, '')}`);
    }),
  ];
}

interface Named {
  readonly roles: readonly string[];
  readonly isOneEnough: boolean;
}

function rolesOfCriterion(criterion: Criterion, project: Project): Named {
  if (criterion.check === 'approval') return { roles: criterion.roles, isOneEnough: !criterion.all };
  if (criterion.check !== 'training') return { roles: [], isOneEnough: false };
  const { roles = [], 'roles-from': source } = criterion;
  const named = (source === undefined ? [] : artifactsOf(project, source)).flatMap(({ fields }) =>
    itemsOf(fields.get('roles')?.value).flatMap(node => canonicalRole(project.lifecycle, textOf(node) ?? '') ?? []),
  );
  return { roles: [...roles, ...named], isOneEnough: false };
}
