import { type Command, InvalidArgumentError, Option } from 'commander';
import * as z from 'zod';
import { type Severity, severities } from '../core/lifecycle/schema/lifecycle.ts';

const thresholds = ['error', 'warning', 'info'] as const;
export type Threshold = (typeof thresholds)[number];

/** Options that every command has, as commander gives them. */
export interface CommonOptions {
  readonly format: 'text' | 'json';
  /** False after `--no-color`. */
  readonly color: boolean;
  readonly quiet?: true;
}

/** Options of commands that check. */
export interface CheckOptions extends CommonOptions {
  /** ISO date. */
  readonly asOf?: string;
  readonly failOn?: Threshold;
}

/** Reads a strict ISO date that exists in the calendar. */
function isoDate(value: string): string {
  if (z.iso.date().safeParse(value).success) return value;
  throw new InvalidArgumentError('Give a date of the calendar as YYYY-MM-DD, such as 2026-06-30.');
}

/** Adds `--format`, `--no-color` and `--quiet`; `quiet` says what the last one leaves out. */
export const withCommonOptions = (command: Command, quiet: string): Command =>
  command
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .option('-q, --quiet', quiet)
    .option('--no-color', 'print without colours, as NO_COLOR does; FORCE_COLOR=1 colours always');

/** Adds `--as-of`. */
export const withAsOf = (command: Command): Command =>
  command.addOption(
    new Option('--as-of <date>', 'check as on this day, as YYYY-MM-DD (default: today)').argParser(isoDate),
  );

/** Adds `--as-of` and `--fail-on`; `failOn` says what the threshold does. */
export const withCheckOptions = (command: Command, failOn: string): Command =>
  withAsOf(command).addOption(new Option('--fail-on <severity>', failOn).choices(thresholds));

/** Whether a severity reaches the threshold. */
export const reaches = (severity: Severity, threshold: Threshold): boolean =>
  severities.indexOf(severity) <= severities.indexOf(threshold);
