import type {
  ArtifactStateWord,
  CriterionForEditor,
  GateForEditor,
  PhaseForEditor,
  StageStatus,
} from '../../../server/lsp/protocol.ts';
import type { Icon } from './node.ts';

const good = 'testing.iconPassed';
const warn = 'list.warningForeground';
const bad = 'list.errorForeground';
const now = 'charts.blue';
const faint = 'disabledForeground';

export const documentIcons: Readonly<Record<ArtifactStateWord, Icon>> = {
  missing: { id: 'issue-draft', color: bad },
  later: { id: 'circle-large-outline', color: faint },
  draft: { id: 'edit' },
  'in-review': { id: 'eye', color: now },
  approved: { id: 'pass-filled', color: good },
  released: { id: 'verified-filled', color: good },
  stale: { id: 'history', color: warn },
  waived: { id: 'circle-slash' },
  elsewhere: { id: 'link-external' },
  superseded: { id: 'replace', color: faint },
  retired: { id: 'archive', color: faint },
};

/** Missing, but only recommended: the same shape without the alarm. */
export const recommendedIcon: Icon = { id: 'issue-draft' };

/** Gates are diamonds, as on the panel's line, unless something is wrong with them. */
export const gateIcons: Readonly<Record<GateForEditor['state'], Icon>> = {
  later: { id: 'debug-breakpoint-log-unverified', color: faint },
  blocked: { id: 'debug-breakpoint-log-unverified', color: now },
  ready: { id: 'debug-breakpoint-log-unverified', color: good },
  passed: { id: 'debug-breakpoint-log', color: good },
  conditional: { id: 'debug-breakpoint-log', color: warn },
  regressed: { id: 'issue-reopened', color: bad },
  stopped: { id: 'stop-circle', color: bad },
};

export const phaseIcons: Readonly<Record<PhaseForEditor['state'], Icon>> = {
  'not-started': { id: 'circle-large-outline', color: faint },
  'in-progress': { id: 'play-circle', color: now },
  preparing: { id: 'play-circle' },
  'out-of-order': { id: 'error', color: bad },
  complete: { id: 'pass-filled', color: good },
  regressed: { id: 'issue-reopened', color: bad },
};

export const stageIcons: Readonly<Record<StageStatus['state'], Icon>> = {
  'not-started': { id: 'circle-large-outline', color: faint },
  'in-progress': { id: 'play-circle', color: now },
  complete: { id: 'pass', color: good },
  running: { id: 'sync' },
};

/** An unmet criterion is an alarm only where its gate is next or was passed. */
export function criterionIcon(criterion: CriterionForEditor, gate: GateForEditor): Icon {
  if (criterion.level === 'should') return { id: 'dash' };
  return gate.state === 'later' ? { id: 'close' } : { id: 'close', color: bad };
}
