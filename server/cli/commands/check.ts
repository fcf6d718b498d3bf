import { Command } from 'commander';
import { statusOf } from '../../core/status/status.ts';
import type { Workspace } from '../../host/load.ts';
import { type CheckedProduct, checkWorkspace, isReadable } from '../checking.ts';
import {
  type Context,
  type ExitStatus,
  exit,
  print,
  printJson,
  printProblems,
  type Run,
  styleFor,
} from '../context.ts';
import { fromCwd, openFolder } from '../folder.ts';
import { type CheckOptions, reaches, type Threshold, withCheckOptions, withCommonOptions } from '../options.ts';
import type { CheckOutput } from '../output/check.ts';
import { byPlace, countFindings, findingOutput, statusOutput } from '../output/convert.ts';
import type { ProductStatusOutput } from '../output/status.ts';
import { type Places, placesIn } from '../places.ts';
import { createProgress } from '../progress.ts';
import { findingsText } from '../text/findings.ts';
import { summaryText } from '../text/summary.ts';

interface CheckedFolder {
  readonly workspace: Workspace;
  readonly products: readonly CheckedProduct[];
  readonly places: Places;
}

async function checkFolder(
  context: Context,
  dir: string | undefined,
  options: CheckOptions & { readonly relativeToCwd: boolean },
): Promise<CheckedFolder> {
  const progress = createProgress(context, options.quiet === true);
  try {
    const workspace = await openFolder(context, dir, { onProgress: progress.update });
    const products = checkWorkspace(workspace, options.asOf ?? context.today);
    const prefix = options.relativeToCwd ? fromCwd(context, workspace.root) : '';
    return { workspace, products, places: placesIn(workspace, prefix) };
  } finally {
    progress.clear();
  }
}

const documentCount = ({ project }: CheckedProduct): number =>
  new Set([...project.artifacts, ...project.records].map(({ path }) => path)).size;

function checkOutput(folders: readonly CheckedFolder[]): CheckOutput {
  const findings = folders.flatMap(({ products, places }) =>
    products.flatMap(product => product.findings.map(finding => findingOutput(finding, places))),
  );
  const problems = folders.flatMap(({ workspace, places }) =>
    workspace.problems.map(({ path, message }) => ({ path: places.path(path), message })),
  );
  const documents = folders
    .flatMap(({ products }) => products.map(documentCount))
    .reduce((sum, count) => sum + count, 0);
  return {
    version: 1,
    findings: findings.sort(byPlace),
    summary: { documents, ...countFindings(findings) },
    ...(problems.length > 0 ? { problems } : {}),
  };
}

const statuses = (folders: readonly CheckedFolder[]): ProductStatusOutput[] =>
  folders.flatMap(({ products, places }) =>
    products.filter(isReadable).map(({ project, findings }) => statusOutput(statusOf(project, findings), places)),
  );

function printText(
  context: Context,
  folders: readonly CheckedFolder[],
  output: CheckOutput,
  options: CheckOptions,
): void {
  const style = styleFor(context, context.stdout, options.color);
  if (options.quiet) {
    const failing = output.findings.filter(({ severity }) => reaches(severity, thresholdOf(options)));
    print(context, findingsText(style, failing));
  } else print(context, [...findingsText(style, output.findings), ...summaryText(style, output, statuses(folders))]);
}

const thresholdOf = ({ failOn = 'error' }: CheckOptions): Threshold => failOn;

/** `slipway check`: every finding of the products in the folders. */
async function check(context: Context, dirs: readonly string[], options: CheckOptions): Promise<ExitStatus> {
  const relativeToCwd = options.format === 'text' || dirs.length > 1;
  const folders: CheckedFolder[] = [];
  for (const dir of dirs.length > 0 ? dirs : [undefined])
    folders.push(await checkFolder(context, dir, { ...options, relativeToCwd }));
  const output = checkOutput(folders);
  printProblems(context, options.color, output.problems);
  if (options.format === 'json') printJson(context, output);
  else printText(context, folders, output, options);
  if (!folders.every(({ products }) => products.every(isReadable))) return exit.usage;
  return output.findings.some(({ severity }) => reaches(severity, thresholdOf(options))) ? exit.findings : exit.fine;
}

/** The command `check`. */
export function checkCommand(run: Run): Command {
  const command = new Command('check')
    .summary('report what is missing, hollow or out of order')
    .description(
      'Checks the documents of each product in the given folders against its lifecycle.yaml and reports what is missing, hollow or out of order.',
    )
    .argument('[dir...]', 'folders of products (default: the current one, or the nearest above with a definition)')
    .action((dirs: string[], options: CheckOptions) => run(context => check(context, dirs, options)));
  return withCheckOptions(
    withCommonOptions(command, 'print only the findings that make the exit status 1, and no summary'),
    'the severity from which findings make the exit status 1 (default: "error")',
  );
}
