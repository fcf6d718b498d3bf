import { planRefresher } from '../fixes/planTraining.ts';
import { aboutEntry, nameOf } from '../project/aboutEntry.ts';
import { workspacePath } from '../project/build.ts';
import { resolveLink } from '../project/links.ts';
import { artifactsAt } from '../project/lookup.ts';
import type { Project, RecordEntry } from '../project/model.ts';
import { entriesById, type KeptEntry } from '../project/recordKinds.ts';
import { fieldOf, fieldText } from '../project/recordValue.ts';
import { type Training, trainingKinds, trainingsOf } from '../project/training.ts';
import { untrainedRoles } from '../project/untrainedRoles.ts';
import { compareVersions } from '../project/version.ts';
import { listed, roleName } from '../project/wording.ts';
import { itemsOf, textOf } from '../project/yamlValue.ts';
import { groupBy } from '../text/groupBy.ts';
import { memoize } from '../text/memo.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'training-outdated',
  scope: 'record',
  severity: 'info',
  title: 'What people were trained in is what they work with now.',
  why: 'A new major version, or a change that breaks what people learned, makes good habits wrong. Those who were trained once are the last to be asked again.',
  examples: {
    bad: {
      'lifecycle.yaml': 'lifecycle: 1\nextends: standard\nproduct: { version: 2.0.0 }\n',
      'docs/records/training.yaml':
        '- { id: TRN-2, title: Curing faults, phase: deployment, audience: [customer-support], topic: troubleshooting, version: 1.0.0, done: 2026-01-05, people: [Kofi], status: done }\n',
    },
    good: {
      'lifecycle.yaml': 'lifecycle: 1\nextends: standard\nproduct: { version: 1.2.0 }\n',
      'docs/records/training.yaml':
        '- { id: TRN-2, title: Curing faults, phase: deployment, audience: [customer-support], topic: troubleshooting, version: 1.0.0, done: 2026-01-05, people: [Kofi], status: done }\n',
    },
  },

  *check(file, project) {
    if (!trainingKinds(project.lifecycle).has(file.kind)) return;
    const open = new Set(untrainedRoles(project).map(({ role }) => role));
    for (const training of trainingsOf(project)) {
      const { record, roles, isFinished, holdsNow, version } = training;
      // Where all its roles count as untrained, that is said already.
      if (training.file !== file || !isFinished || version === undefined || roles.length === 0) continue;
      if (roles.every(role => open.has(role)) || isRepeated(training, project)) continue;
      const change = holdsNow ? breakingChange(training, project) : undefined;
      if (holdsNow ? !change : compareVersions(version, project.version ?? version) > 0) continue;
      const people = listed(roles.map(role => roleName(project, role)));
      const cause = change
        ? `${nameOf(change.file, change.record, project)} breaks what was taught, in version ${textOf(fieldOf(change.record, 'version'))}`
        : `the version being made is ${project.version}`;
      yield {
        ...aboutEntry(file, record, project, 'version'),
        message: `${nameOf(file, record, project)} trained ${people} for version ${version}, but ${cause}. Plan a refresher, or record the one that took place.`,
        fixes: planRefresher(project, training),
      };
    }
  },
});

/** Whether all its roles had a later training on the same topic. */
const isRepeated = ({ roles, record, version = '', file }: Training, project: Project): boolean =>
  roles.every(role => {
    const newest = newestByRole(project).get(keyOf(role, fieldText(record, file.kind, 'topic', project)));
    return newest !== undefined && compareVersions(newest, version) > 0;
  });

/** The version of the newest finished training that holds now, by role and topic. */
const newestByRole = memoize((project: Project): ReadonlyMap<string, string> => {
  const newest = new Map<string, string>();
  for (const { isFinished, holdsNow, roles, version = project.version, record, file } of trainingsOf(project))
    for (const role of isFinished && holdsNow && version !== undefined ? roles : []) {
      const key = keyOf(role, fieldText(record, file.kind, 'topic', project));
      if (compareVersions(version ?? '', newest.get(key) ?? '') > 0) newest.set(key, version ?? '');
    }
  return newest;
});

const keyOf = (role: string, topic = ''): string => `${role}\n${topic}`;

/** A change that breaks something, made after the training up to the version being made, and about what was taught. */
function breakingChange({ record, version = '', file }: Training, project: Project): KeptEntry | undefined {
  const taught = [record.id, fieldText(record, file.kind, 'topic', project), ...materialNames(record, project)];
  return taught
    .flatMap(name => (name === undefined ? [] : (breakingChanges(project).get(name) ?? [])))
    .find(({ record: change }) => {
      const made = textOf(fieldOf(change, 'version')) ?? '';
      return compareVersions(made, version) > 0 && compareVersions(made, project.version ?? made) <= 0;
    });
}

/** The changes that break something and name a version, by what they affect. */
const breakingChanges = memoize((project: Project): ReadonlyMap<string, readonly KeptEntry[]> => {
  const breaking = [...entriesById('change', project).values()].filter(
    ({ record }) => textOf(fieldOf(record, 'breaking')) === 'true' && textOf(fieldOf(record, 'version')) !== undefined,
  );
  const affected = breaking.flatMap(change =>
    itemsOf(fieldOf(change.record, 'affects')).map(node => ({ name: textOf(node) ?? '', change })),
  );
  const byName = groupBy(affected, ({ name }) => name);
  return new Map([...byName].map(([name, changes]) => [name, changes.map(({ change }) => change)]));
});

/** What changes may call the material of a training: the types of the document, and its path. */
function materialNames(record: RecordEntry, project: Project): readonly string[] {
  const written = textOf(fieldOf(record, 'material'));
  if (written === undefined) return [];
  const paths = [resolveLink(record.path, written)?.path ?? '', workspacePath(project.root, written)];
  return [written, ...paths.flatMap(path => artifactsAt(project, path).map(({ type }) => type))];
}
