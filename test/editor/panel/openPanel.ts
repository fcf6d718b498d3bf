import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import type { FromPanel, ToPanel } from '../../../client/panel/messages.ts';
import { panelHtml } from '../../../client/views/panelHtml.ts';
import { themes } from './themes.ts';

const origin = 'http://panel.test';
const dist = fileURLToPath(new URL('../../../dist/', import.meta.url));
const standIn = readFileSync(new URL('standIn.js', import.meta.url), 'utf8');
const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.ttf': 'font/ttf',
};

export interface PanelOptions {
  readonly message: ToPanel;
  readonly theme?: keyof typeof themes;
  readonly width?: number;
  /** What the panel kept before it was hidden. */
  readonly state?: unknown;
  readonly forcedColors?: boolean;
}

/** The built panel in a page of its own, with a stand-in for the editor. */
export interface OpenPanel {
  readonly page: Page;
  /** Errors of the page and of its content-security policy. */
  readonly problems: readonly string[];
  /** What the panel has asked for so far. */
  requests(): Promise<readonly FromPanel[]>;
  /** What the panel keeps now. */
  state(): Promise<unknown>;
  show(message: ToPanel): Promise<void>;
}

/** Opens `dist/panel.js` as the editor does: with its document, its policy, its theme variables and its messages. */
export async function openPanel(browser: Browser, options: PanelOptions): Promise<OpenPanel> {
  const { message, theme = 'light', width = 320, state, forcedColors = false } = options;
  const page = await browser.newPage({
    viewport: { width, height: 900 },
    forcedColors: forcedColors ? 'active' : 'none',
    reducedMotion: 'reduce',
  });
  const problems: string[] = [];
  page.on('pageerror', error => problems.push(String(error)));
  page.on('console', line => {
    if (line.type() === 'error' || line.type() === 'warning') problems.push(line.text());
  });
  await page.route(`${origin}/**`, route => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: documentOf() });
    return route.fulfill({ contentType: types[extname(pathname)] ?? '', body: readFileSync(dist + pathname) });
  });
  await page.addInitScript({
    content: `${standIn}\nstandIn(${JSON.stringify({ message, state, ...themes[theme] })});`,
  });
  await page.goto(`${origin}/`);
  // Drawn and kept. A selector and no script: the policy of the page refuses a script that is run again and again.
  await page.locator('html[data-state*=\'"message":{\']').waitFor({ state: 'attached' });
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  return {
    page,
    problems,
    requests: () => page.evaluate('JSON.parse(document.documentElement.dataset.requests ?? "[]")'),
    state: () => page.evaluate('JSON.parse(document.documentElement.dataset.state ?? "null")'),
    show: next => page.evaluate(`window.postMessage(${JSON.stringify(next)}, '*')`),
  };
}

const documentOf = (): string =>
  panelHtml({
    cspSource: origin,
    nonce: 'a-nonce-for-tests',
    script: `${origin}/panel.js`,
    styles: [`${origin}/codicon.css`, `${origin}/panel.css`],
  });
