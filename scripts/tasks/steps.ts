import { existsSync } from 'node:fs';
import { runHostSuite } from '../../test/editor/harness/hostSuite.ts';
import { buildAll } from './build.ts';
import { runMocha } from './mocha.ts';
import { packageExtension, vsixFile } from './package.ts';
import { inProject } from './project.ts';
import { runNode, runTypeScript } from './run.ts';
import type { Tally } from './tally.ts';

/** One part of `npm test`. A rejection counts as a failure, with its message as the reason. */
export interface Step {
  readonly name: string;
  run(): Promise<Tally>;
}

/** In the order that gives an answer soonest. */
export const steps: readonly Step[] = [
  { name: 'lint', run: () => tool('node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings') },
  { name: 'types', run: checkTypes },
  { name: 'unused', run: () => tool('node_modules/knip/bin/knip.js', '--no-progress') },
  { name: 'generated', run: async () => asTally((await runTypeScript('scripts/generate.ts', ['--check'])) === 0) },
  { name: 'build', run: async () => asTally(await buildAll({ strict: true })) },
  { name: 'unit', run: () => runMocha() },
  { name: 'panel', run: () => editorSuite('panel') },
  { name: 'package', run: async () => asTally(await packageExtension()) },
  { name: 'archive', run: () => onPackage(() => editorSuite('archive')) },
  { name: 'host', run: () => onPackage(runHostSuite) },
  { name: 'ui', run: () => onPackage(() => editorSuite('ui')) },
];

const asTally = (ok: boolean): Tally => ({ passed: 0, failed: ok ? 0 : 1, skipped: 0 });

const tool = async (file: string, ...args: readonly string[]): Promise<Tally> =>
  asTally((await runNode(file, args)) === 0);

async function checkTypes(): Promise<Tally> {
  const configs = ['tsconfig.json', 'client/panel/tsconfig.json'].filter(file => existsSync(inProject(file)));
  const statuses = await Promise.all(configs.map(file => runNode('node_modules/typescript/bin/tsc', ['-p', file])));
  return asTally(statuses.every(status => status === 0));
}

/** The suites of a folder of `test/editor`, one line a test: they are few and slow. */
const editorSuite = (folder: string): Promise<Tally> =>
  runMocha('--config', 'test/editor/mocharc.json', '--reporter-option', 'list', `test/editor/${folder}/*.test.ts`);

/** The editor's suites test the package and nothing else. */
function onPackage(suite: (vsix: string) => Promise<Tally>): Promise<Tally> {
  if (existsSync(vsixFile)) return suite(vsixFile);
  return Promise.reject(
    new Error('There is no package to test: run `npm run package`, or the steps build and package.'),
  );
}
