import { equal } from 'node:assert/strict';
import { openSlipway, showProblem } from '../harness/workbench.ts';
import { pageStaysClean, session } from './session.ts';

describe('the Problems view', () => {
  it('shows findings in documents that nobody opened', async () => {
    const { page, shoot } = session();
    await openSlipway(page);
    await (await showProblem(page, 'REQ-21')).waitFor();
    await (await showProblem(page, 'section “Material”')).waitFor();
    await (await showProblem(page, '')).waitFor();
    await shoot('problems');
    equal(await page.locator('.tab').getByText('training-plan.md').count(), 0);
  });

  it('names the rule of each finding', async () => {
    const problem = await showProblem(session().page, 'REQ-21');
    await problem.getByText('id-unknown').waitFor();
  });

  pageStaysClean();
});
