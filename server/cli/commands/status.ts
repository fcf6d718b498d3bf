import { Command } from 'commander';
import { statusOf } from '../../core/status/status.ts';
import type { FileProblem } from '../../host/problem.ts';
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
import { type CheckOptions, reaches, withCheckOptions, withCommonOptions } from '../options.ts';
import { statusOutput } from '../output/convert.ts';
import type { StatusOutput } from '../output/status.ts';
import { placesIn } from '../places.ts';
import { createProgress } from '../progress.ts';
import { statusText } from '../text/status.ts';
import { nextGateText } from '../text/summary.ts';

/** `slipway status`: where each product stands. */
async function status(context: Context, dir: string | undefined, options: CheckOptions): Promise<ExitStatus> {
  const progress = createProgress(context, options.quiet === true);
  const workspace = await openFolder(context, dir, { onProgress: progress.update }).finally(progress.clear);
  const checked = checkWorkspace(workspace, options.asOf ?? context.today);
  const places = placesIn(workspace, options.format === 'json' ? '' : fromCwd(context, workspace.root));
  const problems = [...workspace.problems, ...checked.flatMap(definitionProblems)].map(({ path, message }) => ({
    path: places.path(path),
    message,
  }));
  const output: StatusOutput = {
    version: 1,
    products: checked
      .filter(isReadable)
      .map(({ project, findings }) => statusOutput(statusOf(project, findings), places)),
    ...(problems.length > 0 ? { problems } : {}),
  };
  printProblems(context, options.color, problems);
  if (options.format === 'json') printJson(context, output);
  else print(context, textOf(context, output, options));
  if (!checked.every(isReadable)) return exit.usage;
  const { failOn } = options;
  const failed = failOn && checked.some(({ findings }) => findings.some(({ severity }) => reaches(severity, failOn)));
  return failed ? exit.findings : exit.fine;
}

/** Why a product has no status: what is wrong in a definition that cannot be read. */
function definitionProblems(checked: CheckedProduct): FileProblem[] {
  if (isReadable(checked)) return [];
  const { definitionPath, definition } = checked.product;
  const reasons = definition.problems.map(({ message }) => message).join(' ');
  return [
    { path: definitionPath, message: `This definition cannot be used, so its product has no status. ${reasons}` },
  ];
}

function textOf(context: Context, { products }: StatusOutput, options: CheckOptions): string[] {
  const style = styleFor(context, context.stdout, options.color);
  if (options.quiet) return products.flatMap(product => nextGateText(product) ?? []);
  return products.flatMap((product, index) => [...(index > 0 ? [''] : []), ...statusText(style, product)]);
}

/** The command `status`. */
export function statusCommand(run: Run): Command {
  const command = new Command('status')
    .summary('show phases, gates and what blocks the next one')
    .description('Shows for each phase which documents are ready, which criteria are met and where its gates stand.')
    .argument('[dir]', 'folder of the product (default: the current one, or the nearest above with a definition)')
    .action((dir: string | undefined, options: CheckOptions) => run(context => status(context, dir, options)));
  return withCheckOptions(
    withCommonOptions(command, 'print only the next gate'),
    'make the exit status 1 when there are findings from this severity on (default: never)',
  );
}
