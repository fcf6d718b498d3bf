import { equal, match } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyQuickFix, goToLine, openFile, save, showProblem } from '../harness/workbench.ts';
import { pageStaysClean, session } from './session.ts';

describe('a quick fix', () => {
  it('inserts the missing section, and saving it clears the finding', async () => {
    const { page, folder, shoot } = session();
    const finding = await showProblem(page, 'section “Material”');
    await finding.waitFor();
    const line = Number(/at line (\d+)/.exec((await finding.getAttribute('aria-label')) ?? '')?.[1]);

    await openFile(page, 'training-plan.md');
    await goToLine(page, line);
    await shoot('quick-fix-before');
    await applyQuickFix(page, /Material/);
    await save(page);
    await finding.waitFor({ state: 'detached' });
    await shoot('quick-fix-after');

    const text = readFileSync(join(folder, 'docs/deployment/training-plan.md'), 'utf8');
    match(text, /^## Material$/m);
    equal(text.match(/^## Material$/gm)?.length, 1);
  });

  pageStaysClean();
});
