import type { FrameLocator, Locator, Page } from 'playwright-core';

/** What a person does in the workbench, by keyboard where there is a key. Each step waits until its effect is there. */

/** Resolves when `probe` gives true. For what a page's own policy keeps the browser from waiting for. */
export async function until(what: string, probe: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 30_000;
  while (!(await probe())) {
    if (Date.now() > end) throw new Error(`Waited in vain until ${what}.`);
    await new Promise(done => setTimeout(done, 50));
  }
}

/** Opens a file of the workspace by its name, puts the cursor into it, and gives its editor. */
export async function openFile(page: Page, name: string): Promise<Locator> {
  await page.keyboard.press('ControlOrMeta+P');
  await page.locator('.quick-input-widget input').fill(name);
  await page
    .locator('.quick-input-list')
    .getByRole('option', { name: new RegExp(`^${name}`) })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.tab.active').getByText(name).waitFor();
  const editor = page.locator('.editor-instance .monaco-editor.focused');
  await editor.waitFor();
  return editor;
}

/** Runs a command by its title through the command palette. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').fill(`>${title}`);
  await page
    .locator('.quick-input-list')
    .getByRole('option', { name: new RegExp(`^${title}`) })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
}

/** Opens Slipway's views. Returns when they show a finished check: until then a refresh can take the focus back. */
export async function openSlipway(page: Page): Promise<void> {
  const icon = page.getByRole('tab', { name: 'Slipway' });
  if ((await icon.getAttribute('aria-expanded')) !== 'true') await icon.click();
  await statusPanel(page).locator('main[aria-busy=false]').waitFor();
  await page.locator('.part.sidebar .monaco-progress-container.active').first().waitFor({ state: 'detached' });
}

/** The document of the status panel. A webview is two frames deep: the editor's shell, then the extension's page. */
export const statusPanel = (page: Page): FrameLocator =>
  page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');

/** Shows the Problems, only those that contain `text`, and gives the first. */
export async function showProblem(page: Page, text: string): Promise<Locator> {
  const problems = page.locator('.markers-panel');
  if (!(await problems.isVisible())) await page.keyboard.press('ControlOrMeta+Shift+M');
  await page.getByRole('textbox', { name: /Filter Problems/ }).fill(text);
  // The list still shows the rows of the last filter for a moment: so the row is named as well.
  return problems.getByRole('treeitem', { level: 2 }).filter({ hasText: text }).first();
}

/** Puts the cursor of the open editor at the start of a line; lines count from one. */
export async function goToLine(page: Page, line: number): Promise<void> {
  await page.keyboard.press('Control+G');
  await page.locator('.quick-input-widget input').fill(`:${line}`);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: `Ln ${line}, Col 1` }).waitFor();
}

/**
 * Opens the quick fixes at the cursor and applies the one with this title.
 *
 * The editor asks for fixes by itself a moment after the cursor moved or the findings changed, and that question cancels
 * a running one, which then shows nothing. So this waits for the light bulb first: it is the answer to the editor's own
 * question, and says that the fixes at the cursor are known.
 */
export async function applyQuickFix(page: Page, title: RegExp): Promise<void> {
  await page.locator('.lightBulbWidget, .codicon-gutter-lightbulb').filter({ visible: true }).first().waitFor();
  await page.keyboard.press('ControlOrMeta+.');
  const fix = page.locator('.action-widget').getByRole('option', { name: title });
  await fix.click();
  await fix.waitFor({ state: 'detached' });
}

/** Saves the open file; returns when the editor says that it is on disk. */
export async function save(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+S');
  await page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
}
