import type { Lifecycle, Severity } from '../../lifecycle/schema/lifecycle.ts';
import type { Coverage } from '../../lifecycle/schema/record.ts';
import { contains } from '../../text/span.ts';
import { isPhaseComplete } from '../gates.ts';
import { artifactsAt } from '../lookup.ts';
import type { Project } from '../model.ts';
import { isJudged, isPathInUse, severityAt } from '../severity.ts';
import { versionFits } from '../version.ts';
import { textOf } from '../yamlValue.ts';
import { answerState } from './answers.ts';
import { type Case, coverageOf } from './coverage.ts';
import { isSort, itemKey } from './ends.ts';
import { tracesOf } from './links.ts';
import type { End, Item, TraceLink } from './model.ts';

/** Something that lacks a link which a coverage rule of the lifecycle asks for, and that is worth saying now. */
export interface TraceGap {
  readonly found: Case;
  readonly coverage: Coverage;
  readonly gate: string;
  readonly phase: string | undefined;
  readonly severity: Severity;
}

/**
 * The gaps that a rule reports: those of every coverage rule which names it. Left out is what is said elsewhere already:
 * gaps while the document that would hold the answer is missing or hardly begun, and things that do have the link, but to
 * an id that is unknown or retired. Of a completed phase only what is aimed at the version being made is judged.
 */
export function traceGaps(project: Project, rule: string): readonly TraceGap[] {
  const gaps = new Map<string, TraceGap>();
  for (const [id, coverage] of coveragesOf(project.lifecycle, rule))
    for (const found of coverageOf(project, id)) {
      if (found.covered || isSaidElsewhere(found, coverage, project)) continue;
      const gap = asGap(found, coverage, project);
      const key = `${found.place.path} ${found.place.span.start}`;
      const known = gaps.get(key);
      if (gap && (!known || rank(gap.severity) < rank(known.severity))) gaps.set(key, gap);
    }
  return [...gaps.values()];
}

/** The coverage rules of which a rule reports the gaps, by their ids. */
export const coveragesOf = ({ coverage }: Lifecycle, rule: string): readonly (readonly [string, Coverage])[] =>
  Object.entries(coverage).filter(([, other]) => other.rule === rule);

const rank = (severity: Severity): number => (severity === 'error' ? 0 : severity === 'warning' ? 1 : 2);

/** What is wrong about a case of a coverage rule, with its severity; undefined while nobody needs it. */
export function asGap(found: Case, coverage: Coverage, project: Project): TraceGap | undefined {
  const gate = coverage['from-gate'];
  const severity = severityOf(found, coverage, project);
  if (severity === undefined || !isPathInUse(project, found.place.path)) return undefined;
  const answers = answerState(coverage, project);
  if (answers === 'absent') return undefined;
  const isPassed = project.gates.distance(gate) === 'passed';
  if (!isPassed && (answers === 'draft' || !isBegun(found, project))) return undefined;
  return { found, coverage, gate, phase: project.lifecycle.gates[gate]?.phase, severity };
}

function severityOf(found: Case, { 'from-gate': gate, level }: Coverage, project: Project): Severity | undefined {
  const severity = severityAt(project, gate);
  const phase = project.lifecycle.gates[gate]?.phase;
  if (severity === undefined) return undefined;
  if (phase !== undefined && isPhaseComplete(project, phase) && !isForThisVersion(found.item, project))
    return undefined;
  if (level === 'should') return 'info';
  return phase !== undefined && isPhaseComplete(project, phase) ? 'warning' : severity;
}

/** Drafts are left alone until a gate that is passed needs them; what only a record says is no draft. */
function isBegun({ place }: Case, project: Project): boolean {
  const roles = artifactsAt(project, place.path);
  return roles.length === 0 || roles.some(artifact => isJudged(artifact, project));
}

/** Whether an item, or one that it is linked to, names the version being made. */
export function isForThisVersion(item: Item | undefined, project: Project): boolean {
  if (item === undefined || project.version === undefined) return false;
  const { items, outgoing } = tracesOf(project);
  const linked = (outgoing.get(itemKey(item.id)) ?? []).map(({ to }) =>
    to.kind === 'item' ? items.get(to.id) : undefined,
  );
  return [item, ...linked].some(other => {
    const version = textOf(other?.get('version'));
    return version !== undefined && project.version !== undefined && versionFits(version, project.version, 'patch');
  });
}

/** Whether the case has a link of the wanted kind to something that another rule objects to. */
function isSaidElsewhere({ item }: Case, coverage: Coverage, project: Project): boolean {
  if (item === undefined || coverage.link === undefined) return false;
  const { items, outgoing, incoming } = tracesOf(project);
  const names = [coverage.link].flat();
  const isSaid = (end: End, link: TraceLink): boolean => {
    if (end.kind !== 'item' || !isSort(end, coverage.to)) return false;
    const other = items.get(end.id);
    if (other === undefined) return project.items.declarableKinds.has(end.item);
    return other.retired && !isWrittenBy(other, link);
  };
  const key = itemKey(item.id);
  return (
    (outgoing.get(key) ?? []).some(link => names.includes(link.type) && isSaid(link.to, link)) ||
    (incoming.get(key) ?? []).some(
      link => names.includes(project.lifecycle.links[link.type]?.inverse ?? '') && isSaid(link.from, link),
    )
  );
}

/** Whether an item says a link itself. */
export const isWrittenBy = (item: Item, { place }: TraceLink): boolean =>
  item.place.path === place.path && contains(item.span, place.span);
