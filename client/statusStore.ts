import * as vscode from 'vscode';
import type { StatusReport } from '../server/lsp/protocol.ts';

/** `failed`: it could not be started, or it ended and was given up. */
export type ServerState = 'starting' | 'running' | 'failed';

/** What the views show: the newest report of the server, and whether the server runs. */
export interface StatusStore extends vscode.Disposable {
  readonly report: StatusReport | undefined;
  readonly server: ServerState;
  readonly onDidChange: vscode.Event<void>;
  /** Whether there is something to show or nothing more to wait for. */
  isSettled(): boolean;
  setReport(report: StatusReport): void;
  setServer(state: ServerState): void;
}

export function createStatusStore(): StatusStore {
  const changed = new vscode.EventEmitter<void>();
  let report: StatusReport | undefined;
  let server: ServerState = 'starting';
  return {
    get report() {
      return report;
    },
    get server() {
      return server;
    },
    onDidChange: changed.event,
    isSettled: () => server === 'failed' || (report !== undefined && (report.complete || report.products.length > 0)),
    setReport(next) {
      report = next;
      changed.fire();
    },
    setServer(next) {
      server = next;
      changed.fire();
    },
    dispose: () => changed.dispose(),
  };
}
