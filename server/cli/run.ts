import { Command, CommanderError } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import { checkCommand } from './commands/check.ts';
import { explainCommand } from './commands/explain.ts';
import { fixCommand } from './commands/fix.ts';
import { gateCommand } from './commands/gate.ts';
import { rulesCommand } from './commands/rules.ts';
import { statusCommand } from './commands/status.ts';
import { type Context, type ExitStatus, exit, type Run, styleFor, UsageError } from './context.ts';

const { version } = manifest;

const footer = `
Exit status: 0 nothing at or above --fail-on, 1 findings, 2 wrong usage or unreadable definition, 3 a fault in Slipway.`;

function createProgram(context: Context, run: Run): Command {
  const program = new Command('slipway')
    .description('Checks lifecycle documents: what is missing, hollow or out of order, and what blocks the next gate.')
    .version(version, '--version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand('help [command]', 'show help for a command')
    .addHelpText('after', footer)
    .showSuggestionAfterError();
  for (const create of [checkCommand, statusCommand, gateCommand, fixCommand, rulesCommand, explainCommand])
    program.addCommand(create(run));
  const { colors } = styleFor(context, context.stdout, true);
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({
      writeOut: text => context.stdout.write(text),
      writeErr: text => context.stderr.write(text),
      getOutHelpWidth: () => context.stdout.columns ?? 100,
    });
    command.configureHelp({ styleTitle: text => colors.bold(text) });
  }
  return program;
}

/** What a person reads when Slipway itself is at fault. */
function faultText(error: unknown, { env }: Context): string {
  const message = error instanceof Error ? error.message : String(error);
  const stack = env.SLIPWAY_DEBUG && error instanceof Error ? `\n${error.stack}` : '';
  return [
    `Slipway ${version} has a fault: ${message}`,
    'Your documents are not to blame. Please report this message and the command in Slipway’s issue tracker;',
    `with SLIPWAY_DEBUG=1 the command also shows where it happened.${stack}`,
  ].join('\n');
}

/** Runs the command line with the words after `slipway`. Never throws; returns the exit status. */
export async function run(args: readonly string[], context: Context): Promise<ExitStatus> {
  let status: ExitStatus = exit.fine;
  const program = createProgram(context, async command => {
    status = await command(context);
  });
  try {
    if (args.length === 0) program.outputHelp();
    else await program.parseAsync(args, { from: 'user' });
    return status;
  } catch (error) {
    // Commander has said already what is wrong.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exit.fine : exit.usage;
    const usage = error instanceof UsageError;
    context.stderr.write(`${usage ? error.message : faultText(error, context)}\n`);
    return usage ? exit.usage : exit.fault;
  }
}
