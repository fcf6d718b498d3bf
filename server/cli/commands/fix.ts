import { Command } from 'commander';
import { isReadable } from '../checking.ts';
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
import type { FileChange } from '../fixing/draft.ts';
import { type FixResult, fixAll } from '../fixing/fixAll.ts';
import { writeFiles } from '../fixing/writeDraft.ts';
import { fromCwd, openFolder } from '../folder.ts';
import { type CheckOptions, reaches, withCheckOptions, withCommonOptions } from '../options.ts';
import { countFindings } from '../output/convert.ts';
import type { ProblemOutput } from '../output/finding.ts';
import type { FixOutput } from '../output/fix.ts';
import { type Places, placesIn } from '../places.ts';
import { createProgress } from '../progress.ts';
import { diffText, fixText, remainsText } from '../text/fix.ts';
import { requireRule } from './rules.ts';

interface FixCommandOptions extends CheckOptions {
  readonly dryRun?: true;
  readonly rule?: string;
}

function fixOutput(
  { draft, applied, products }: FixResult,
  problems: readonly ProblemOutput[],
  dryRun: boolean,
  places: Places,
): FixOutput {
  const unwritten = new Set(problems.map(({ path }) => path));
  const paths = [...draft.files.keys()].filter(path => !unwritten.has(places.path(path))).sort();
  const files = paths.map(path => ({
    path: places.path(path),
    created: draft.files.get(path)?.before === undefined,
    fixes: applied.filter(fix => fix.paths.includes(path)).map(({ rule, title }) => ({ rule, title })),
  }));
  const fixed = applied.filter(fix => fix.paths.some(path => paths.includes(path))).length;
  return {
    version: 1,
    dryRun,
    files,
    summary: { fixed, ...countFindings(products.flatMap(({ findings }) => findings)) },
    ...(problems.length > 0 ? { problems: [...problems] } : {}),
  };
}

/** `slipway fix`: applies the safe fixes. */
async function fix(context: Context, dir: string | undefined, options: FixCommandOptions): Promise<ExitStatus> {
  if (options.rule !== undefined) requireRule(options.rule);
  const progress = createProgress(context, options.quiet === true);
  const workspace = await openFolder(context, dir, { onProgress: progress.update }).finally(progress.clear);
  const result = await fixAll(workspace, { today: options.asOf ?? context.today, rule: options.rule });
  const dryRun = options.dryRun === true;
  const unwritten = dryRun ? [] : writeFiles(workspace.root, result.draft.files);
  const places = placesIn(workspace, options.format === 'json' ? '' : fromCwd(context, workspace.root));
  const problems = [...workspace.problems, ...result.draft.problems.values(), ...unwritten].map(
    ({ path, message }) => ({ path: places.path(path), message }),
  );
  const output = fixOutput(result, problems, dryRun, places);
  printProblems(context, options.color, problems);
  printResult(context, output, result.draft.files, places, options);
  if (!result.products.every(isReadable)) return exit.usage;
  const { failOn = 'error' } = options;
  const remaining = result.products.flatMap(({ findings }) => findings);
  return remaining.some(({ severity }) => reaches(severity, failOn)) || unwritten.length > 0
    ? exit.findings
    : exit.fine;
}

function printResult(
  context: Context,
  output: FixOutput,
  files: ReadonlyMap<string, FileChange>,
  places: Places,
  options: FixCommandOptions,
): void {
  const style = styleFor(context, context.stdout, options.color);
  if (options.format === 'json') printJson(context, output);
  else if (output.dryRun) {
    context.stdout.write(diffText(style, files, places.path));
    // The diff alone goes to the standard output, so that it can be piped into a file or another tool.
    const lines = remainsText(styleFor(context, context.stderr, options.color), output);
    if (!options.quiet) context.stderr.write(`${lines.join('\n')}\n`);
  } else if (!options.quiet) print(context, fixText(style, output));
}

/** The command `fix`. */
export function fixCommand(run: Run): Command {
  const command = new Command('fix')
    .summary('apply the safe fixes')
    .description(
      'Applies the fixes that are safe without a person looking, and writes the changed files. Never writes an approval, a decision or a result.',
    )
    .argument('[dir]', 'folder of the product (default: the current one, or the nearest above with a definition)')
    .option('--dry-run', 'write nothing; print the changes as a unified diff')
    .option('--rule <id>', 'only fix findings of this rule')
    .action((dir: string | undefined, options: FixCommandOptions) => run(context => fix(context, dir, options)));
  return withCheckOptions(
    withCommonOptions(command, 'print nothing but what could not be fixed'),
    'the severity from which findings that remain make the exit status 1 (default: "error")',
  );
}
