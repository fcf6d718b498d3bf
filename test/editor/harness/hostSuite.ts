import { existsSync, readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { temporaryFolder } from '../../../scripts/tasks/atExit.ts';
import { inProject } from '../../../scripts/tasks/project.ts';
import { type MochaReport, readReport, type Tally, tallyOf } from '../../../scripts/tasks/tally.ts';
import { launchBrowser } from './browser.ts';
import { type Editor, startEditor } from './editorServer.ts';
import { watchPage } from './pageWatch.ts';
import { copyExample } from './workspace.ts';

/** How long the tests may take, from the first load of the page, in milliseconds. */
const limit = 300_000;

/**
 * Runs `test/editor/host/*.test.ts` with mocha inside the extension host of a real VS Code that has the packaged
 * extension and a copy of the example open. Prints a line for each test. Rejects when the tests do not report.
 */
export async function runHostSuite(vsix: string): Promise<Tally> {
  const results = temporaryFolder('slipway-');
  const output = join(results.path, 'report.json');
  const workspace = copyExample();
  const editor = await startEditor({ folder: workspace.path, vsix, environment: { SLIPWAY_TEST_REPORT: output } });
  try {
    const errors = await runIn(editor, await bundleTests());
    if (!existsSync(output)) throw new Error(`The tests ended without a report. The page said:\n${errors}`);
    const report = readReport(output);
    print(report);
    return tallyOf(report);
  } finally {
    await editor.stop();
    workspace.remove();
    results.remove();
  }
}

/** Bundles the entry and each suite, with a manifest: to the editor they are an extension under development. */
async function bundleTests(): Promise<string> {
  const source = inProject('test', 'editor', 'host');
  const suites = readdirSync(source).filter(name => name.endsWith('.test.ts'));
  const outdir = inProject('.editor', 'tests');
  await build({
    entryPoints: ['runTests.ts', ...suites].map(name => join(source, name)),
    outdir,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  const manifest = { name: 'slipway-tests', publisher: 'slipway', version: '0.0.0', engines: { vscode: '*' } };
  await writeFile(join(outdir, 'package.json'), JSON.stringify(manifest));
  return outdir;
}

/**
 * Opens the page that runs the tests, and waits until the extension host says that they ended. Resolves to the errors
 * on the page's console, which has those of the extension host too; rejects with them when the time is up.
 */
async function runIn(editor: Editor, tests: string): Promise<string> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const watch = watchPage(page, editor.origin);
    const errors = () => watch.take().errors.join('\n');
    const ended = new Promise<void>((done, fail) => {
      // The workbench calls this function, where a page has it, when the tests' `run()` has settled.
      void page.exposeFunction('codeAutomationExit', () => done());
      const giveUp = () => fail(new Error(`The tests did not end in time. The page said:\n${errors()}`));
      setTimeout(giveUp, limit).unref();
    });
    await page.goto(
      editor.url([
        ['extensionDevelopmentPath', editor.remote(tests)],
        ['extensionTestsPath', editor.remote(join(tests, 'runTests.cjs'))],
      ]),
    );
    await ended;
    return errors();
  } finally {
    await browser.close();
  }
}

function print({ passes, failures }: MochaReport): void {
  for (const { fullTitle, duration } of passes) console.log(`  ✔ ${fullTitle} (${duration ?? 0} ms)`);
  for (const { fullTitle, err } of failures) {
    console.log(`  ✘ ${fullTitle}\n${(err.stack ?? '').replace(/^/gm, '      ')}`);
  }
}
