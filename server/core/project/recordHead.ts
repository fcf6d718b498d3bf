import type { Place, RecordFile } from './model.ts';

/** Where a finding about a record as a whole is shown: the header of a table, else the first line with words. */
export function recordHead({ path, document, header }: RecordFile): Place {
  if (header) return { path, span: header.span };
  const { text } = document;
  const start = Math.max(0, text.search(/\S/));
  const length = text.slice(start).search(/[\r\n]/);
  return { path, span: { start, end: length < 0 ? text.length : start + length } };
}
