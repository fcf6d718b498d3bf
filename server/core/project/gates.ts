import { compareDates, isDate } from '../lifecycle/date.ts';
import { foldWord } from '../lifecycle/fold.ts';
import type { Lifecycle } from '../lifecycle/schema/lifecycle.ts';
import { phaseEvidence } from './evidence.ts';
import type {
  Artifact,
  Distance,
  Evidence,
  GateDecision,
  GateProgress,
  Project,
  RecordEntry,
  RecordFile,
} from './model.ts';
import { entriesOfKind } from './records.ts';
import type { Setting } from './subject.ts';
import { versionFits } from './version.ts';
import { entry, isBlank, mapsOf, textOf } from './yamlValue.ts';

const gateLog = 'gate-log';

/** Gate ids in their order. */
export function orderedGates(lifecycle: Lifecycle): readonly string[] {
  return Object.entries(lifecycle.gates)
    .map(([id, gate], index) => ({ id, order: gate.order ?? index + 1 }))
    .sort((a, b) => a.order - b.order)
    .map(({ id }) => id);
}

/** Reads the gate log and derives which gate is next and how far away each gate is. */
export const gateProgress = (
  setting: Setting,
  artifacts: readonly Artifact[],
  records: readonly RecordFile[],
): GateProgress =>
  progressAfter(newestDecisions(setting, entriesOfKind(records, gateLog)), setting, artifacts, records);

/** The product on the day after a go at `gate`: open gates before it are passed too. Documents and records are as now. */
export function passing(project: Project, gate: string): Project {
  const { order, decisions } = project.gates;
  const upTo = order.includes(gate) ? order.slice(0, order.indexOf(gate) + 1) : [gate];
  const place = { path: project.definition.path, span: { start: 0, end: 0 } };
  const assumed = upTo
    .filter(id => !passes(decisions.get(id)))
    .map(id => [id, { gate: id, decision: 'go', date: project.today, place, openConditions: 0 }] as const);
  const gates = progressAfter(new Map([...decisions, ...assumed]), project, project.artifacts, project.records);
  return { ...project, gates };
}

function progressAfter(
  decisions: GateProgress['decisions'],
  setting: Setting,
  artifacts: readonly Artifact[],
  records: readonly RecordFile[],
): GateProgress {
  const { lifecycle } = setting;
  const order = orderedGates(lifecycle).filter(gate => lifecycle.gates[gate]?.repeats === undefined);
  const isPassed = (gate: string): boolean => passes(decisions.get(gate));
  const next = order.find(gate => !isPassed(gate));
  const begun = begunPhases(setting, artifacts, records, isPassed);
  const distances = distancesOf(lifecycle, order, isPassed, next, begun);
  return { order, decisions, next, begun, distance: gate => distances.get(gate) ?? 'later' };
}

/** The entries of the gate log about a gate, decided or not; of one that repeats, those on the version being made. */
export const gateEntries = ({ lifecycle, version, records }: Project, gate: string): readonly RecordEntry[] =>
  entriesOfKind(records, gateLog).filter(
    ({ map }) =>
      textOf(entry(map, 'gate')) === gate && concernsVersion(textOf(entry(map, 'version')), gate, lifecycle, version),
  );

/** Whether a decision lets work go on. */
export const passes = (decision: GateDecision | undefined): boolean =>
  decision?.decision === 'go' || decision?.decision === 'conditional-go';

/** Whether a gate is passed with conditions that are still open. */
export const isConditional = (decision: GateDecision | undefined): boolean =>
  decision?.decision === 'conditional-go' && decision.openConditions > 0;

/** Whether the gate that ends a phase is passed: the one that the phase names, else the last of its own. */
export function isPhaseComplete({ lifecycle, gates }: Project, phase: string): boolean {
  const last =
    lifecycle.phases[phase]?.['exit-gate'] ?? gates.order.findLast(gate => lifecycle.gates[gate]?.phase === phase);
  return last !== undefined && passes(gates.decisions.get(last));
}

/** The newest decision on each gate, none of a later day; of a gate that repeats, on the version being made. */
function newestDecisions(
  { lifecycle, version, today }: Setting,
  entries: readonly RecordEntry[],
): ReadonlyMap<string, GateDecision> {
  const newest = new Map<string, GateDecision>();
  for (const record of entries) {
    const decision = readDecision(record);
    if (!decision || !Object.hasOwn(lifecycle.gates, decision.gate)) continue;
    if (decision.date !== undefined && isDate(decision.date) && decision.date > today) continue;
    if (!concernsVersion(textOf(entry(record.map, 'version')), decision.gate, lifecycle, version)) continue;
    const known = newest.get(decision.gate);
    if (!known || compareDates(decision.date ?? '', known.date ?? '') >= 0) newest.set(decision.gate, decision);
  }
  return newest;
}

/**
 * Whether a decision about `decided` counts for the version being made: of a gate that repeats, the same version; of the
 * others, with `cycle: major`, the same major version. A decision that names no version counts always.
 */
function concernsVersion(
  decided: string | undefined,
  gate: string,
  lifecycle: Lifecycle,
  version: string | undefined,
): boolean {
  if (decided === undefined || version === undefined) return true;
  if (lifecycle.gates[gate]?.repeats !== undefined) return versionFits(decided, version, 'patch');
  return lifecycle.cycle === 'once' || versionFits(decided, version, 'major');
}

const decisionWords = ['go', 'conditional-go', 'hold', 'recycle', 'stop'] as const;

function readDecision({ map, path, span }: RecordEntry): GateDecision | undefined {
  const gate = textOf(entry(map, 'gate'));
  const written = textOf(entry(map, 'decision'));
  const decision = decisionWords.find(word => word === foldWord(written ?? ''));
  if (gate === undefined || decision === undefined) return undefined;
  const openConditions = mapsOf(entry(map, 'conditions')).filter(condition =>
    isBlank(entry(condition, 'closed')),
  ).length;
  return {
    gate,
    decision,
    date: textOf(entry(map, 'date')),
    place: { path, span: entry(map, 'gate')?.span ?? span },
    openConditions,
  };
}

/** Phases that go on in fact although their entry gate is not passed. */
function begunPhases(
  setting: Setting,
  artifacts: readonly Artifact[],
  records: readonly RecordFile[],
  isPassed: (gate: string) => boolean,
): ReadonlyMap<string, Evidence> {
  const begun = new Map<string, Evidence>();
  for (const [id, phase] of Object.entries(setting.lifecycle.phases)) {
    const entryGate = phase['entry-gate'];
    if (entryGate === undefined || isPassed(entryGate)) continue;
    const evidence = phaseEvidence(setting, id, artifacts, records);
    if (evidence) begun.set(id, evidence);
  }
  return begun;
}

/** A phase that goes on in fact makes its first open gate a second next one; the gates between stay as far as they are. */
function distancesOf(
  lifecycle: Lifecycle,
  order: readonly string[],
  isPassed: (gate: string) => boolean,
  next: string | undefined,
  begun: ReadonlyMap<string, Evidence>,
): ReadonlyMap<string, Distance> {
  const placeOf = (gate: string | undefined): number => (gate === undefined ? -1 : order.indexOf(gate));
  const last = Math.max(placeOf(next), placeOf(lifecycle.horizon));
  const nextInFact = new Set(
    [...begun.keys()].map(phase => order.find(gate => lifecycle.gates[gate]?.phase === phase && !isPassed(gate))),
  );
  const distances = new Map<string, Distance>();
  let beyond: Distance = 'after-next';
  for (const [index, gate] of order.entries()) {
    if (isPassed(gate)) distances.set(gate, 'passed');
    else if (index <= last) distances.set(gate, 'next');
    else {
      distances.set(gate, nextInFact.has(gate) ? 'next' : beyond);
      beyond = 'later';
    }
  }
  for (const gate of orderedGates(lifecycle))
    if (!distances.has(gate)) distances.set(gate, repeatingDistance(lifecycle, gate, order, isPassed));
  return distances;
}

/** A gate that repeats for each version counts once the first gate of its phase is passed. */
function repeatingDistance(
  lifecycle: Lifecycle,
  gate: string,
  order: readonly string[],
  isPassed: (gate: string) => boolean,
): Distance {
  const first = order.find(other => lifecycle.gates[other]?.phase === lifecycle.gates[gate]?.phase);
  return first !== undefined && isPassed(first) ? 'next' : 'later';
}
