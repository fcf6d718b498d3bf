import { createTwoFilesPatch } from 'diff';
import type { FileChange } from '../fixing/draft.ts';
import type { FixOutput } from '../output/fix.ts';
import { hang, printable, type Style } from '../style.ts';
import { counted } from './words.ts';

/** What was fixed, by file, and what remains. */
export function fixText(style: Style, { files, dryRun, summary }: FixOutput): string[] {
  const { colors } = style;
  const blocks = files.flatMap(({ path, created, fixes }) => [
    `${colors.underline(printable(path))}${created ? colors.dim(' (new)') : ''}`,
    ...fixes.flatMap(({ rule, title }) =>
      hang(style, `  ${colors.green('✔')} `, `${printable(title)}  ${colors.dim(rule)}`),
    ),
    '',
  ]);
  return [...blocks, ...remainsText(style, { files, dryRun, summary })];
}

/** The closing line. */
export function remainsText(
  { colors }: Style,
  { files, dryRun, summary }: Pick<FixOutput, 'files' | 'dryRun' | 'summary'>,
): string[] {
  const { fixed, error, warning, info } = summary;
  const verb = dryRun ? 'Would fix' : 'Fixed';
  const done =
    fixed === 0 ? 'Nothing to fix.' : `${verb} ${counted(fixed, 'finding')} in ${counted(files.length, 'file')}.`;
  const open = error + warning + info;
  const rest =
    open === 0
      ? 'No finding remains.'
      : `${counted(open, 'finding')} ${open === 1 ? 'remains' : 'remain'} for a person: ${colors.cyan('slipway check')} lists them.`;
  return [`${colors.green('✔')} ${done} ${rest}`];
}

const lineColor = ({ colors }: Style, line: string): string => {
  if (line.startsWith('+++') || line.startsWith('---')) return colors.bold(line);
  if (line.startsWith('+')) return colors.green(line);
  if (line.startsWith('-')) return colors.red(line);
  return line.startsWith('@@') ? colors.cyan(line) : line;
};

/** The changes as a unified diff that `git apply` and `patch -p1` take. */
export function diffText(
  style: Style,
  files: ReadonlyMap<string, FileChange>,
  shown: (path: string) => string,
): string {
  const patches = [...files].map(([path, { before, after }]) => {
    const old = before === undefined ? '/dev/null' : `a/${shown(path)}`;
    return createTwoFilesPatch(old, `b/${shown(path)}`, before ?? '', after, undefined, undefined, {
      headerOptions: { includeIndex: false, includeUnderline: false, includeFileHeaders: true },
    });
  });
  const text = patches.join('');
  return style.colors.isColorSupported
    ? text
        .split('\n')
        .map(line => lineColor(style, line))
        .join('\n')
    : text;
}
