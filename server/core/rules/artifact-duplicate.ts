import { setFields, takesFields } from '../fixes/frontMatter.ts';
import { localPath } from '../project/build.ts';
import { fieldDocument } from '../project/fieldPlace.ts';
import type { Artifact, Project } from '../project/model.ts';
import { matchPath } from '../project/recognise.ts';
import { isInUse } from '../project/severity.ts';
import { headSpan } from '../project/wording.ts';
import { textOf } from '../project/yamlValue.ts';
import { defineRule, type Fix } from './rule.ts';

export default defineRule({
  id: 'artifact-duplicate',
  scope: 'project',
  severity: 'warning',
  title: 'A document that exists once exists once.',
  why: 'When two files claim to be the roadmap, readers find one and writers keep the other. The same holds for two test reports of one version.',
  examples: {
    bad: {
      'docs/deployment/roadmap.md':
        '---\ntype: roadmap\nstatus: draft\nowner: product-manager\nversion: 1.0.0\n---\n\n# Roadmap\n',
      'docs/product-roadmap.md':
        '---\ntype: roadmap\nstatus: draft\nowner: product-manager\nversion: 1.0.0\n---\n\n# Product roadmap\n',
    },
    good: {
      'docs/deployment/roadmap.md':
        '---\ntype: roadmap\nstatus: draft\nowner: product-manager\nversion: 1.0.0\n---\n\n# Roadmap\n',
      'docs/product-roadmap.md':
        '---\ntype: roadmap\nstatus: superseded\nsuperseded_by: docs/deployment/roadmap.md\nowner: product-manager\nversion: 1.0.0\n---\n\n# Product roadmap\n',
    },
  },

  *check(project) {
    for (const [first, ...others] of groups(project).values())
      for (const other of others) {
        if (!first) continue;
        const { title } = other.definition;
        yield {
          path: other.path,
          span: headSpan(other),
          subject: other.type,
          artifact: other.type,
          phase: other.definition.phase,
          gate: other.definition['required-by'],
          message: `“${title}” exists twice${ofVersion(other)}: ${first.path} is another. Readers cannot know which one holds: keep one, or mark the other as superseded.`,
          related: [{ path: first.path, span: headSpan(first), message: 'The other one is here.' }],
          fixes: supersede(other, first, project),
        };
      }
  },
});

const ofVersion = (artifact: Artifact): string =>
  artifact.definition.cardinality === 'per-version' ? ` for ${uniqueSubject(artifact)}` : '';

/** Says in the front matter that another document took the place of this one. */
function supersede(artifact: Artifact, by: Artifact, project: Project): readonly Fix[] {
  const { statuses, fields } = project.lifecycle;
  const status = Object.keys(statuses).find(id => id === 'superseded' && !statuses[id]?.ordered);
  if (status === undefined || !Object.hasOwn(fields, 'superseded_by') || !takesFields(fieldDocument(artifact)))
    return [];
  const change = setFields(artifact, [
    ['status', status],
    ['superseded_by', localPath(project.root, by.path)],
  ]);
  return [{ title: `Mark it as superseded by ${by.path}`, safe: false, changes: [change] }];
}

/** Artifacts that must be alone, grouped by what they are about; the one that fits its path comes first. */
function groups(project: Project): ReadonlyMap<string, readonly Artifact[]> {
  const grouped = new Map<string, Artifact[]>();
  for (const artifact of project.artifacts) {
    const subject = uniqueSubject(artifact);
    if (subject === undefined || !isInUse(artifact, project)) continue;
    const key = [artifact.type, textOf(artifact.fields.get('part')?.value) ?? '', subject].join('\n');
    grouped.set(
      key,
      [...(grouped.get(key) ?? []), artifact].sort((a, b) => misplaced(a, project) - misplaced(b, project)),
    );
  }
  return grouped;
}

/** 0 where new documents of the type go, 1 elsewhere. */
const misplaced = ({ type, path }: Artifact, { root, lifecycle }: Project): number =>
  Number(matchPath(lifecycle, type, localPath(root, path)) === undefined);

function uniqueSubject({ definition, fields, captures }: Artifact): string | undefined {
  if (definition.cardinality === 'one') return '';
  return definition.cardinality === 'per-version'
    ? (textOf(fields.get('version')?.value) ?? captures.version)?.replace(/^v/i, '')
    : undefined;
}
