import type { MarkdownParser } from '../core/parse/markdown.ts';

export type { MarkdownParser } from '../core/parse/markdown.ts';

/** Loads the fastest Markdown parser that works on this machine. Rejects only when not even remark can be loaded. */
export async function loadMarkdownParser(): Promise<MarkdownParser> {
  return (await loadSatteri()) ?? (await loadRemark());
}

/** The native parser; undefined where its binding is missing or does not do what it should. */
export async function loadSatteri(): Promise<MarkdownParser | undefined> {
  try {
    const { satteri } = await import('./satteriParser.ts');
    const parser: MarkdownParser = { name: 'satteri', parse: text => satteri.parse(text) };
    return works(parser) ? parser : undefined;
  } catch {
    return undefined;
  }
}

/** The parser in plain JavaScript. */
export async function loadRemark(): Promise<MarkdownParser> {
  const { parseWithRemark } = await import('./remarkParser.ts');
  return { name: 'remark', parse: parseWithRemark };
}

/** Whether offsets count UTF-16 units: one that counted bytes or code points would put every finding elsewhere. */
function works(parser: MarkdownParser): boolean {
  const [paragraph, heading] = parser.parse('é 😀\n\n# A\n').children;
  return paragraph?.type === 'paragraph' && heading?.type === 'heading' && heading.position?.start.offset === 6;
}
