import type { FindingOutput } from '../output/finding.ts';
import type { GateReviewOutput } from '../output/gate.ts';
import type { CriterionOutput } from '../output/status.ts';
import { hang, printable, type Style } from '../style.ts';
import { criterionMark, inGateColor } from './statusMarks.ts';
import { counted, placeText, severityMark, spaced } from './words.ts';

const shown = 10;

/** A gate as people read it before they decide: what blocks it, what is only recommended, what passing it would open. */
export function gateText(style: Style, review: GateReviewOutput): string[] {
  const { gate, deciders, blocking, recommended } = review;
  const { colors } = style;
  const tally = `${gate.must.done} of ${gate.must.all} criteria met`;
  const who = deciders
    ? `Decided by ${deciders.roles.map(spaced).join(deciders.need === 'all' ? ' and ' : ' or ')}.`
    : '';
  return [
    `${colors.bold(printable(gate.title))}  ${inGateColor(style, gate.state, spaced(gate.state))}  ${colors.dim(tally)}`,
    ...(gate.question ? hang(style, '  ', colors.italic(printable(gate.question))) : []),
    ...(who === '' ? [] : hang(style, '  ', colors.dim(printable(who)))),
    ...section(
      style,
      'What blocks it',
      blocking.flatMap(criterion => criterionLines(style, criterion)),
    ),
    ...(blocking.length === 0 ? ['', closing(review)] : []),
    ...section(
      style,
      'Recommended, not blocking',
      recommended.flatMap(criterion => criterionLines(style, criterion)),
    ),
    ...section(style, 'What passing it would open', openingLines(style, review)),
  ];
}

const section = (style: Style, title: string, lines: readonly string[]): string[] =>
  lines.length > 0 ? ['', style.colors.bold(title), ...lines] : [];

const closing = ({ gate }: GateReviewOutput): string =>
  gate.decision === undefined
    ? 'Every must-criterion is met: people can decide, and record it in the gate log.'
    : `The decision “${gate.decision}” is recorded, and every must-criterion holds.`;

function criterionLines(style: Style, { say, state, reason, part, place }: CriterionOutput): string[] {
  const where = place ? placeText(place) : undefined;
  const why = [...(reason ? [reason] : []), ...(where ? [where] : [])].join('  ');
  const remark = part === 'entry' ? style.colors.dim(' (to enter)') : '';
  return [
    ...hang(style, `  ${criterionMark(style, state)} `, `${printable(say)}${remark}`),
    ...(why === '' ? [] : hang(style, '    ', style.colors.dim(printable(why)))),
  ];
}

function openingLines(style: Style, { opens: { stages, next, findings } }: GateReviewOutput): string[] {
  return [
    ...(stages.length > 0
      ? hang(style, '  ', `Stages: ${printable(stages.map(({ title }) => title).join(', '))}.`)
      : []),
    ...(next
      ? hang(
          style,
          '  ',
          `Next gate: ${printable(next.title)}, ${next.must.done} of ${next.must.all} criteria met today.`,
        )
      : []),
    ...(findings.length > 0
      ? [
          ...hang(style, '  ', `${counted(findings.length, 'finding')} would be new or graver:`),
          ...findingLines(style, findings),
        ]
      : []),
  ];
}

function findingLines(style: Style, findings: readonly FindingOutput[]): string[] {
  const lines = findings
    .slice(0, shown)
    .flatMap(({ severity, message, path, line }) =>
      hang(
        style,
        `  ${severityMark(style, severity)}  `,
        `${printable(message)}  ${style.colors.dim(placeText({ path, line }))}`,
      ),
    );
  const more = findings.length - shown;
  return more > 0 ? [...lines, `  and ${more} more.`] : lines;
}
