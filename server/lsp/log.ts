import type { Connection } from 'vscode-languageserver';

/** The client's log. */
export interface Log {
  /** Says what the user should know, in plain English. */
  warn(message: string): void;
  /** Says that something failed in Slipway itself. */
  fault(error: unknown): void;
  /** Lets work go on without waiting for it; when it fails, that is logged as a fault. */
  watch(work: Promise<unknown>): void;
}

/** A log that writes to the client of this connection, each message once. */
export function createLog({ console }: Pick<Connection, 'console'>): Log {
  const said = new Set<string>();

  function once(message: string, say: (message: string) => void): void {
    if (!said.has(message)) say(message);
    said.add(message);
  }

  function fault(error: unknown): void {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    once(`Slipway failed at something, and goes on. Please report this: ${detail}`, text => console.error(text));
  }

  return {
    warn: message => once(message, text => console.warn(text)),
    fault,
    watch(work) {
      work.catch(fault);
    },
  };
}
