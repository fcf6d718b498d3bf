import type { ProblemOutput } from './output/finding.ts';
import type { Style } from './style.ts';
import { createStyle } from './style.ts';
import { problemsText } from './text/problems.ts';

/** Somewhere to write to. */
export interface Output {
  write(text: string): void;
  readonly isTerminal: boolean;
  /** Width of the terminal, when it is one. */
  readonly columns: number | undefined;
}

/** The world of one run; tests make their own. */
export interface Context {
  /** Absolute path of the current folder. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** ISO date. */
  readonly today: string;
  readonly stdout: Output;
  readonly stderr: Output;
}

/** Exit status of the process. */
export const exit = { fine: 0, findings: 1, usage: 2, fault: 3 } as const;
export type ExitStatus = (typeof exit)[keyof typeof exit];

/** The person asked for something that cannot be done; the message says what to do instead. Ends with status 2. */
export class UsageError extends Error {}

/** How to write to one of the two outputs. */
export const styleFor = (context: Context, output: Output, color: boolean): Style =>
  createStyle({ color, env: context.env, isTerminal: output.isTerminal, columns: output.columns });

/** Writes lines to the standard output. */
export const print = (context: Context, lines: readonly string[]): void => {
  if (lines.length > 0) context.stdout.write(`${lines.join('\n')}\n`);
};

/** Writes a value as JSON to the standard output. */
export const printJson = (context: Context, value: unknown): void =>
  context.stdout.write(`${JSON.stringify(value, undefined, 2)}\n`);

/** How a command is run: it gets the context, and what it returns becomes the exit status. */
export type Run = (command: (context: Context) => ExitStatus | Promise<ExitStatus>) => Promise<void>;

/** Writes what could not be read to the standard error output. */
export function printProblems(context: Context, color: boolean, problems: readonly ProblemOutput[] = []): void {
  const lines = problemsText(styleFor(context, context.stderr, color), problems);
  if (lines.length > 0) context.stderr.write(`${lines.join('\n')}\n`);
}
