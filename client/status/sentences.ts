import type { ProductStatus, Share } from '../../server/lsp/protocol.ts';

/** A number with its noun: `1 error`, `2 errors`. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** `7 of 9`. */
export const shareWords = ({ done, all }: Share): string => `${done} of ${all}`;

/** `2 of 5 met`. */
export const criteriaWords = (must: Share): string => (must.all === 0 ? 'no must-criteria' : `${shareWords(must)} met`);

/** The findings that want attention: `8 errors, 28 warnings`; `no errors` when there are none of either. */
export function findingsWords({ error, warning }: ProductStatus['counts']): string {
  const parts = [
    ...(error > 0 ? [counted(error, 'error')] : []),
    ...(warning > 0 ? [counted(warning, 'warning')] : []),
  ];
  return parts.length > 0 ? parts.join(', ') : 'no errors or warnings';
}

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** An ISO date as `15 June 2026`; what is no date stays as it is. */
export function dateWords(iso: string): string {
  const date = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? iso : day.format(date);
}

/** A text with a full stop at its end, whatever mark it had. */
export const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

/** A text as an entry of a list: a capital first, no full stop. */
export const phrase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1).replace(/\.$/, '');
