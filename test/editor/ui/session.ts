import { deepEqual } from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { vsixFile } from '../../../scripts/tasks/package.ts';
import { inProject } from '../../../scripts/tasks/project.ts';
import { launchBrowser } from '../harness/browser.ts';
import { startEditor } from '../harness/editorServer.ts';
import { type PageWatch, watchPage } from '../harness/pageWatch.ts';
import { copyExample } from '../harness/workspace.ts';

/** One editor in one page, which all suites share: to start it takes longer than a suite. */
export interface Session {
  readonly page: Page;
  readonly watch: PageWatch;
  /** The copy of the example that is open, as an absolute path. */
  readonly folder: string;
  /** Writes `shots/<name>.png`. */
  shoot(name: string): Promise<void>;
  close(): Promise<void>;
}

let current: Session | undefined;

/** The session that these suites share. Importing this file makes mocha open it first and close it last. */
export function session(): Session {
  if (current === undefined) throw new Error('The session is open only while tests run.');
  return current;
}

/** Declares a test: since the last such test the page has logged no error, kept its policy and stayed on its origin. */
export function pageStaysClean(): void {
  it('logs no error, breaks no policy and asks no other host', () => {
    deepEqual(session().watch.take(), { errors: [], policyBreaches: [], foreignRequests: [] });
  });
}

before(async function () {
  this.timeout(180_000); // The first run installs the editor and perhaps a browser.
  current = await openSession();
});

afterEach(async function () {
  if (this.currentTest?.state === 'failed') await current?.shoot(`failed ${this.currentTest.fullTitle()}`);
});

after(async function () {
  this.timeout(30_000);
  await current?.close();
});

async function openSession(): Promise<Session> {
  const workspace = copyExample();
  const editor = await startEditor({ folder: workspace.path, vsix: vsixFile });
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(30_000);
  const watch = watchPage(page, editor.origin);
  await page.goto(editor.url());
  await page.getByRole('tab', { name: 'Slipway' }).waitFor(); // Before that, keys go nowhere.
  return {
    page,
    watch,
    folder: workspace.path,
    async shoot(name) {
      mkdirSync(inProject('shots'), { recursive: true });
      await page.screenshot({ path: inProject('shots', `${name.replace(/[^\w]+/g, '-')}.png`) });
    },
    async close() {
      await browser.close();
      await editor.stop();
      workspace.remove();
    },
  };
}
