import type { Page } from 'playwright-core';

/** What a page did that it must not do. */
interface PageFaults {
  /** Errors on the console of any frame and of the extension host, without the editor's own. */
  readonly errors: readonly string[];
  /** Breaches of a content security policy, in any frame. */
  readonly policyBreaches: readonly string[];
  /** Addresses outside the editor's origin that the page asked the network for. */
  readonly foreignRequests: readonly string[];
}

/** Collects the faults of a page. */
export interface PageWatch {
  /** The faults since the last call. */
  take(): PageFaults;
}

/** Errors of the editor itself, which it shows without any extension as well. */
const editorNoise = [
  /Could not locate the bindings file/, // Its logger is not compiled here: no log files.
  /Cannot find module '\.\/build\/Release\/watchdog'/, // Its watchdog is not compiled either.
  /authentication provider 'github'/, // It waits for an account that it was not given.
  /404.*\/node_modules\/vsda\//, // A part of Microsoft's own builds, which this one does not have.
];

/** Watches a page; to be called before its first load. `origin` is the editor's own. */
export function watchPage(page: Page, origin: string): PageWatch {
  const errors: string[] = [];
  const policyBreaches: string[] = [];
  const foreignRequests: string[] = [];
  const hosts = [origin, origin.replace('http', 'ws')];
  page.on('console', message => {
    if (message.type() !== 'error') return;
    const text = `${message.text()} (${message.location().url})`;
    if (text.includes('Content Security Policy')) policyBreaches.push(text);
    else if (!editorNoise.some(noise => noise.test(text))) errors.push(text);
  });
  page.on('pageerror', error => errors.push(String(error)));
  const isForeign = (url: string) => /^(http|ws)/.test(url) && !hosts.some(host => url.startsWith(`${host}/`));
  page.on('response', response => {
    // A webview names its files by addresses that the editor's own worker answers: those never leave the page.
    if (isForeign(response.url()) && !response.fromServiceWorker()) foreignRequests.push(response.url());
  });
  page.on('requestfailed', request => {
    if (isForeign(request.url())) foreignRequests.push(request.url());
  });
  return {
    take: () => ({
      errors: errors.splice(0),
      policyBreaches: policyBreaches.splice(0),
      foreignRequests: foreignRequests.splice(0),
    }),
  };
}
