import type { ProblemOutput } from '../output/finding.ts';
import { hang, printable, type Style } from '../style.ts';

/** What could not be read, one after the other. */
export const problemsText = (style: Style, problems: readonly ProblemOutput[]): string[] =>
  problems.flatMap(({ path, message }) =>
    hang(style, `${style.colors.yellow('▲')} ${printable(path)}: `, printable(message)),
  );
