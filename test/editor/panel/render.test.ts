import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import type { ToPanel } from '../../../client/panel/messages.ts';
import { inProject } from '../../../scripts/tasks/project.ts';
import { strideBand, strideOne, strideOneReport } from '../../client/fixture/strideOne.ts';
import { launchBrowser } from '../harness/browser.ts';
import { type OpenPanel, openPanel, type PanelOptions } from './openPanel.ts';
import { themes } from './themes.ts';

const message: ToPanel = { type: 'status', report: strideOneReport, server: 'running', hasFolder: true };
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const themeNames = Object.keys(themes) as (keyof typeof themes)[]; // `Object.keys` forgets the names.
const unfolded = ['concept', 'handoff', 'launch'].map(gate => `${strideOne.definitionUri}#${gate}`);

let browser: Browser;
const opened: OpenPanel[] = [];

async function open(options: Partial<PanelOptions> = {}): Promise<OpenPanel> {
  const panel = await openPanel(browser, { message, ...options });
  opened.push(panel);
  return panel;
}

before(async function () {
  this.timeout(180_000); // The first run may install a browser.
  browser = await launchBrowser();
  mkdirSync(inProject('shots'), { recursive: true });
});

afterEach(async () => {
  for (const { page, problems } of opened.splice(0)) {
    await page.close();
    assert.deepEqual(problems, [], 'the page logs nothing and keeps to its policy');
  }
});

after(() => browser.close());

describe('the panel as drawn', () => {
  for (const theme of themeNames) {
    it(`fits every width and can be read by everyone, ${theme} theme`, async () => {
      const { page } = await open({ theme, state: { unfolded } });
      assert.deepEqual(await violations(page), []);
      for (const width of [200, 240, 320, 760, 1200]) {
        await page.setViewportSize({ width, height: 900 });
        await page.screenshot({ path: inProject('shots', `panel-${theme}-${width}.png`), fullPage: true });
        assert.deepEqual(await overflowing(page), [], `${width} px`);
      }
    });
  }

  it('has one column below 620 px and two above', async () => {
    for (const [width, columns] of [
      [600, 1],
      [640, 2],
    ] as const) {
      const { page } = await open({ width });
      const tracks: string = await page.evaluate(
        'getComputedStyle(document.querySelector(".columns")).gridTemplateColumns',
      );
      assert.equal(tracks.split(' ').length, columns);
    }
  });

  it('keeps its shapes when the person forces colours', async () => {
    const { page } = await open({ theme: 'contrast', forcedColors: true });
    await page.screenshot({ path: inProject('shots', 'panel-forced-colours.png'), fullPage: true });
    const colours: readonly string[] = await page.evaluate(
      '[...document.querySelectorAll("svg")].map(shape => getComputedStyle(shape).color)',
    );
    assert.deepEqual([...new Set(colours)], ['rgb(0, 0, 0)']);
  });
});

describe('the panel by keyboard', () => {
  it('reaches every document, gate and button, and shows where the focus is', async () => {
    const { page } = await open();
    const controls = page.locator('button:visible, summary:visible, select:visible');
    for (let at = 0; at < (await controls.count()); at++) {
      await page.keyboard.press('Tab');
      assert.equal(await ringOfFocus(page), 'solid 1px', `stop ${at + 1}`);
    }
  });

  it('opens a document, offers a missing one and makes one', async () => {
    const panel = await open();
    for (const name of [
      'Requirements “Requirements of Stride One”: stale',
      'Launch plan: missing',
      'Create Support guide',
    ]) {
      await panel.page.getByRole('button', { name }).first().focus();
      await panel.page.keyboard.press('Enter');
    }
    const [, ...asked] = await panel.requests();
    assert.deepEqual(
      asked.map(request => [
        request.type,
        'target' in request ? request.target.uri : 'creation' in request && request.creation.type,
      ]),
      [
        ['open', `${strideOne.rootUri}/docs/development/requirements.md`],
        ['offer', 'launch-plan'],
        ['create', 'support-guide'],
      ],
    );
  });

  it('unfolds a gate, leads to its decision and remembers that it is open', async () => {
    const panel = await open();
    await panel.page.locator('summary', { hasText: 'Concept agreed' }).press('Enter');
    await panel.page.getByRole('button', { name: 'Decision “go” in docs/records/gates.yaml:2' }).press('Enter');
    assert.deepEqual((await panel.requests()).at(-1), {
      type: 'open',
      target: { uri: `${strideOne.rootUri}/docs/records/gates.yaml`, line: 1, column: 0 },
    });
    const state = await panel.state();
    const again = await open({ state });
    await again.page.getByText('Requirements changed after they were approved').first().waitFor();
    assert.equal(await again.page.locator('details[open] .question').count(), 1);
  });
});

describe('the panel over time', () => {
  it('shows at once what it knew before it was hidden', async () => {
    const panel = await open();
    const state = await panel.state();
    const silent = await open({ message: { ...message, type: 'other' } as never, state }); // No answer comes.
    await silent.page.getByRole('heading', { level: 1, name: 'Stride One 1.0.0' }).waitFor();
  });

  it('says politely what changed', async () => {
    const panel = await open();
    const said = panel.page.getByRole('status');
    assert.match((await said.textContent()) ?? '', /8 errors, 28 warnings/);
    const better = { ...strideOne, counts: { ...strideOne.counts, error: 3 } };
    await panel.show({ ...message, report: { products: [better], complete: true } });
    await said.filter({ hasText: '3 errors, 28 warnings' }).waitFor({ state: 'attached' });
  });

  it('is busy while the first check goes on', async () => {
    const { page, show } = await open({ message: { ...message, report: { ...strideOneReport, complete: false } } });
    await page.getByRole('progressbar', { name: 'Checking the workspace' }).waitFor();
    await show(message);
    await page.getByRole('progressbar').waitFor({ state: 'detached' });
  });

  it('switches between products', async () => {
    const both = { products: [strideOne, strideBand], complete: true };
    const { page } = await open({ message: { ...message, report: both } });
    await page.getByRole('combobox', { name: 'Product' }).selectOption('band');
    await page.getByRole('heading', { level: 1, name: 'band' }).waitFor();
    assert.deepEqual(await violations(page), []);
  });
});

describe('the panel without a product', () => {
  const none = { products: [], complete: true };
  for (const [name, given, button, command] of [
    ['no lifecycle', { report: none }, 'Create lifecycle.yaml', 'createLifecycle'],
    ['no folder', { report: none, hasFolder: false }, 'Open folder', 'openFolder'],
    ['no server', { report: undefined, server: 'failed' }, 'Restart server', 'restartServer'],
  ] as const) {
    it(`offers the way out: ${name}`, async () => {
      const panel = await open({ message: { ...message, ...given } });
      await panel.page.screenshot({ path: inProject('shots', `panel-${name.replace(' ', '-')}.png`) });
      await panel.page.getByRole('button', { name: button }).click();
      assert.deepEqual((await panel.requests()).at(-1), { type: 'run', command });
      assert.deepEqual(await violations(panel.page), []);
    });
  }
});

/** Controls and texts that reach over the panel's edge. */
const overflowing = (page: Page): Promise<readonly string[]> =>
  page.evaluate(`[...document.querySelectorAll('body *')]
    .filter(element => element.getBoundingClientRect().right > innerWidth + 0.5 && !element.closest('svg, .unseen, .busy'))
    .map(element => element.className + ': ' + element.textContent.slice(0, 40))`);

/** What the accessibility checker finds, as one line each. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const results: AxeResults = await page.evaluate('axe.run(document)');
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 120)} ${failureSummary}`),
  );
}

/** The outline of the control that has the focus. */
const ringOfFocus = (page: Page): Promise<string> =>
  page.evaluate(`(() => {
    const focused = document.querySelector('button:focus-visible, summary:focus-visible, select:focus-visible');
    if (!focused) return 'nothing has the focus';
    const { outlineStyle, outlineWidth } = getComputedStyle(focused);
    return outlineStyle + ' ' + outlineWidth;
  })()`);
