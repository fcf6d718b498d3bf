import type { Lifecycle } from '../lifecycle/schema/lifecycle.ts';
import type { Document } from '../parse/model.ts';
import { companionsOf } from './companions.ts';
import { fieldsOf } from './fields.ts';
import type { Artifact, Sidecar } from './model.ts';
import type { Candidate } from './nearestWins.ts';
import { partPath } from './partPath.ts';
import { sectionsOf } from './sections.ts';
import { stateOf } from './state.ts';

interface Surroundings {
  readonly root: string;
  readonly lifecycle: Lifecycle;
  readonly today: string;
  readonly documents: ReadonlyMap<string, Document>;
}

/**
 * Reads candidates as artifacts, in path order: with their sidecars, which are no artifacts of their own, and with the
 * companions whose type only the document that they accompany tells. `isFree` says which other documents may be those.
 */
export function readArtifacts(
  candidates: readonly Candidate[],
  around: Surroundings,
  isFree: (path: string) => boolean,
): readonly Artifact[] {
  const withSidecars = candidates.map(candidate => ({ candidate, sidecar: sidecarOf(candidate, around) }));
  const sidecars = new Set(withSidecars.map(({ sidecar }) => sidecar?.path));
  const artifacts = withSidecars.flatMap(({ candidate, sidecar }) =>
    sidecars.has(candidate.document.path) ? [] : [toArtifact(candidate, sidecar, around)],
  );
  const told = artifacts.flatMap(artifact => companionCandidates(artifact, around, isFree));
  if (told.length === 0) return artifacts;
  const companions = new Map(told.map(candidate => [`${candidate.claim.type} ${candidate.local}`, candidate]));
  const others = [...companions.values()].map(candidate => toArtifact(candidate, sidecarOf(candidate, around), around));
  return [...artifacts, ...others].sort(byPath);
}

const byPath = (a: Artifact, b: Artifact): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);

function toArtifact(
  { claim, document }: Candidate,
  sidecar: Sidecar | undefined,
  { lifecycle, today }: Surroundings,
): Artifact {
  const definition = lifecycle.artifacts[claim.type];
  if (!definition) throw new Error(`No definition of ${claim.type}`);
  const fields = fieldsOf(sidecar?.document ?? document, lifecycle, definition);
  return {
    type: claim.type,
    by: claim.by,
    captures: claim.captures,
    definition,
    document,
    path: document.path,
    sidecar,
    fields,
    sections: sectionsOf(document, definition),
    state: stateOf(document, definition, fields, lifecycle, today),
  };
}

/** Where the sidecar of a document is or should be; undefined when its type has none. */
function sidecarOf({ claim, document }: Candidate, { lifecycle, root, documents }: Surroundings): Sidecar | undefined {
  const source = lifecycle.artifacts[claim.type]?.sidecar;
  if (source === undefined) return undefined;
  const path = partPath(source, document.path, root, name => claim.captures[name]);
  return path === undefined || path === document.path ? undefined : { path, document: documents.get(path) };
}

/** The companions of a document that nothing else shows to be of their type. */
function companionCandidates(
  artifact: Artifact,
  { lifecycle, root, documents }: Surroundings,
  isFree: (path: string) => boolean,
): readonly Candidate[] {
  return companionsOf(artifact, { lifecycle, root }).flatMap(({ definition: { type }, paths }) =>
    paths.flatMap(path => {
      const document = type !== undefined && isFree(path) ? documents.get(path) : undefined;
      if (type === undefined || !document) return [];
      return [{ claim: { type, by: 'path', captures: {}, score: 100 }, document, local: path }];
    }),
  );
}
