import type { RollbackGap } from '../project/rollback.ts';

const labels: Readonly<Partial<Record<RollbackGap, string>>> = {
  trigger: 'Signal that triggers it',
  decider: 'Who decides',
  forward: 'How to fix forward',
};

/** Blanks for what a rollback lacks; they hold no answer, so the section stays "cannot be followed" until it is written. */
export function rollbackSkeleton(gaps: readonly RollbackGap[]): { text: string; stops: readonly number[] } {
  let text = '';
  const stops: number[] = [];
  for (const gap of gaps) {
    const label = labels[gap];
    if (label === undefined) continue;
    text += `- ${label}: `;
    stops.push(text.length);
    text += '\n';
  }
  if (!gaps.includes('steps')) return { text, stops };
  if (text !== '') text += '\n';
  for (const number of [1, 2]) {
    text += `${number}. `;
    stops.push(text.length);
    text += '\n';
  }
  return { text, stops };
}
