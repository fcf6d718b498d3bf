import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';

/** Shows in the client how far the first check of the workspace is; over once that is done, also when never shown. */
export interface FirstProgress {
  begin(): Promise<void>;
  report(done: number, all: number): void;
  end(): void;
}

/** Progress for a client that announced it; for others all calls do nothing. */
export function createFirstProgress(connection: Connection, isSupported: () => boolean): FirstProgress {
  let reporter: WorkDoneProgressServerReporter | undefined;
  let isOver = false;
  let shown = -1;
  return {
    async begin() {
      if (isOver || reporter !== undefined || !isSupported()) return;
      reporter = await connection.window.createWorkDoneProgress();
      reporter.begin('Slipway', 0, 'Reading documents');
    },
    report(done, all) {
      const percentage = Math.floor((done / all) * 100);
      if (isOver || percentage === shown) return;
      shown = percentage;
      reporter?.report(percentage, `${done} of ${all} documents`);
    },
    end() {
      if (!isOver) reporter?.done();
      isOver = true;
    },
  };
}
