import type { Cell, Document, MarkdownDocument, YamlNode } from '../../../../server/core/parse/model.ts';
import type { Span } from '../../../../server/core/text/span.ts';

/** A Markdown document as a reader checks it: what the model says, with the source in angle quotes. */
export interface MarkdownView {
  readonly headings: readonly string[];
  readonly paragraphs: readonly string[];
  readonly listItems: readonly string[];
  readonly tables: readonly (readonly (readonly string[])[])[];
  readonly code: readonly string[];
  readonly html: readonly string[];
  readonly comments: readonly string[];
  readonly links: readonly string[];
  readonly problems: readonly string[];
}

export function markdownView(document: MarkdownDocument): MarkdownView {
  const source = ({ start, end }: Span) => `«${document.text.slice(start, end)}»`;
  const cells = (row: readonly Cell[]) => row.map(cell => `${cell.text} ${source(cell.span)}`.trim());
  return {
    headings: document.headings.map(({ depth, text, textSpan }) => `${depth} ${text} ${source(textSpan)}`),
    paragraphs: document.paragraphs.map(source),
    listItems: document.listItems.map(({ depth, ordered, checked, textSpan }) =>
      [depth, ordered ? 'ordered' : 'bullet', checked === undefined ? '' : checked ? '[x]' : '[ ]', source(textSpan)]
        .filter(part => part !== '')
        .join(' '),
    ),
    tables: document.tables.map(({ header, rows }) => [header, ...rows].map(cells)),
    code: document.code.map(({ form, language, span }) => [form, language, source(span)].filter(Boolean).join(' ')),
    html: document.html.map(source),
    comments: document.comments.map(({ text, span }) => `${text} ${source(span)}`),
    links: document.links.map(
      ({ form, target, targetSpan, text }) => `${form} ${target} ${source(targetSpan)} ${text}`,
    ),
    problems: problemsView(document),
  };
}

/** Each problem as its code and the source it points at. */
export const problemsView = ({ problems, text }: Document): string[] =>
  problems.map(({ code, span }) => `${code} «${text.slice(span.start, span.end)}»`);

/** A YAML value as plain data, each scalar with its source in angle quotes. */
export function yamlView(node: YamlNode | undefined, text: string): unknown {
  if (node === undefined) return undefined;
  if (node.kind === 'scalar') return [node.value, `«${text.slice(node.span.start, node.span.end)}»`];
  if (node.kind === 'list') return node.items.map(item => yamlView(item, text));
  return Object.fromEntries(node.entries.map(({ key, value }) => [key, yamlView(value, text)]));
}

/** A YAML value as plain data. */
export function plainYaml(node: YamlNode | undefined): unknown {
  if (node === undefined) return undefined;
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(plainYaml);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key, plainYaml(value)]));
}
