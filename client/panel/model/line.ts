import type { PhaseForEditor, ProductStatus, StageStatus } from '../../../server/lsp/protocol.ts';
import { gatesAfter, gatesAtEnd } from '../../status/product.ts';
import { counted, shareWords } from '../../status/sentences.ts';
import { documentWords, phaseWords, stageWords } from '../../status/words.ts';
import { type GateView, gateView } from './gates.ts';
import type { Tone } from './looks.ts';
import { type PageView, pagesOf } from './pages.ts';

/** A phase: its numbers, and its part of the line from top to bottom. */
export interface PhaseView {
  readonly key: string;
  readonly title: string;
  readonly word: string;
  readonly tone: Tone;
  readonly meters: readonly Meter[];
  /** What the hatched and the red part of the meters are. */
  readonly remarks: readonly Remark[];
  readonly rows: readonly (StageView | GateView)[];
  /** How the border above it was crossed; undefined for the first phase. */
  readonly border: 'ahead' | 'crossed' | 'early' | undefined;
}

export interface StageView {
  readonly kind: 'stage';
  readonly key: string;
  readonly title: string;
  /** How far it is. */
  readonly word: string;
  readonly pages: readonly PageView[];
  /** What wants attention, in a word or two; empty when nothing does. */
  readonly note: string;
}

/** A part of a meter, explained. */
export interface Remark {
  readonly part: 'wrong';
  readonly text: string;
}

/** A count of `all`, of which some are done and some went wrong. */
export interface Meter {
  readonly label: string;
  readonly done: number;
  readonly wrong: number;
  readonly all: number;
  readonly spoken: string;
}

/** The phases of a product, in their order. */
export const phaseViews = (product: ProductStatus): readonly PhaseView[] =>
  product.phases.map((phase, at) => ({
    key: phase.id,
    title: phase.title,
    word: phaseWords[phase.state],
    tone: phaseTones[phase.state],
    meters: metersOf(phase),
    remarks: remarksOf(phase),
    rows: [
      ...phase.stages.flatMap(stage => [
        stageView(product, stage),
        ...gatesAfter(product, stage).map(gate => gateView(product, gate)),
      ]),
      ...gatesAtEnd(product, phase).map(gate => gateView(product, gate)),
    ],
    border: borderOf(product.phases[at - 1], phase),
  }));

const phaseTones: Readonly<Record<PhaseForEditor['state'], Tone>> = {
  'not-started': 'faint',
  'in-progress': 'now',
  preparing: 'plain',
  'out-of-order': 'bad',
  complete: 'good',
  regressed: 'bad',
};

function borderOf(before: PhaseForEditor | undefined, phase: PhaseForEditor): PhaseView['border'] {
  if (!before) return undefined;
  if (phase.state === 'out-of-order') return 'early';
  return before.state === 'complete' ? 'crossed' : 'ahead';
}

function metersOf({ artifacts, criteria, gates }: PhaseForEditor): readonly Meter[] {
  return [
    { wrong: 0, label: 'documents', ...artifacts, spoken: `${shareWords(artifacts)} documents ready` },
    { wrong: 0, label: 'criteria', ...criteria, spoken: `${shareWords(criteria)} criteria met` },
    {
      label: 'gates',
      done: gates.done,
      wrong: gates.regressed,
      all: gates.all,
      spoken: `${shareWords(gates)} gates passed${gates.regressed > 0 ? `, ${gates.regressed} regressed` : ''}`,
    },
  ];
}

const remarksOf = ({ gates }: PhaseForEditor): readonly Remark[] => [
  ...(gates.regressed > 0 ? [{ part: 'wrong' as const, text: `${counted(gates.regressed, 'gate')} regressed` }] : []),
];

function stageView(product: ProductStatus, stage: StageStatus): StageView {
  const pages = pagesOf(product, stage);
  return {
    kind: 'stage',
    key: stage.id,
    title: stage.title,
    word: stageWords[stage.state],
    pages,
    note: noteOf(pages),
  };
}

/** Stale and missing pages are counted; what is recommended is not nagged about. */
function noteOf(pages: readonly PageView[]): string {
  const count = (state: PageView['state']): number =>
    pages.filter(page => page.state === state && page.look.tone !== 'plain').length;
  return (['stale', 'missing'] as const)
    .filter(state => count(state) > 0)
    .map(state => `${count(state)} ${documentWords[state]}`)
    .join(', ');
}
