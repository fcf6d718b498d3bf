import type { ArtifactOutput, CriterionOutput, GateOutput, PhaseOutput, StageOutput } from '../output/status.ts';
import type { Style } from '../style.ts';

type Paint = 'green' | 'yellow' | 'red' | 'blue' | 'dim' | 'reset';

interface Mark {
  readonly symbol: string;
  readonly paint: Paint;
}

const artifactMarks: Readonly<Record<ArtifactOutput['state'], Mark>> = {
  missing: { symbol: '◌', paint: 'yellow' },
  later: { symbol: '·', paint: 'dim' },
  draft: { symbol: '○', paint: 'reset' },
  'in-review': { symbol: '◐', paint: 'blue' },
  approved: { symbol: '●', paint: 'green' },
  released: { symbol: '●', paint: 'green' },
  stale: { symbol: '◍', paint: 'yellow' },
  waived: { symbol: '–', paint: 'dim' },
  elsewhere: { symbol: '↗', paint: 'dim' },
  superseded: { symbol: '–', paint: 'dim' },
  retired: { symbol: '–', paint: 'dim' },
};

const gateMarks: Readonly<Record<GateOutput['state'], Mark>> = {
  later: { symbol: '◇', paint: 'dim' },
  blocked: { symbol: '◇', paint: 'yellow' },
  ready: { symbol: '◈', paint: 'blue' },
  passed: { symbol: '◆', paint: 'green' },
  conditional: { symbol: '◆', paint: 'yellow' },
  regressed: { symbol: '◆', paint: 'red' },
  stopped: { symbol: '◆', paint: 'red' },
};

const phasePaints: Readonly<Record<PhaseOutput['state'] | StageOutput['state'], Paint>> = {
  'not-started': 'dim',
  'in-progress': 'blue',
  preparing: 'blue',
  running: 'blue',
  'out-of-order': 'red',
  regressed: 'red',
  complete: 'green',
};

const criterionMarks: Readonly<Record<CriterionOutput['state'], Mark>> = {
  met: { symbol: '✔', paint: 'green' },
  unmet: { symbol: '✖', paint: 'red' },
};

const painted = ({ colors }: Style, { symbol, paint }: Mark): string => colors[paint](symbol);

/** A sign of one column for the state of a document, by shape first and colour second. */
export const artifactMark = (style: Style, state: ArtifactOutput['state']): string =>
  painted(style, artifactMarks[state]);
/** A diamond for the state of a gate. */
export const gateMark = (style: Style, state: GateOutput['state']): string => painted(style, gateMarks[state]);
/** A sign for the state of a criterion. */
export const criterionMark = (style: Style, state: CriterionOutput['state']): string =>
  painted(style, criterionMarks[state]);
/** A text in the colour of a state of a phase, a stage or a gate. */
export const inPhaseColor = (style: Style, state: PhaseOutput['state'] | StageOutput['state'], text: string): string =>
  style.colors[phasePaints[state]](text);
export const inGateColor = (style: Style, state: GateOutput['state'], text: string): string =>
  style.colors[gateMarks[state].paint](text);
