import type { ArtifactStateWord, ProductStatus, StatusReport } from '../../../server/lsp/protocol.ts';
import { placeWords } from '../../status/places.ts';
import { nextGate, productName } from '../../status/product.ts';
import { criteriaWords, dateWords, findingsWords, sentence } from '../../status/sentences.ts';
import { documentWords } from '../../status/words.ts';
import type { LinkView } from './gates.ts';
import { type PhaseView, phaseViews } from './line.ts';
import { type PageLook, pageLooks } from './looks.ts';
import { type WorkSection, workSections } from './work.ts';

/** Everything the panel shows of one product. */
export interface ProductView {
  readonly key: string;
  readonly name: string;
  readonly version: string | undefined;
  /** The lifecycle and the day. */
  readonly about: string;
  readonly findings: string;
  readonly headline: HeadlineView | undefined;
  readonly phases: readonly PhaseView[];
  readonly work: readonly WorkSection[];
  readonly legend: readonly LegendEntry[];
  /** Said aloud when something changed. */
  readonly summary: string;
}

export interface HeadlineView {
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  readonly title: string;
  readonly detail: string;
  readonly link: LinkView | undefined;
}

export interface LegendEntry {
  readonly word: string;
  readonly look: PageLook;
  readonly overdue: boolean;
}

/** The product to show: the chosen one while it exists, else the first. */
export const chosenProduct = (report: StatusReport, chosen: string | undefined): ProductStatus | undefined =>
  report.products.find(product => product.definitionUri === chosen) ?? report.products[0];

/** A product as the panel shows it. */
export function productView(product: ProductStatus): ProductView {
  const phases = phaseViews(product);
  return {
    key: product.definitionUri,
    name: productName(product),
    version: product.version,
    about: `${lifecycleWords(product.lifecycle)} · as of ${dateWords(product.asOf)}`,
    findings: findingsWords(product.counts),
    headline: headlineOf(product),
    phases,
    work: workSections(product),
    legend: legendOf(phases),
    summary: summaryOf(product),
  };
}

/** A lifecycle by its name, which may or may not say that it is one. */
const lifecycleWords = (name: string): string => (/lifecycle/i.test(name) ? name : `${name} lifecycle`);

function headlineOf({ headline, rootUri }: ProductStatus): HeadlineView | undefined {
  if (!headline) return undefined;
  const { severity, title, detail, place } = headline;
  const link: LinkView | undefined = place && {
    text: placeWords(rootUri, place),
    request: { type: 'open', target: place },
  };
  return { severity, title: sentence(title), detail: detail === '' ? '' : sentence(detail), link };
}

const legendOrder: readonly Exclude<ArtifactStateWord, 'released'>[] = [
  'approved',
  'in-review',
  'draft',
  'stale',
  'missing',
  'later',
  'waived',
  'elsewhere',
  'superseded',
  'retired',
];

/** The states that the line shows, each once. A released page looks like an approved one. */
function legendOf(phases: readonly PhaseView[]): readonly LegendEntry[] {
  const pages = phases.flatMap(phase => phase.rows).flatMap(row => (row.kind === 'stage' ? row.pages : []));
  const states = new Set(pages.map(({ state }) => (state === 'released' ? 'approved' : state)));
  const late = pages.find(page => page.overdue);
  return [
    ...legendOrder
      .filter(state => states.has(state))
      .map(state => ({ word: documentWords[state], look: pageLooks[state], overdue: false })),
    ...(late ? [{ word: 'review overdue', look: late.look, overdue: true }] : []),
  ];
}

function summaryOf(product: ProductStatus): string {
  const gate = nextGate(product);
  return [
    `${productName(product)}: ${findingsWords(product.counts)}.`,
    ...(gate ? [`Next gate ${gate.title}: ${criteriaWords(gate.must)}.`] : []),
  ].join(' ');
}
