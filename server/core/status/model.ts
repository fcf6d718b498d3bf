import type { Criterion } from '../lifecycle/schema/criterion.ts';
import type { Severity } from '../lifecycle/schema/lifecycle.ts';
import type { Place } from '../project/model.ts';

/** The answer to "where do we stand": plain data, as `slipway status --format json` and the panel show it. */
export interface Status {
  readonly product: string | undefined;
  readonly version: string | undefined;
  readonly lifecycle: string;
  /** Path of the definition file. */
  readonly definition: string;
  /** ISO date. */
  readonly asOf: string;
  readonly phases: readonly PhaseStatus[];
  /** All gates in order, repeating ones last. */
  readonly gates: readonly GateStatus[];
  /** Id of the next gate. */
  readonly next: string | undefined;
  readonly counts: Readonly<Record<Severity, number>>;
  /** The worst thing, said once; undefined when there is nothing to worry about. */
  readonly headline: Headline | undefined;
}

export interface Headline {
  readonly severity: Severity;
  readonly title: string;
  readonly detail: string;
  readonly place: Place | undefined;
}

export interface PhaseStatus {
  readonly id: string;
  readonly title: string;
  readonly state: 'not-started' | 'in-progress' | 'preparing' | 'out-of-order' | 'complete' | 'regressed';
  /** Required artifact types that are satisfied, and all of them. */
  readonly artifacts: Share;
  /** Must-criteria over the phase's gates that are met, and all of them. */
  readonly criteria: Share;
  /** Gates of the phase that are passed, without repeating ones. */
  readonly gates: Share & { readonly regressed: number };
  readonly counts: Readonly<Record<Severity, number>>;
  readonly stages: readonly StageStatus[];
}

export interface Share {
  readonly done: number;
  readonly all: number;
}

export interface StageStatus {
  readonly id: string;
  readonly title: string;
  readonly phase: string;
  readonly state: 'not-started' | 'in-progress' | 'complete' | 'running';
  readonly artifacts: readonly ArtifactStatus[];
  /** Ids of the gates that close this stage last: they stand after it on the path. */
  readonly gates: readonly string[];
}

/** `later`: missing, and no gate near asks for it. `elsewhere`: kept outside (`provided-by`). */
export type ArtifactStateWord =
  | 'missing'
  | 'later'
  | 'draft'
  | 'in-review'
  | 'approved'
  | 'released'
  | 'stale'
  | 'waived'
  | 'elsewhere'
  | 'superseded'
  | 'retired';

export interface ArtifactStatus {
  readonly type: string;
  readonly title: string;
  readonly phase: string;
  readonly stage: string | undefined;
  readonly need: 'required' | 'recommended' | 'optional';
  readonly requiredBy: string | undefined;
  /** Best state over its documents. */
  readonly state: ArtifactStateWord;
  readonly satisfied: boolean;
  readonly documents: readonly DocumentStatus[];
  /** The accountable role: the first that somebody holds, else the first named. */
  readonly accountable: string | undefined;
  /** Where a new document of this type goes. */
  readonly newPath: string;
}

export interface DocumentStatus {
  readonly path: string;
  readonly title: string;
  readonly state: ArtifactStateWord;
  readonly overdue: boolean;
}

export interface GateStatus {
  readonly id: string;
  readonly title: string;
  readonly phase: string;
  readonly question: string | undefined;
  readonly repeats: boolean;
  readonly state: 'later' | 'blocked' | 'ready' | 'passed' | 'conditional' | 'regressed' | 'stopped';
  /** The recorded decision, when there is one. */
  readonly decision: string | undefined;
  /** Exit must-criteria that are met, and all of them. */
  readonly must: Share;
  readonly criteria: readonly CriterionStatus[];
  /** Where the gate is defined, or its decision recorded. */
  readonly place: Place | undefined;
}

export interface CriterionStatus {
  readonly id: string;
  readonly part: 'entry' | 'exit';
  readonly level: 'must' | 'should';
  readonly check: Criterion['check'];
  /** The criterion in words, as it is when met. */
  readonly say: string;
  readonly state: 'met' | 'unmet';
  /** Why it is not met. */
  readonly reason: string | undefined;
  /** Where to go to meet it. */
  readonly place: Place | undefined;
  /** The artifact type to create when it is missing. */
  readonly create: string | undefined;
}
