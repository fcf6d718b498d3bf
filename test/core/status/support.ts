import assert from 'node:assert/strict';
import { checkProject } from '../../../server/core/check.ts';
import type {
  ArtifactStatus,
  CriterionStatus,
  GateStatus,
  PhaseStatus,
  Status,
} from '../../../server/core/status/model.ts';
import { statusOf } from '../../../server/core/status/status.ts';
import { type Files, projectOf } from '../../support/product.ts';

/** The status of a product made of these files. */
export function statusIn(files: Files, day?: string): Status {
  const project = projectOf(files, day);
  return statusOf(project, checkProject(project));
}

const one = <Item extends { readonly id: string }>(items: readonly Item[], id: string): Item => {
  const item = items.find(other => other.id === id);
  assert.ok(item, `there is ${id}`);
  return item;
};

export const gateIn = (files: Files, gate: string): GateStatus => one(statusIn(files).gates, gate);
export const phaseIn = (files: Files, phase: string): PhaseStatus => one(statusIn(files).phases, phase);
export const criterionIn = (files: Files, gate: string, id: string): CriterionStatus =>
  one(gateIn(files, gate).criteria, id);

/** The status of an artifact type, wherever it stands. */
export function artifactIn(files: Files, type: string): ArtifactStatus {
  const all = statusIn(files).phases.flatMap(({ stages }) => stages.flatMap(({ artifacts }) => artifacts));
  const found = all.find(artifact => artifact.type === type);
  assert.ok(found, `there is ${type}`);
  return found;
}

/** A document of a type with this front matter. */
export const document = (path: string, type: string, frontMatter: string, body = ''): Files => ({
  [path]: `---\ntype: ${type}\n${frontMatter}\n---\n\n# Title\n${body}`,
});

/** A gate log of these entries, each the inside of a map. */
export const gateLog = (...entries: readonly string[]): Files => ({
  'docs/records/gates.yaml': entries.map(entry => `- { ${entry} }\n`).join(''),
});
