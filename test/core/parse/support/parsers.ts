import assert from 'node:assert/strict';
import { type MarkdownParser, parseMarkdown } from '../../../../server/core/parse/markdown.ts';
import type { MarkdownDocument } from '../../../../server/core/parse/model.ts';
import { loadRemark, loadSatteri } from '../../../../server/host/markdownParser.ts';

/** The native parser, which must load on every machine that runs the tests. */
export const satteri = await loaded();
export const remark = await loadRemark();

async function loaded(): Promise<MarkdownParser> {
  const parser = await loadSatteri();
  assert.ok(parser, 'The native Markdown parser does not load here.');
  return parser;
}

/** The lists of a document that must not depend on the parser. */
export const lists = ['headings', 'paragraphs', 'listItems', 'tables', 'code', 'html', 'comments', 'links'] as const;

/** What of the model depends on the parser: everything but path and text. */
export function modelOf(text: string, parser: MarkdownParser): Omit<MarkdownDocument, 'path' | 'text' | 'kind'> {
  const { path: _, text: __, kind: ___, ...model } = parseMarkdown('a.md', text, parser);
  return model;
}

/** Whether both parsers lead to the same model. */
export function agree(text: string): boolean {
  try {
    assert.deepEqual(modelOf(text, satteri), modelOf(text, remark));
    return true;
  } catch {
    return false;
  }
}
