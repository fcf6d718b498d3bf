import { planTraining } from '../fixes/planTraining.ts';
import { listItemSpan } from '../fixes/removeYaml.ts';
import { fieldDocument } from '../project/fieldPlace.ts';
import type { Artifact, Place, Project } from '../project/model.ts';
import { trainingsOf } from '../project/training.ts';
import { type UntrainedRole, untrainedRoles } from '../project/untrainedRoles.ts';
import { gateInText, inText, roleName } from '../project/wording.ts';
import { defineRule, type Fix } from './rule.ts';

export default defineRule({
  id: 'training-missing',
  scope: 'project',
  severity: 'warning',
  title: 'Whoever answers customers has been trained.',
  why: 'The first caller after the launch reaches somebody. That person needs to have held the product in hands before, and not only in the plan.',
  examples: {
    bad: {
      'lifecycle.yaml': 'lifecycle: 1\nextends: standard\nhorizon: launch\n',
      'docs/records/training.yaml':
        '- { id: TRN-1, title: Curing faults, phase: deployment, audience: [customer-support], topic: troubleshooting, version: 1.0.0, done: 2026-06-05, people: [Kofi], status: done }\n',
      'docs/deployment/support-plan.md':
        '---\nstatus: in-review\nowner: customer-support\nversion: 1.0.0\nroles: [customer-support, it-support]\n---\n\n# Support plan\n',
    },
    good: {
      'lifecycle.yaml': 'lifecycle: 1\nextends: standard\nhorizon: launch\n',
      'docs/records/training.yaml':
        '- { id: TRN-1, title: Curing faults, phase: deployment, audience: [customer-support, it-support], topic: troubleshooting, version: 1.0.0, done: 2026-06-05, people: [Kofi, Ines], status: done }\n',
      'docs/deployment/support-plan.md':
        '---\nstatus: in-review\nowner: customer-support\nversion: 1.0.0\nroles: [customer-support, it-support]\n---\n\n# Support plan\n',
    },
  },

  *check(project) {
    for (const untrained of untrainedRoles(project)) {
      const { role, place, artifact, gate, severity } = untrained;
      yield {
        ...place,
        subject: role,
        artifact: artifact.type,
        phase: artifact.definition.phase,
        gate,
        severity,
        message: `No finished training for ${roleName(project, role)} is recorded${forVersion(project)}: ${gateInText(project, gate)} needs one for every role that the ${inText(artifact.definition.title)} names.${closest(untrained, project)}`,
        fixes: [...planTraining(project, role), ...removeRole(artifact, place, role)],
      };
    }
  },
});

const forVersion = ({ version }: Project): string => (version === undefined ? '' : ` for ${version.split('.')[0]}.x`);

/** What is recorded for the role all the same. */
function closest({ role }: UntrainedRole, project: Project): string {
  const own = trainingsOf(project).filter(({ roles, record }) => roles.includes(role) && record.id !== undefined);
  const planned = own.find(({ isFinished, holdsNow }) => !isFinished && holdsNow);
  if (planned) return ` ${planned.record.id} has not taken place yet.`;
  const earlier = own.findLast(({ isFinished }) => isFinished);
  return earlier ? ` ${earlier.record.id} was for ${earlier.version}.` : '';
}

function removeRole(artifact: Artifact, { span }: Place, role: string): readonly Fix[] {
  const { path, text } = fieldDocument(artifact);
  const list = artifact.fields.all
    .map(({ value }) => value)
    .find(value => value.kind === 'list' && value.items.some(item => item.span.start === span.start));
  const item = list?.kind === 'list' ? list.items.find(other => other.span.start === span.start) : undefined;
  const gone = list?.kind === 'list' && item ? listItemSpan(text, list, item) : undefined;
  if (!gone) return [];
  const edits = [{ span: gone, text: '' }];
  return [{ title: `Take ${role} out of the list`, safe: false, changes: [{ kind: 'edit', path, edits }] }];
}
