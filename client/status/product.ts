import type {
  ArtifactStatus,
  CriterionForEditor,
  GateForEditor,
  PhaseForEditor,
  ProductStatus,
  StageStatus,
} from '../../server/lsp/protocol.ts';
import { folderName } from './places.ts';

/** What a product is called: its name, or that of the folder its definition lies in. */
export const productName = (product: ProductStatus): string =>
  product.product ?? (folderName(product.definitionUri) || 'Product');

/** The gate that is to be passed next. */
export const nextGate = (product: ProductStatus): GateForEditor | undefined =>
  product.gates.find(gate => gate.id === product.next);

/** The gate that comes after the next one. Gates that repeat for every version are not on the path. */
export function gateAfterNext(product: ProductStatus): GateForEditor | undefined {
  const path = product.gates.filter(gate => !gate.repeats);
  const at = path.findIndex(gate => gate.id === product.next);
  return at < 0 ? undefined : path[at + 1];
}

/** Must- or should-criteria of a gate in one state, in their order. */
export const criteriaOf = (
  gate: GateForEditor,
  level: CriterionForEditor['level'],
  state: CriterionForEditor['state'],
): readonly CriterionForEditor[] =>
  gate.criteria.filter(criterion => criterion.level === level && criterion.state === state);

/** Criteria without those that ask for the same as an earlier one, such as a document to enter a gate and to pass it. */
export function withoutRepeats(criteria: readonly CriterionForEditor[]): readonly CriterionForEditor[] {
  const seen = new Set<string>();
  return criteria.filter(({ id, state, reason, create, place }) => {
    const key = state === 'unmet' && reason !== undefined ? JSON.stringify([reason, create, place]) : id;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/** The gates that stand after a stage on the path. */
export const gatesAfter = (product: ProductStatus, stage: StageStatus): readonly GateForEditor[] =>
  stage.gates.flatMap(id => product.gates.filter(gate => gate.id === id));

/** Gates of a phase that close no stage, such as one that repeats for every version: they stand at the phase's end. */
export function gatesAtEnd(product: ProductStatus, phase: PhaseForEditor): readonly GateForEditor[] {
  const placed = new Set(product.phases.flatMap(each => each.stages).flatMap(stage => stage.gates));
  return product.gates.filter(gate => gate.phase === phase.id && !placed.has(gate.id));
}

/** Whether an artifact still has to be written: it is missing, or its document for this version is. */
export const isAbsent = ({ state }: ArtifactStatus): boolean => state === 'missing' || state === 'later';

/** The artifacts that views show: an optional one is never asked for, so it appears once it exists. */
export const shownArtifacts = (stage: StageStatus): readonly ArtifactStatus[] =>
  stage.artifacts.filter(artifact => artifact.need !== 'optional' || artifact.documents.length > 0);

/** Every artifact of a product, in the order of its phases and stages. */
const artifactsOf = (product: ProductStatus): readonly ArtifactStatus[] =>
  product.phases.flatMap(phase => phase.stages.flatMap(stage => stage.artifacts));

/** The artifact of a type. */
export const artifactOf = (product: ProductStatus, type: string): ArtifactStatus | undefined =>
  artifactsOf(product).find(artifact => artifact.type === type);
