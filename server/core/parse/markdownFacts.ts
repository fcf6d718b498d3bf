import type { Heading as HeadingNode, Html, Nodes, Root } from 'mdast';
import type { Span } from '../text/span.ts';
import { addCode } from './codeFacts.ts';
import { htmlComments } from './htmlComments.ts';
import { linkOf } from './linkFacts.ts';
import { type ListAround, listItemOf, paragraphSpan } from './listFacts.ts';
import type { Code, Comment, Heading, Link, ListItem, Table } from './model.ts';
import { childrenSpan, type Source, spanOf, trimmedSpan } from './source.ts';
import { tableOf } from './tableFacts.ts';
import { wordsOf } from './words.ts';

/** What the model keeps of a syntax tree, each list in document order. */
export interface MarkdownFacts {
  readonly headings: Heading[];
  readonly paragraphs: Span[];
  readonly listItems: ListItem[];
  readonly tables: Table[];
  readonly code: Code[];
  readonly html: Span[];
  readonly comments: Comment[];
  readonly links: Link[];
}

/** Reads the tree in one walk, which keeps its own stack: nesting is as deep as the author likes. */
export function markdownFacts(root: Root, source: Source): MarkdownFacts {
  const facts: MarkdownFacts = {
    headings: [],
    paragraphs: [],
    listItems: [],
    tables: [],
    code: [],
    html: [],
    comments: [],
    links: [],
  };
  const nodes: Nodes[] = [root];
  const lists: (ListAround | undefined)[] = [undefined];
  let previous: Nodes = root;
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    let list = lists.pop();
    if (node.type === 'paragraph') add(facts.paragraphs, paragraphSpan(node, previous, source));
    else collect(node, list, source, facts);
    previous = node;
    if (!('children' in node)) continue;
    if (node.type === 'list') list = { ordered: node.ordered === true, depth: list ? list.depth + 1 : 0 };
    for (let index = node.children.length; index-- > 0; ) {
      const child = node.children[index];
      if (child === undefined || child.type === 'text') continue;
      nodes.push(child);
      lists.push(list);
    }
  }
  return facts;
}

function collect(node: Nodes, list: ListAround | undefined, source: Source, facts: MarkdownFacts): void {
  if (node.type === 'heading') add(facts.headings, headingOf(node, source));
  else if (node.type === 'listItem') add(facts.listItems, listItemOf(node, list, source));
  else if (node.type === 'table') add(facts.tables, tableOf(node, source));
  else if (node.type === 'code' || node.type === 'inlineCode') addCode(facts.code, node, source);
  else if (node.type === 'html') addHtml(node, source, facts);
  else if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
    add(facts.links, linkOf(node, source));
  }
}

function addHtml(node: Html, source: Source, { html, comments }: MarkdownFacts): void {
  const span = trimmedSpan(node, source);
  if (!span) return;
  html.push(span);
  for (const comment of htmlComments(source.text, span, node.value)) comments.push(comment);
}

function add<T>(list: T[], fact: T | undefined): void {
  if (fact !== undefined) list.push(fact);
}

function headingOf(node: HeadingNode, source: Source): Heading | undefined {
  const span = spanOf(node, source);
  return (
    span && { depth: node.depth, text: wordsOf(node), span, textSpan: childrenSpan(node.children, source, span.end) }
  );
}
