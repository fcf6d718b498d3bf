import { readFileSync } from 'node:fs';

/** How many tests ended in which way. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** The part of mocha's JSON report that is used here. */
export interface MochaReport {
  readonly stats: { readonly passes: number; readonly failures: number; readonly pending: number };
  readonly passes: readonly { readonly fullTitle: string; readonly duration?: number }[];
  readonly failures: readonly { readonly fullTitle: string; readonly err: { readonly stack?: string } }[];
}

/** What mocha wrote to `file`. Throws when it wrote nothing, which is how a run that broke off looks. */
export const readReport = (file: string): MochaReport => JSON.parse(readFileSync(file, 'utf8'));

/** The counts of a report. A run without a single passed test is a failed one: its suites were not found. */
export function tallyOf({ stats }: MochaReport): Tally {
  const nothingRan = stats.passes === 0 && stats.failures === 0;
  return { passed: stats.passes, failed: nothingRan ? 1 : stats.failures, skipped: stats.pending };
}

/** All counts together. */
export function sum(tallies: readonly Tally[]): Tally {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of tallies) {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  return total;
}
