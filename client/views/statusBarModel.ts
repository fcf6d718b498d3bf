import type { ProductStatus, StatusReport } from '../../server/lsp/protocol.ts';
import { isBelow } from '../status/places.ts';
import { nextGate, productName } from '../status/product.ts';
import { counted, criteriaWords, findingsWords, sentence } from '../status/sentences.ts';

/** The status-bar item as plain data. */
export interface StatusBarItem {
  /** With codicons, as the status bar draws them. */
  readonly text: string;
  readonly tooltip: readonly string[];
  /** What a screen reader says. */
  readonly spoken: string;
}

/** What the status bar says of the product that governs a document, else of the worst one; undefined without products. */
export function statusBarItem(report: StatusReport, activeUri: string | undefined): StatusBarItem | undefined {
  const product = productOf(report.products, activeUri) ?? worst(report.products);
  return product && itemOf(product, report.complete);
}

/** The product whose folder is the nearest above a document. */
function productOf(products: readonly ProductStatus[], uri: string | undefined): ProductStatus | undefined {
  if (uri === undefined) return undefined;
  const above = products.filter(product => isBelow(folderOf(product), uri));
  return above.sort((a, b) => folderOf(b).length - folderOf(a).length)[0];
}

const folderOf = ({ definitionUri }: ProductStatus): string =>
  definitionUri.slice(0, definitionUri.lastIndexOf('/') + 1);

const worst = (products: readonly ProductStatus[]): ProductStatus | undefined =>
  [...products].sort((a, b) => b.counts.error - a.counts.error || b.counts.warning - a.counts.warning)[0];

function itemOf(product: ProductStatus, complete: boolean): StatusBarItem {
  const gate = nextGate(product);
  const { error } = product.counts;
  const icon = complete ? (error > 0 ? '$(error)' : '$(milestone)') : '$(loading~spin)';
  const open = gate ? gate.must.all - gate.must.done : 0;
  const says = gate
    ? `${gate.title}: ${open > 0 ? `${open} open` : 'ready'}`
    : error > 0
      ? counted(error, 'error')
      : 'no open gate';
  return {
    text: `${icon} ${says}`,
    tooltip: [
      [productName(product), ...(product.version ? [product.version] : [])].join(' '),
      gate ? `Next gate: ${gate.title}, ${criteriaWords(gate.must)}.` : 'Every gate has its decision.',
      sentence(findingsWords(product.counts)),
      ...(product.headline ? [sentence(product.headline.title)] : []),
    ],
    spoken: `Slipway: ${says}, ${findingsWords(product.counts)}`,
  };
}
