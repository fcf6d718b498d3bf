import type { Meter } from '../model/line.ts';
import { Bar } from './bar.tsx';

/** The three counts of a phase: documents ready, criteria met, gates passed. */
export const Meters = ({ meters }: { readonly meters: readonly Meter[] }) => (
  <ul class="meters">
    {meters.map(meter => (
      <li key={meter.label}>
        <span class="unseen">{meter.spoken}</span>
        <span aria-hidden="true">
          <b>{meter.done}</b> of {meter.all}
        </span>
        <span aria-hidden="true">{meter.label}</span>
        <Bar {...meter} />
      </li>
    ))}
  </ul>
);
