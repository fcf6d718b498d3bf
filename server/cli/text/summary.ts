import type { CheckOutput } from '../output/check.ts';
import type { CriterionOutput, ProductStatusOutput } from '../output/status.ts';
import { hang, printable, type Style } from '../style.ts';
import { counted, placeText } from './words.ts';

function countsLine({ colors }: Style, { summary }: CheckOutput): string {
  const parts = [
    ...(summary.error > 0 ? [colors.red(counted(summary.error, 'error'))] : []),
    ...(summary.warning > 0 ? [colors.yellow(counted(summary.warning, 'warning'))] : []),
    ...(summary.info > 0 ? [colors.blue(counted(summary.info, 'info'))] : []),
  ];
  const documents = counted(summary.documents, 'document');
  if (parts.length === 0) return `${colors.green('✔')} ${documents}: nothing to report.`;
  const symbol = summary.error > 0 ? colors.red('✖') : summary.warning > 0 ? colors.yellow('▲') : colors.blue('●');
  return `${symbol} ${parts.join(', ')} in ${documents}.`;
}

function fixableLine({ colors }: Style, { findings }: CheckOutput): string[] {
  const fixable = findings.filter(({ fixes }) => fixes.some(({ safe }) => safe));
  const hints = fixable.filter(({ severity }) => severity === 'hint').length;
  const shown = fixable.length - hints;
  const parts = [...(shown > 0 ? [`${shown} of them`] : []), ...(hints > 0 ? [counted(hints, 'hint')] : [])];
  return parts.length === 0 ? [] : [`  ${colors.cyan('slipway fix')} repairs ${parts.join(' and ')}.`];
}

/** The must-criterion of the next gate that is unmet, the first one. */
const firstBlocker = (criteria: readonly CriterionOutput[]): CriterionOutput | undefined =>
  criteria.find(({ level, state }) => level === 'must' && state === 'unmet');

/** What the next gate of a product waits for, as a sentence; undefined when there is no next gate. */
export function nextGateText(status: ProductStatusOutput): string | undefined {
  const gate = status.gates.find(({ id }) => id === status.next);
  if (!gate) return undefined;
  const blocker = firstBlocker(gate.criteria);
  const tally = `${gate.must.done} of ${gate.must.all} criteria met`;
  if (!blocker) return `${gate.title} (${tally}).`;
  const where = blocker.place ? ` (${placeText(blocker.place)})` : '';
  return `${gate.title} (${tally}). First: ${blocker.reason ?? blocker.say}${where}`;
}

/** The closing lines of `slipway check`: how many, what repairs itself, what comes next. */
export function summaryText(style: Style, output: CheckOutput, statuses: readonly ProductStatusOutput[]): string[] {
  const lines = [countsLine(style, output), ...fixableLine(style, output)];
  for (const status of statuses) {
    const text = nextGateText(status);
    const name = statuses.length > 1 ? `${status.product ?? status.definition}, next gate: ` : 'Next gate: ';
    if (text !== undefined) lines.push(...hang(style, `  ${name}`, printable(text)));
  }
  return lines;
}
