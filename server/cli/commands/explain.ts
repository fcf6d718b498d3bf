import { statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { Command } from 'commander';
import { loadWorkspace } from '../../host/load.ts';
import { checkWorkspace, isReadable } from '../checking.ts';
import { type Context, type ExitStatus, exit, print, printJson, type Run, styleFor, UsageError } from '../context.ts';
import { explainFile } from '../explaining/file.ts';
import { folderWithDefinition, fromCwd } from '../folder.ts';
import { type CommonOptions, withAsOf, withCommonOptions } from '../options.ts';
import { placesIn } from '../places.ts';
import { createProgress } from '../progress.ts';
import { explainText } from '../text/explain.ts';

interface ExplainOptions extends CommonOptions {
  readonly asOf?: string;
}

/** The folder to read for a file: the current one when it holds the product, else that of the nearest definition. */
function rootFor({ cwd }: Context, file: string): string {
  const product = folderWithDefinition(dirname(file));
  if (product === undefined)
    throw new UsageError(
      'No lifecycle.yaml lies in the folder of this file or above it, so nothing is asked of it. "slipway check" tells how to begin.',
    );
  return product === cwd || product.startsWith(cwd + sep) ? cwd : product;
}

function existingFile(context: Context, given: string): string {
  const file = resolve(context.cwd, given);
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats) throw new UsageError(`There is no file "${given}". Give the path of a file.`);
  if (stats.isFile()) return file;
  throw new UsageError(
    `"${given}" is no file. Give the path of a document; "slipway status ${given}" tells about a folder.`,
  );
}

/** `slipway explain`: what one file is and what is asked of it. */
async function explain(context: Context, given: string, options: ExplainOptions): Promise<ExitStatus> {
  const file = existingFile(context, given);
  const root = rootFor(context, file);
  const progress = createProgress(context, options.quiet === true);
  const workspace = await loadWorkspace(root, { onProgress: progress.update }).finally(progress.clear);
  const products = checkWorkspace(workspace, options.asOf ?? context.today);
  const places = placesIn(workspace, fromCwd(context, root));
  const output = explainFile(workspace, products, relative(root, file).split(sep).join('/'), places);
  const style = styleFor(context, context.stdout, options.color);
  if (options.format === 'json') printJson(context, output);
  else print(context, explainText(style, output, options.quiet === true));
  const own = products.find(({ product }) => places.path(product.definitionPath) === output.definition);
  return own && !isReadable(own) ? exit.usage : exit.fine;
}

/** The command `explain`. */
export function explainCommand(run: Run): Command {
  const command = new Command('explain')
    .summary('tell what a file is and what is asked of it')
    .description(
      'Tells as which artifact a file is recognised and why, what its lifecycle asks of it and where, and how it stands.',
    )
    .argument('<file>', 'a document, a record or a definition')
    .action((file: string, options: ExplainOptions) => run(context => explain(context, file, options)));
  return withAsOf(withCommonOptions(command, 'print only what the file is recognised as'));
}
