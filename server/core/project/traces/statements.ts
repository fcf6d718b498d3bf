import type { Lifecycle } from '../../lifecycle/schema/lifecycle.ts';
import type { MarkdownDocument, YamlEntry, YamlNode } from '../../parse/model.ts';
import { memoize } from '../../text/memo.ts';
import { within } from '../../text/sorted.ts';
import type { Span } from '../../text/span.ts';
import { foldName } from '../fieldName.ts';
import { linesOf } from '../headerFields.ts';
import type { Statement } from './model.ts';

/** The `Name: value` lines and the comments of that form in a Markdown document, in document order. */
export const statementsIn = memoize((document: MarkdownDocument): readonly Statement[] => {
  const lines = document.paragraphs
    .flatMap(paragraph => linesOf(document, paragraph))
    .map(({ key, keySpan, value }) => ({ name: foldName(key), keySpan, value }));
  const comments = document.comments.flatMap(({ span, text }): Statement[] => {
    const match = /^([A-Za-z][\w -]{0,40}?)\s*:\s*(.*)$/s.exec(text);
    if (!match) return [];
    const value: YamlNode = { kind: 'scalar', value: match[2] ?? '', source: match[2] ?? '', span };
    return [{ name: foldName(match[1] ?? ''), keySpan: span, value }];
  });
  return [...lines, ...comments].sort((a, b) => a.value.span.start - b.value.span.start);
});

/** A row of a table as statements: each cell under its column. */
export interface Row {
  readonly span: Span;
  readonly statements: readonly Statement[];
}

/** The rows of all tables, in document order. */
export const rowsIn = memoize((document: MarkdownDocument): readonly Row[] =>
  document.tables.flatMap(({ header, rows }) =>
    rows.flatMap(cells => {
      const first = cells[0]?.span;
      const last = cells.at(-1)?.span;
      if (!first || !last) return [];
      const statements = cells.flatMap(({ text, span }, column): Statement[] => {
        const head = header[column];
        if (!head) return [];
        return [
          { name: foldName(head.text), keySpan: head.span, value: { kind: 'scalar', value: text, source: text, span } },
        ];
      });
      return [{ span: { start: first.start, end: last.end }, statements }];
    }),
  ),
);

/** The row that holds `offset`. */
export const rowAt = (document: MarkdownDocument, offset: number): Row | undefined => {
  const rows = rowsIn(document);
  const candidate = within(rows, { start: 0, end: offset + 1 }, ({ span }) => span).at(-1);
  return candidate && offset <= candidate.span.end ? candidate : undefined;
};

/** The folded names under which links are written, each with the types that it may mean. */
export const linkNames = memoize((lifecycle: Lifecycle): ReadonlyMap<string, readonly string[]> => {
  const names = new Map<string, string[]>();
  for (const [id, { inverse, words }] of Object.entries(lifecycle.links))
    for (const name of new Set([id, ...(inverse === undefined ? [] : [inverse]), ...words].map(foldName)))
      names.set(name, [...(names.get(name) ?? []), id]);
  return names;
});

/** Fields of front matter, a YAML file or a record as statements. */
export const saidIn = (entries: readonly Pick<YamlEntry, 'key' | 'keySpan' | 'value'>[]): readonly Statement[] =>
  entries.map(({ key, keySpan, value }) => ({ name: foldName(key), keySpan, value }));
