import type { ComponentChild } from 'preact';
import type { PageLook, PageShape as Shape } from '../model/looks.ts';

const paper = 'M1.2 1.2h6.3l3.3 3.3v9.3H1.2z';
const fold = 'M7.5 1.2v3.3h3.3';

const insides: Readonly<Record<Shape, ComponentChild>> = {
  full: <path class="fill" d={paper} />,
  half: <path class="fill" d="M1.2 7.6h9.6v6.2H1.2z" />,
  outline: null,
  hatched: (
    <path class="hatch" d="M1.6 7.4 6.8 2.2M1.6 10.6 9.4 2.8M1.8 13.4 10.4 4.8M4.6 13.6 10.4 7.8M7.8 13.6 10.4 11" />
  ),
  dashed: null,
  dotted: null,
  struck: <path d="M1.6 13.4 10.4 4.6" />,
  away: <path d="M4 11.2 8 7.2M5 7.2h3v3" />,
};

/** A small page whose outline and filling say the state. */
export const PageShape = ({ look, overdue = false }: { readonly look: PageLook; readonly overdue?: boolean }) => (
  <svg class={`shape ${look.shape} ${look.tone}`} viewBox="0 0 12 15" width="12" height="15" aria-hidden="true">
    {insides[look.shape]}
    <path class="edge" d={paper} />
    <path class="fold" d={fold} />
    {overdue && <circle class="late warn" cx="10" cy="13" r="2.2" />}
  </svg>
);
