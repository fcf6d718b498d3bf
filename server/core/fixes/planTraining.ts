import { canonicalRole } from '../lifecycle/roles.ts';
import type { Project } from '../project/model.ts';
import { nextFree } from '../project/nextFree.ts';
import { fieldOf, fieldText } from '../project/recordValue.ts';
import { type Training, trainingKinds, trainingsOf } from '../project/training.ts';
import { textOf } from '../project/yamlValue.ts';
import type { Fix } from '../rules/rule.ts';
import { appendEntry } from './appendEntry.ts';
import { offer } from './offer.ts';
import { yamlText } from './yamlText.ts';

/** Adds a planned training for a role to the training log, after the starter of the kind; when and what is for people. */
export function planTraining(project: Project, role: string): readonly Fix[] {
  const kind = kindToWrite(project);
  if (kind === undefined || isPlanned(project, [role])) return [];
  const starter = project.lifecycle.records[kind]?.starters.find(
    ({ audience = '' }) => canonicalRole(project.lifecycle, audience) === role,
  );
  const given = { phase: starter?.phase, audience: `[${role}]`, topic: starter?.topic };
  return offer(`Plan a training for ${role}`, planned(project, kind, given));
}

/** Adds a planned training like one that took place, for the version being made. */
export function planRefresher(project: Project, { record, file, roles }: Training): readonly Fix[] {
  if (isPlanned(project, roles)) return [];
  const field = (name: string): string | undefined => fieldText(record, file.kind, name, project);
  const title = textOf(fieldOf(record, 'title'));
  const given = {
    title: title === undefined ? undefined : yamlText(title),
    phase: field('phase'),
    audience: `[${roles.join(', ')}]`,
    topic: field('topic'),
  };
  return offer(`Plan it again for ${project.version ?? 'this version'}`, planned(project, file.kind, given));
}

function planned(project: Project, kind: string, given: Readonly<Record<string, string | undefined>>) {
  const fields = project.lifecycle.records[kind]?.fields ?? {};
  const item = project.lifecycle.records[kind]?.declares[0];
  const known: Readonly<Record<string, string | undefined>> = {
    id: item === undefined ? undefined : nextFree(project, `${project.lifecycle.items[item]?.prefix ?? item}-`),
    ...given,
    version: project.version,
    status: fields.status?.values
      ?.map(String)
      .find(word => word !== trainingKinds(project.lifecycle).get(kind)?.status),
  };
  const filled = Object.entries(known).flatMap(([name, value]) =>
    value !== undefined && Object.hasOwn(fields, name) ? [[name, value] as const] : [],
  );
  const blank = Object.entries(fields).flatMap(([name, { required }]) =>
    (required === true || name === 'due') && known[name] === undefined ? [name] : [],
  );
  return appendEntry(project, kind, Object.fromEntries(filled), blank);
}

const kindToWrite = ({ lifecycle, records }: Project): string | undefined =>
  records.find(({ kind, form }) => form === 'file' && trainingKinds(lifecycle).has(kind))?.kind;

/** Whether a training that has not taken place yet is recorded for each of the roles. */
const isPlanned = (project: Project, roles: readonly string[]): boolean =>
  roles.every(role =>
    trainingsOf(project).some(training => !training.isFinished && training.holdsNow && training.roles.includes(role)),
  );
