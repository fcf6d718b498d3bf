import type { Criterion } from '../lifecycle/schema/criterion.ts';
import type { Lifecycle } from '../lifecycle/schema/lifecycle.ts';
import type { Severity } from '../lifecycle/schema/severity.ts';
import { memoize } from '../text/memo.ts';
import { isCurrent, versionOf } from './current.ts';
import { artifactsOf } from './lookup.ts';
import type { Artifact, Project } from './model.ts';
import { isInUse, isJudged, severityAt } from './severity.ts';
import { isAgreed } from './state.ts';

/** What hands a phase over: the document that the gate at its end wants accepted by others. */
export interface Handoff {
  readonly phase: string;
  readonly gate: string;
  /** The acceptance that the gate asks for. */
  readonly acceptance: Extract<Criterion, { check: 'approval' }>;
  /** The types that the gate wants to see handed over. */
  readonly types: readonly string[];
}

/** The handoffs of a lifecycle by the type of their document. */
export const handoffs = memoize(({ phases, gates, artifacts }: Lifecycle): ReadonlyMap<string, Handoff> => {
  const byType = new Map<string, Handoff>();
  for (const [phase, { 'exit-gate': gate }] of Object.entries(phases)) {
    const criteria = gate === undefined ? [] : Object.values(gates[gate]?.exit ?? {});
    const acceptance = criteria.find(criterion => criterion.check === 'approval');
    if (gate === undefined || !acceptance || byType.has(acceptance.of)) continue;
    const named = criteria.flatMap(criterion => (criterion.check === 'artifact' ? [criterion.type] : []));
    const perVersion = Object.keys(artifacts).filter(type => artifacts[type]?.cardinality === 'per-version');
    const isHandedOver = (type: string): boolean =>
      type !== acceptance.of && artifacts[type]?.phase === phase && artifacts[type]?.need === 'required';
    const types = [...new Set([...named, ...perVersion])].filter(isHandedOver);
    byType.set(acceptance.of, { phase, gate, acceptance, types });
  }
  return byType;
});

/**
 * How grave it is when a handoff misses something: by distance of its gate, and at least a warning once the phase behind
 * the gate has begun in fact. Undefined while it may be incomplete.
 */
export function handoffSeverity(artifact: Artifact, { gate }: Handoff, project: Project): Severity | undefined {
  const { phases } = project.lifecycle;
  const hasBegun = [...project.gates.begun.keys()].some(phase => phases[phase]?.['entry-gate'] === gate);
  if (!isInUse(artifact, project) || !isCurrent(project, artifact)) return undefined;
  if (!isJudged(artifact, project) && !hasBegun) return undefined;
  return severityAt(project, gate) ?? (hasBegun ? 'warning' : undefined);
}

/** The documents that have to be listed: those of the version being made that somebody has agreed to. */
export const documentsToHandOver = ({ types }: Handoff, project: Project): readonly Artifact[] =>
  types.flatMap(type =>
    artifactsOf(project, type).filter(
      artifact =>
        isInUse(artifact, project) &&
        isAgreed(project.lifecycle, artifact.state.status) &&
        (artifact.definition.cardinality !== 'per-version' ||
          (versionOf(artifact) !== undefined && isCurrent(project, artifact))),
    ),
  );
