import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver';

/** Sends findings to the client and remembers what it holds, so that nothing is sent twice. */
export interface Publisher {
  /**
   * Makes `diagnostics` what the client shows for the file. `key` stands for the file whatever its URI is spelled
   * like; `version` is that of the open document, undefined for a file that is not open.
   */
  publish(key: string, uri: string, version: number | undefined, diagnostics: readonly Diagnostic[]): void;
  /** Takes back what was published for every file whose key is not kept. */
  retain(keeps: (key: string) => boolean): void;
}

interface Published {
  readonly uri: string;
  readonly version: number | undefined;
  readonly content: string;
}

/** A publisher that starts with a client that shows nothing. */
export function createPublisher(send: (params: PublishDiagnosticsParams) => void): Publisher {
  const published = new Map<string, Published>();

  function takeBack(key: string, { uri }: Published): void {
    published.delete(key);
    send({ uri, diagnostics: [] });
  }

  return {
    publish(key, uri, version, diagnostics) {
      const before = published.get(key);
      if (before !== undefined && before.uri !== uri) takeBack(key, before);
      const known = published.get(key);
      if (diagnostics.length === 0) {
        if (known === undefined) return;
        published.delete(key);
      } else {
        const content = JSON.stringify(diagnostics);
        published.set(key, { uri, version, content });
        if (known?.content === content && !isEdited(known.version, version)) return;
      }
      send({ uri, ...(version === undefined ? {} : { version }), diagnostics: [...diagnostics] });
    },
    retain(keeps) {
      for (const [key, entry] of [...published]) if (!keeps(key)) takeBack(key, entry);
    },
  };
}

/** An editor moves what it shows while the user types, so that the same findings must be sent for the new text. */
const isEdited = (before: number | undefined, now: number | undefined): boolean =>
  before !== undefined && now !== undefined && before !== now;
