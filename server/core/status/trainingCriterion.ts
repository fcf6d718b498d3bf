import { canonicalRole } from '../lifecycle/roles.ts';
import { artifactsOf } from '../project/lookup.ts';
import type { Place, Project } from '../project/model.ts';
import { entriesOfKind } from '../project/records.ts';
import { fieldOf, fieldText } from '../project/recordValue.ts';
import { versionFits } from '../project/version.ts';
import { listed, roleName } from '../project/wording.ts';
import { itemsOf, textOf } from '../project/yamlValue.ts';
import { missingRecord } from './recordCriterion.ts';
import { met, type Of, typeTitle, type Verdict } from './verdict.ts';

/** Whether every role that is named has a training that stands where the criterion wants it. */
export function trainingVerdict(criterion: Of<'training'>, project: Project): Verdict {
  const { kind, roles = [], 'roles-from': source } = criterion;
  const asked = [...roles.map(role => ({ role, place: undefined })), ...rolesIn(source, project)];
  if (source !== undefined && artifactsOf(project, source).length === 0)
    return { state: 'unmet', reason: `${typeTitle(project, source)} is missing.`, create: source };
  if (!project.records.some(record => record.kind === kind)) return missingRecord(kind, project);
  const trained = trainedRoles(criterion, project);
  const open = asked.filter(({ role }) => !trained.has(role));
  if (open.length === 0) return met;
  const names = listed([...new Set(open.map(({ role }) => roleName(project, role)))]);
  return {
    state: 'unmet',
    reason: `No finished training is recorded for ${names}.`,
    place: open[0]?.place ?? missingRecord(kind, project).place,
  };
}

interface NamedRole {
  readonly role: string;
  readonly place: Place | undefined;
}

/** The roles that documents of a type name in their `roles` field. */
function rolesIn(type: string | undefined, project: Project): readonly NamedRole[] {
  if (type === undefined) return [];
  return artifactsOf(project, type).flatMap(({ path, fields }) =>
    itemsOf(fields.get('roles')?.value).flatMap(node => {
      const role = canonicalRole(project.lifecycle, textOf(node) ?? '');
      return role === undefined ? [] : [{ role, place: { path, span: node.span } }];
    }),
  );
}

/** The roles with such a training for this major version; one that names no version holds for all. */
function trainedRoles({ kind, status }: Of<'training'>, project: Project): ReadonlySet<string> {
  return new Set(
    entriesOfKind(project.records, kind)
      .filter(
        record =>
          fieldText(record, kind, 'status', project) === status &&
          holdsNow(fieldText(record, kind, 'version', project), project),
      )
      .flatMap(record => itemsOf(fieldOf(record, 'audience')))
      .flatMap(node => canonicalRole(project.lifecycle, textOf(node) ?? '') ?? []),
  );
}

const holdsNow = (trained: string | undefined, { version }: Project): boolean =>
  trained === undefined || version === undefined || versionFits(trained, version, 'major');
