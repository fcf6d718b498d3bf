import type { ComponentChild } from 'preact';
import type { GateView } from '../model/gates.ts';

const diamond = 'M8 1.6 14.4 8 8 14.4 1.6 8z';

const insides: Readonly<Record<GateView['state'], ComponentChild>> = {
  later: null,
  blocked: null,
  ready: <circle class="fill" cx="8" cy="8" r="2.2" />,
  passed: (
    <>
      <path class="fill" d={diamond} />
      <path class="mark" d="m5.3 8.2 1.9 1.9 3.6-3.8" />
    </>
  ),
  conditional: <path class="fill" d="M8 1.6V14.4L1.6 8z" />,
  regressed: <path class="fill" d="M8 1.6 14.4 8H1.6z" />,
  stopped: <path d="m5.8 5.8 4.4 4.4m0-4.4-4.4 4.4" />,
};

/** A diamond on the line whose filling says the state; the next gate has a ring. */
export const GateShape = ({ state, tone, isNext }: Pick<GateView, 'state' | 'tone' | 'isNext'>) => (
  <svg class={`diamond ${state} ${tone}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
    {isNext && <path class="ring" d="M8-1 17 8 8 17-1 8z" />}
    {insides[state]}
    <path class="edge" d={diamond} />
  </svg>
);
