import { match } from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { openSlipway, runCommand } from '../harness/workbench.ts';
import { pageStaysClean, session } from './session.ts';

const tree = (page: Page) => page.getByRole('tree', { name: 'Phases' });

describe('the phases tree', () => {
  it('says where each phase stands', async () => {
    const { page, shoot } = session();
    await openSlipway(page);
    await tree(page)
      .getByRole('treeitem', { name: /^Phase Product development, / })
      .waitFor();
    await shoot('phases-tree');
  });

  it('leads from a phase over a stage to a document, by keyboard alone', async () => {
    const { page, shoot } = session();
    await walkTo(page, /^Stage Define, /);
    await page.keyboard.press('ArrowRight');
    await walkTo(page, /^Requirements, /);
    await shoot('phases-tree-keyboard');
    await page.keyboard.press('Enter');
    await page.locator('.tab.active').getByText('requirements.md').waitFor();
    // The editor takes the focus when it has loaded the file, and would take it from the next test.
    await page.locator('.editor-instance .monaco-editor.focused').waitFor();
  });

  it('unfolds a gate to the criteria that are not met', async () => {
    const { page, shoot } = session();
    await walkTo(page, /^Gate Handed over to deployment, /);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    match(await focusedRow(page), /^Criterion .+, not met/);
    await shoot('phases-tree-gate');
  });

  pageStaysClean();
});

/** Puts the focus into the tree, and waits until it is there: keys pressed earlier go elsewhere. */
async function focusTree(page: Page): Promise<void> {
  await runCommand(page, 'Slipway: Focus on Phases View');
  await page.locator('[role=tree][aria-label="Phases"]:focus-within').waitFor();
}

/**
 * Goes down, row by row, from the first one to the row whose spoken name matches. A busy editor may lose a key or take the
 * focus back, so this begins again, as a person would, before it gives up.
 */
async function walkTo(page: Page, name: RegExp): Promise<void> {
  let passed: readonly string[] = [];
  for (let round = 0; round < 4; round += 1) {
    await focusTree(page);
    await page.keyboard.press('Home');
    passed = await walkDown(page, name);
    if (name.test(passed.at(-1) ?? '')) return;
  }
  throw new Error(`No row ${name} below: ${passed.join(' | ')}`);
}

/** The rows on the way to the one that matches, or to the last one that the keys reach. */
async function walkDown(page: Page, name: RegExp): Promise<readonly string[]> {
  const passed: string[] = [];
  for (let row = await focusedRow(page); passed.at(-1) !== row; row = await rowAfter(page, row)) {
    passed.push(row);
    if (name.test(row)) break;
    await page.keyboard.press('ArrowDown');
  }
  return passed;
}

/** The row that has the focus once the editor has moved it; the same one when it stays there, as on the last row. */
async function rowAfter(page: Page, before: string): Promise<string> {
  const deadline = Date.now() + 3_000;
  let row = await focusedRow(page);
  while ((row === before || row === '') && Date.now() < deadline) {
    await page.waitForTimeout(20);
    row = await focusedRow(page);
  }
  return row;
}

const focusedRow = async (page: Page): Promise<string> =>
  (await tree(page).locator('.monaco-list-row.focused').getAttribute('aria-label')) ?? '';
