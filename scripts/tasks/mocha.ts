import { join } from 'node:path';
import { temporaryFolder } from './atExit.ts';
import { inProject } from './project.ts';
import { runNode } from './run.ts';
import { readReport, type Tally, tallyOf } from './tally.ts';

/** Runs mocha with these command-line arguments in a process of its own. Rejects when it ends without a report. */
export async function runMocha(...args: readonly string[]): Promise<Tally> {
  const folder = temporaryFolder('slipway-');
  const output = join(folder.path, 'report.json');
  const reporter = ['--reporter', inProject('scripts/tasks/mochaReporter.ts'), '--reporter-option', `output=${output}`];
  try {
    await runNode('node_modules/mocha/bin/mocha.js', ['--forbid-only', ...reporter, ...args]);
    return tallyOf(readReport(output));
  } finally {
    folder.remove();
  }
}
