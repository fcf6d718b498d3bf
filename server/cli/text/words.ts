import type { Style } from '../style.ts';

export type Severity = 'error' | 'warning' | 'info' | 'hint';

const symbols: Readonly<Record<Severity, string>> = { error: '✖', warning: '▲', info: '●', hint: '·' };

/** `✖ error`, all of one width and coloured. */
export function severityMark({ colors }: Style, severity: Severity): string {
  const paint = { error: colors.red, warning: colors.yellow, info: colors.blue, hint: colors.dim }[severity];
  return paint(`${symbols[severity]} ${severity.padEnd('warning'.length)}`);
}

/** `1 file`, `2 files`. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** `out-of-order` as people write it. */
export const spaced = (id: string): string => id.replace(/-/g, ' ');

/** A place that terminals turn into a link. */
export const placeText = (place: { readonly path: string; readonly line: number }): string =>
  `${place.path}:${place.line}`;
