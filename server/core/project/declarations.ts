import type { Lifecycle } from '../lifecycle/schema/lifecycle.ts';
import type { Document, MarkdownDocument } from '../parse/model.ts';
import { memoize } from '../text/memo.ts';
import type { Span } from '../text/span.ts';
import type { Artifact, ItemMention } from './model.ts';
import { ancestry, sectionAt, titleOf } from './sections.ts';

/** Which ids a document declares in its roles. */
interface Declarations {
  /** Kinds that it may declare. */
  readonly kinds: ReadonlySet<string>;
  /** Items that the document is by its file name, such as decision record 0007. */
  readonly fromFileName: readonly ItemMention[];
  judge(mention: ItemMention): Verdict;
}

/** `possible`: it declares the item unless another place clearly does. */
type Verdict = 'declaration' | 'possible' | 'reference';

/** Reads which ids `document` declares as the artifacts in `roles`, which all are made of it. */
export function declarationsIn(lifecycle: Lifecycle, document: Document, roles: readonly Artifact[]): Declarations {
  const kinds = new Set(roles.flatMap(({ definition }) => declaredKinds(definition)));
  const fromFileName = roles.flatMap(role => fileNameItem(lifecycle, role));
  return {
    kinds,
    fromFileName,
    judge(mention) {
      if (document.kind !== 'markdown' || !kinds.has(mention.kind)) return 'reference';
      const verdicts = roles.map(role => verdictOf(role, document, mention));
      return verdicts.find(verdict => verdict === 'declaration') ?? verdicts.find(isPossible) ?? 'reference';
    },
  };
}

const declaredKinds = memoize(({ declares, sections }: Artifact['definition']): readonly string[] => [
  ...declares,
  ...Object.values(sections).flatMap(section => section.declares),
]);

const isPossible = (verdict: Verdict): boolean => verdict === 'possible';

/**
 * An id that opens a heading or a list item, or fills the first cell of a row in a section that declares its kind. Where
 * the type names such sections, a list item in one of its other sections more often speaks about an item.
 */
function verdictOf({ definition, sections }: Artifact, document: MarkdownDocument, mention: ItemMention): Verdict {
  const { kind, span } = mention;
  const around = [...ancestry(sectionAt(sections, span.start))];
  const inDeclaring = around.some(section => section.definition?.declares.includes(kind));
  if (!inDeclaring && !definition.declares.includes(kind)) return 'reference';
  if (openers(document).headings.has(span.start)) return 'declaration';
  if (inDeclaring && fillsFirstCell(document, span)) return 'declaration';
  if (!opensListItem(document, span)) return 'reference';
  const isElsewhere =
    !inDeclaring &&
    around.some(section => section.id !== undefined) &&
    Object.values(definition.sections).some(section => section.declares.includes(kind));
  return isElsewhere ? 'possible' : 'declaration';
}

const openers = memoize((document: MarkdownDocument) => ({
  headings: new Set(
    document.headings.map(({ textSpan }) => wordStart(document, textSpan, /^(?:\d+(?:\.\d+)*[.)]?\s+)?/)),
  ),
  items: new Set(document.listItems.map(({ textSpan }) => wordStart(document, textSpan))),
  cells: new Map(
    document.tables.flatMap(({ rows }) =>
      rows.flatMap(([cell]) => (cell ? [[wordStart(document, cell.span), cell.text.length] as const] : [])),
    ),
  ),
}));

/** Where the words begin: after a number (where there may be one) and signs of emphasis. */
function wordStart(document: MarkdownDocument, span: Span, number = /^/): number {
  const text = document.text.slice(span.start, Math.min(span.end, span.start + 24));
  const numbered = number.exec(text)?.[0].length ?? 0;
  return span.start + numbered + (/^[\s*_[]*/.exec(text.slice(numbered))?.[0].length ?? 0);
}

function opensListItem(document: MarkdownDocument, span: Span): boolean {
  if (!openers(document).items.has(span.start)) return false;
  const before = document.text.slice(Math.max(0, span.start - 2), span.start);
  return (
    /(?:\*\*|__)$/.test(before) ||
    /^[\])]?[*_]{0,3}\s*(?::|—|–|\s-\s)/.test(document.text.slice(span.end, span.end + 8))
  );
}

const fillsFirstCell = (document: MarkdownDocument, span: Span): boolean =>
  openers(document).cells.get(span.start) === span.end - span.start;

function fileNameItem(
  lifecycle: Lifecycle,
  { document, definition, captures, path }: Artifact,
): readonly ItemMention[] {
  const { number } = captures;
  if (number === undefined || document.kind !== 'markdown') return [];
  const span = titleOf(document)?.textSpan ?? { start: 0, end: 0 };
  return definition.declares
    .filter(kind => lifecycle.items[kind]?.['from-filename'])
    .map(kind => ({ id: `${lifecycle.items[kind]?.prefix ?? kind}-${Number(number)}`, kind, path, span }));
}
