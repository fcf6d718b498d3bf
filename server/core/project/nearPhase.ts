import type { Project } from './model.ts';

/** Whether work in a phase is judged by now: one of its gates is passed or next. A word that is no phase always is. */
export function isPhaseNear({ lifecycle, gates }: Project, phase: string): boolean {
  if (!Object.hasOwn(lifecycle.phases, phase)) return true;
  const own = Object.entries(lifecycle.gates).filter(([, gate]) => gate.phase === phase);
  return own.some(([gate]) => ['passed', 'next'].includes(gates.distance(gate)));
}
