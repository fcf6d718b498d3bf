import type {
  ArtifactStateWord,
  CriterionForEditor,
  GateForEditor,
  PhaseForEditor,
  StageStatus,
} from '../../server/lsp/protocol.ts';

/** How the state of a document is said in views. */
export const documentWords: Readonly<Record<ArtifactStateWord, string>> = {
  missing: 'missing',
  later: 'later',
  draft: 'draft',
  'in-review': 'in review',
  approved: 'approved',
  released: 'released',
  stale: 'stale',
  waived: 'waived',
  elsewhere: 'kept elsewhere',
  superseded: 'superseded',
  retired: 'retired',
};

/** What each state of a document means, as a sentence for tooltips. */
export const documentMeanings: Readonly<Record<ArtifactStateWord, string>> = {
  missing: 'No document was found.',
  later: 'No document yet, and no gate near asks for one.',
  draft: 'Being written; nobody may rely on it.',
  'in-review': 'Complete for its author; waiting for reviewers.',
  approved: 'An accountable person agreed to this content.',
  released: 'Approved and in the hands of its readers.',
  stale: 'Approved once, but changed since. It needs a new approval.',
  waived: 'Declared not applicable, with a reason and a person.',
  elsewhere: 'Kept outside this workspace; it never counts as approved.',
  superseded: 'Another document replaced it.',
  retired: 'Kept for the record; it counts for no gate.',
};

/** How the state of a gate is said. The next gate is called so, because “blocked” says less. */
export function gateWord(gate: GateForEditor, isNext: boolean): string {
  if (gate.state === 'blocked') return isNext ? 'next' : 'open';
  if (gate.state === 'stopped') return gate.decision ?? 'stopped';
  return gate.state;
}

/** What the state of a gate means, as a sentence for tooltips. */
export const gateMeanings: Readonly<Record<GateForEditor['state'], string>> = {
  later: 'An earlier gate is still open.',
  blocked: 'At least one must-criterion is not met.',
  ready: 'Every must-criterion is met; the decision is not recorded yet.',
  passed: 'The decision is recorded and nothing known speaks against it.',
  conditional: 'Passed under conditions that are not all closed.',
  regressed: 'It was passed, but a must-criterion no longer holds.',
  stopped: 'The recorded decision stops the work here.',
};

export const phaseWords: Readonly<Record<PhaseForEditor['state'], string>> = {
  'not-started': 'not started',
  'in-progress': 'in progress',
  preparing: 'preparing',
  'out-of-order': 'out of order',
  complete: 'complete',
  regressed: 'regressed',
};

export const stageWords: Readonly<Record<StageStatus['state'], string>> = {
  'not-started': 'not started',
  'in-progress': 'in progress',
  complete: 'complete',
  running: 'running',
};

export const criterionWords: Readonly<Record<CriterionForEditor['state'], string>> = {
  met: 'met',
  unmet: 'not met',
};

/** A role as words: `customer-support` reads as “customer support”. */
export const roleWords = (role: string): string => role.replaceAll('-', ' ');
