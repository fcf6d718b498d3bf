import type { FindingOutput } from '../output/finding.ts';
import { hang, printable, type Style, widthOf } from '../style.ts';
import { severityMark } from './words.ts';

const place = ({ line, column }: FindingOutput): string => `${line}:${column}`;

function fixLine(style: Style, indent: string, finding: FindingOutput): string[] {
  const { fixes, rule } = finding;
  const fix = fixes.find(({ safe }) => safe) ?? fixes.find(({ byName }) => byName) ?? fixes[0];
  if (!fix) return [];
  const { colors } = style;
  const how = fix.safe ? 'slipway fix' : fix.byName ? `slipway fix --rule ${rule}` : 'in the editor';
  const text = `${colors.cyan(printable(fix.title))} ${colors.dim(`(${how})`)}`;
  return hang(style, `${indent}${colors.dim('fix:')} `, text);
}

function findingLines(style: Style, finding: FindingOutput, placeWidth: number): string[] {
  const { colors } = style;
  const start = `  ${colors.dim(place(finding).padStart(placeWidth))}  ${severityMark(style, finding.severity)}  `;
  const message = `${printable(finding.message)}  ${colors.dim(finding.rule)}`;
  const indent = ' '.repeat(2 + placeWidth + 2 + '✖ warning'.length + 2);
  return [...hang(style, start, message), ...fixLine(style, indent, finding)];
}

/** Findings of one file, aligned. Hints are for editors and left out. */
export function findingBlock(style: Style, findings: readonly FindingOutput[]): string[] {
  const shown = findings.filter(({ severity }) => severity !== 'hint');
  const placeWidth = widthOf(shown.map(place));
  return shown.flatMap(finding => findingLines(style, finding, placeWidth));
}

/**
 * Findings as people read them: a block for each file, in the order given. Hints are for editors and left out.
 * Returns lines, with an empty one between files.
 */
export function findingsText(style: Style, findings: readonly FindingOutput[]): string[] {
  const files = new Map<string, FindingOutput[]>();
  for (const finding of findings) {
    if (finding.severity === 'hint') continue;
    const known = files.get(finding.path);
    if (known) known.push(finding);
    else files.set(finding.path, [finding]);
  }
  return [...files].flatMap(([path, inFile]) => {
    return [style.colors.underline(printable(path)), ...findingBlock(style, inFile), ''];
  });
}
