import type { StatusReport } from '../server/lsp/protocol.ts';
import type { ServerState } from './statusStore.ts';

/** The context keys that the manifest's `when` clauses may use, and their values. */
export interface ContextKeys {
  /** A `lifecycle.yaml` was found in the workspace. */
  readonly 'slipway.hasLifecycle': boolean;
  /** The first answer of the server is there, so that an empty view is known to be empty. */
  readonly 'slipway.ready': boolean;
  readonly 'slipway.server': ServerState;
}

/** The keys as the status sets them. */
export function contextKeysOf(report: StatusReport | undefined, server: ServerState): ContextKeys {
  const hasLifecycle = report !== undefined && report.products.length > 0;
  return {
    'slipway.hasLifecycle': hasLifecycle,
    'slipway.ready': hasLifecycle || report?.complete === true,
    'slipway.server': server,
  };
}
