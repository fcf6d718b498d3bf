import { addDefinitionEntry } from '../fixes/definitionEntry.ts';
import { newDocument, newPath } from '../fixes/documentSkeleton.ts';
import { fromChangelog } from '../fixes/fromChangelog.ts';
import { isCurrent, versionOf } from '../project/current.ts';
import { definitionPlace } from '../project/definitionPlace.ts';
import { artifactsOf } from '../project/lookup.ts';
import type { Artifact, Project } from '../project/model.ts';
import { accountableText } from '../project/people.ts';
import { isInUse, isUnread } from '../project/severity.ts';
import { versionNeed } from '../project/versionNeed.ts';
import { isElsewhere, isWaived } from '../project/waivers.ts';
import { listed, numberOf, whoNeedsIt } from '../project/wording.ts';
import { defineRule, type Fix } from './rule.ts';

export default defineRule({
  id: 'artifact-version-missing',
  scope: 'project',
  severity: 'warning',
  title: 'What is written anew for each version is there for the version being made.',
  why: 'Release notes of the last version say nothing about this one. A report of other tests proves nothing about this build.',
  examples: {
    bad: {
      'lifecycle.yaml': 'lifecycle: 1\nextends: standard\nproduct: { version: 1.3.0 }\nhorizon: launch\n',
      'docs/deployment/release-notes/1.2.0.md':
        '---\nstatus: released\nowner: product-manager\nversion: 1.2.0\ndate: 2026-05-04\n---\n\n# Release notes 1.2.0\n',
    },
    good: {
      'lifecycle.yaml': 'lifecycle: 1\nextends: standard\nproduct: { version: 1.3.0 }\nhorizon: launch\n',
      'docs/deployment/release-notes/1.3.0.md':
        '---\nstatus: draft\nowner: product-manager\nversion: 1.3.0\ndate: 2026-06-15\n---\n\n# Release notes 1.3.0\n',
    },
  },

  *check(project) {
    const { version } = project;
    if (version === undefined) return;
    for (const [type, definition] of Object.entries(project.lifecycle.artifacts)) {
      if (definition.cardinality !== 'per-version' || definition.need === 'optional') continue;
      if (isWaived(project, type) || isElsewhere(project, type)) continue;
      const files = artifactsOf(project, type).filter(artifact => counts(artifact, project));
      // Where there is no file at all, the type is missing.
      if (files.length === 0 || files.some(artifact => isCurrent(project, artifact))) continue;
      const need = versionNeed(project, type);
      if (!need) continue;
      const { be, it } = numberOf(definition.title);
      const who = accountableText(project, type);
      const others = listed([...new Set(files.flatMap(file => versionOf(file) ?? []))]);
      yield {
        ...definitionPlace(project, ['artifacts', type]),
        subject: type,
        artifact: type,
        phase: definition.phase,
        gate: need.gate,
        severity: definition.need === 'recommended' ? 'info' : need.severity,
        message:
          `${definition.title} for ${version} ${be} missing (found: ${others}): ${whoNeedsIt(project, need.gate, it)}${who && ` (${who})`}. ${definition.purpose ?? ''}`.trim(),
        fixes: fixesFor(project, type),
      };
    }
  },
});

/** Files that may be what is looked for, as far as anybody can see. */
const counts = (artifact: Artifact, project: Project): boolean =>
  artifact.state.waived || isUnread(artifact.document) || isInUse(artifact, project);

function fixesFor(project: Project, type: string): readonly Fix[] {
  const created = project.exists(newPath(project, type)) ? undefined : newDocument(project, type);
  const waive = addDefinitionEntry(project, 'waive', type, ['reason', 'by', 'until']);
  return [
    ...(created
      ? [
          {
            title: `Create ${created.path}`,
            safe: false,
            byName: true,
            changes: [{ kind: 'create' as const, ...fromChangelog(project, type, created) }],
          },
        ]
      : []),
    ...(waive ? [{ title: `Declare “${type}” not applicable`, safe: false, changes: [waive] }] : []),
  ];
}
