import { statusOf } from '../core/status/status.ts';
import type { ProductCheck } from './productCheck.ts';
import type { ProductStatus, StatusReport } from './protocol.ts';
import { productStatusOf } from './statusReport.ts';

/** The status that the client was told last. */
export interface StatusBoard {
  readonly report: StatusReport;
  /** Tells the client, unless it knows already. */
  show(products: readonly ProductStatus[]): void;
}

/** A board that shows nothing yet: a first check is going on. */
export function createStatusBoard(send: (report: StatusReport) => void): StatusBoard {
  let report: StatusReport = { products: [], complete: false };
  let sent = '';
  return {
    get report() {
      return report;
    },
    show(products) {
      report = { products, complete: true };
      const content = JSON.stringify(report);
      if (content === sent) return;
      sent = content;
      send(report);
    },
  };
}

/** The status of a product of the folder, from all its findings; undefined when the product cannot be checked. */
export function statusIn(check: ProductCheck, rootUri: string): ProductStatus | undefined {
  const project = check.project();
  if (project === undefined) return undefined;
  const findings = [...check.paths()].flatMap(path => check.findingsOf(path));
  return productStatusOf(statusOf(project, findings), check.product.definitionPath, rootUri, check.files);
}
