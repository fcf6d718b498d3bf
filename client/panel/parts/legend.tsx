import type { LegendEntry } from '../model/view.ts';
import { PageShape } from './pageShape.tsx';

/** What the pages' shapes mean. */
export const Legend = ({ entries }: { readonly entries: readonly LegendEntry[] }) => (
  <ul class="legend" aria-label="Legend">
    {entries.map(({ word, look, overdue }) => (
      <li key={word}>
        <PageShape look={look} overdue={overdue} />
        {word}
      </li>
    ))}
  </ul>
);
