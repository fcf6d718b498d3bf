// npm start [-- DIR]: builds Slipway, then shows the findings and the phase status of the example, or of DIR.
import { resolve } from 'node:path';
import { buildAll } from './tasks/build.ts';
import { inProject } from './tasks/project.ts';
import { runNode } from './tasks/run.ts';

/** The example tells the story of one day: with another date it would show other findings. */
const example = [inProject('examples', 'stride-one'), '--as-of', '2026-06-15'];
const [folder] = process.argv.slice(2);
// npm changes to the project's folder; a relative folder is meant from where the user is.
const target = folder === undefined ? example : [resolve(process.env.INIT_CWD ?? '.', folder)];

if (!(await buildAll({ strict: false }))) process.exit(1);
for (const command of ['check', 'status']) {
  console.log();
  const status = await runNode('dist/cli.cjs', [command, ...target]);
  // Status 1 says that there are findings. This is a demonstration, and findings are what it is to show: it fails only
  // when Slipway itself could not do its work. A script that wants the result runs `slipway check` instead.
  if (status > 1) process.exit(status);
}
