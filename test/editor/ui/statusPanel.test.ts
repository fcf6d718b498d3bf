import { equal, notEqual } from 'node:assert/strict';
import type { Frame, Page } from 'playwright-core';
import { openSlipway, runCommand, statusPanel, until } from '../harness/workbench.ts';
import { pageStaysClean, session } from './session.ts';

describe('the status panel', () => {
  it('says for each phase how many documents, criteria and gates are done', async () => {
    const { page, shoot } = session();
    await openSlipway(page);
    for (const title of ['Product development', 'Product deployment']) {
      const phase = statusPanel(page).getByRole('region', { name: title });
      await phase.getByRole('heading', { name: title }).waitFor();
      for (const what of ['documents', 'criteria', 'gates']) {
        const count = new RegExp(`(\\d+ of \\d+.*${what}|${what}.*\\d+ of \\d+)`, 'i');
        await phase.getByRole('listitem').filter({ hasText: count }).first().waitFor();
      }
    }
    await shoot('status-panel');
  });

  it('names the next gate and what blocks it', async () => {
    const blockers = statusPanel(session().page).getByRole('region', { name: /“Handed over to deployment”/ });
    await blockers.getByRole('listitem').filter({ hasText: 'Handoff checklist' }).first().waitFor();
  });

  it('is reached and used by keyboard, and shows where the focus is', async () => {
    const { page, shoot } = session();
    await runCommand(page, 'Slipway: Show Status');
    await until('the panel has the focus', async () => (await inPanel(page, 'document.hasFocus()')) === true);
    await page.keyboard.press('Tab');
    await statusPanel(page).locator(':focus-visible').waitFor();
    notEqual(await inPanel(page, 'getComputedStyle(document.activeElement).outlineStyle'), 'none');
    await shoot('status-panel-focus');
    await statusPanel(page)
      .getByRole('button', { name: /^Requirements: / })
      .focus();
    await page.keyboard.press('Enter');
    await page.locator('.tab.active').getByText('requirements.md').waitFor();
  });

  it('takes its colours from the theme', async () => {
    const { page, shoot } = session();
    const light = await inPanel(page, 'getComputedStyle(document.body).color');
    await runCommand(page, 'Preferences: Toggle between Light/Dark Themes');
    await statusPanel(page).locator('body.vscode-dark').waitFor();
    await shoot('status-panel-dark');
    notEqual(await inPanel(page, 'getComputedStyle(document.body).color'), light);
    await runCommand(page, 'Preferences: Toggle between Light/Dark Themes');
    await statusPanel(page).locator('body.vscode-light').waitFor();
    equal(await inPanel(page, 'getComputedStyle(document.body).color'), light);
  });

  pageStaysClean();
});

async function panelFrame(page: Page): Promise<Frame> {
  const body = await statusPanel(page).locator('body').elementHandle();
  const frame = await body?.ownerFrame();
  if (!frame) throw new Error('The panel is not shown.');
  return frame;
}

/** The value of an expression in the panel's document. */
const inPanel = async (page: Page, expression: string): Promise<unknown> =>
  (await panelFrame(page)).evaluate(expression);
