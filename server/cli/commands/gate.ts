import { Command } from 'commander';
import { prepareDecision } from '../../core/fixes/prepareDecision.ts';
import type { Project } from '../../core/project/model.ts';
import { reviewGate } from '../../core/status/gateReview.ts';
import type { GateStatus } from '../../core/status/model.ts';
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
  UsageError,
} from '../context.ts';
import { createDraft } from '../fixing/draft.ts';
import { writeFiles } from '../fixing/writeDraft.ts';
import { fromCwd, openFolder } from '../folder.ts';
import { type CommonOptions, withAsOf, withCommonOptions } from '../options.ts';
import { gateReviewOutput } from '../output/convert.ts';
import { placesIn } from '../places.ts';
import { createProgress } from '../progress.ts';
import { gateText } from '../text/gate.ts';

interface GateOptions extends CommonOptions {
  readonly asOf?: string;
  readonly prepare?: true;
}

/** `slipway gate`: what blocks a gate, and what passing it would open. */
async function gate(
  context: Context,
  id: string | undefined,
  dir: string | undefined,
  options: GateOptions,
): Promise<ExitStatus> {
  const progress = createProgress(context, options.quiet === true);
  const workspace = await openFolder(context, dir, { onProgress: progress.update }).finally(progress.clear);
  const places = placesIn(workspace, options.format === 'json' ? '' : fromCwd(context, workspace.root));
  printProblems(context, options.color, workspace.problems);
  const { product, project, review } = reviewIn(checkWorkspace(workspace, options.asOf ?? context.today), id);
  const output = gateReviewOutput(review, product.definitionPath, places);
  const style = styleFor(context, context.stdout, options.color);
  if (options.format === 'json') printJson(context, output);
  else
    print(
      context,
      options.quiet ? gateText(style, { ...output, recommended: [], opens: nothing }) : gateText(style, output),
    );
  if (options.prepare) prepare(context, workspace.root, project, review.gate);
  return review.blocking.length > 0 ? exit.findings : exit.fine;
}

const nothing = { stages: [], findings: [] };

/** The gate with this id, else the next one, of the only product that has it. */
function reviewIn(checked: readonly CheckedProduct[], id: string | undefined) {
  const readable = checked.filter(isReadable);
  if (readable.length === 0)
    throw new UsageError('The definition cannot be used. "slipway check" says what is wrong in it.');
  const reviews = readable.flatMap(({ product, project, findings }) => {
    const wanted = id ?? project.gates.next;
    const review = wanted === undefined ? undefined : reviewGate(project, wanted, findings);
    return review ? [{ product, project, review }] : [];
  });
  const [found, another] = reviews;
  if (another) throw new UsageError('Several products have this gate. Give the folder of one as the second argument.');
  if (found) return found;
  const known = [...new Set(readable.flatMap(({ project }) => Object.keys(project.lifecycle.gates)))];
  throw new UsageError(
    id === undefined
      ? 'Every gate is passed, so none is next. Give the id of a gate to review it.'
      : `There is no gate "${id}". ${known.length > 0 ? `There are ${known.join(', ')}.` : 'This lifecycle has no gates.'}`,
  );
}

/** Writes the entry of a decision that people have to fill in. */
function prepare(context: Context, root: string, project: Project, gate: GateStatus): void {
  const change = prepareDecision(project, gate.id);
  const draft = createDraft(root);
  if (!change || !draft.isPossible(change))
    throw new UsageError(
      'Nothing is prepared: an entry for this gate waits in the gate log, or the log cannot take one.',
    );
  draft.apply({
    edits: new Map(change.kind === 'edit' ? [[change.path, change.edits]] : []),
    created: new Map(change.kind === 'create' ? [[change.path, change.text]] : []),
    applied: [],
  });
  const [problem] = writeFiles(root, draft.files);
  if (problem) throw new UsageError(problem.message);
  context.stderr.write(`Prepared in ${change.path}: people fill in decision, date and names.\n`);
}

/** The command `gate`. */
export function gateCommand(run: Run): Command {
  const command = new Command('gate')
    .summary('tell what blocks a gate and what passing it would open')
    .description(
      'Reviews one gate: the criteria that are not met, each with its reason and the place to go, and what a go would open. The exit status is 1 while a must-criterion is open.',
    )
    .argument('[id]', 'id of the gate (default: the next one)')
    .argument('[dir]', 'folder of the product (default: the current one, or the nearest above with a definition)')
    .option(
      '--prepare',
      'add an entry to the gate log with the baseline, for people to fill in decision, date and names',
    )
    .action((id: string | undefined, dir: string | undefined, options: GateOptions) =>
      run(context => gate(context, id, dir, options)),
    );
  return withAsOf(withCommonOptions(command, 'print only what blocks it'));
}
