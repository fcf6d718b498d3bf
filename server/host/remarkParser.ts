import type { Nodes, Parents, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const processor = unified().use(remarkParse).use(remarkGfm).freeze();

/** Parses with remark: plain JavaScript that runs everywhere, some thirty times slower than the native parser. */
export function parseWithRemark(text: string): Root {
  const root = processor.parse(text);
  const rest: Nodes[] = [root];
  for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
    if (!('children' in node)) continue;
    placeChildren(node, text);
    for (const child of node.children) rest.push(child);
  }
  return root;
}

/** Gives a place to the bare addresses that remark finds after parsing, and to the text around them. */
function placeChildren(parent: Parents, text: string): void {
  let from = parent.position?.start.offset ?? 0;
  for (const child of parent.children) {
    if (child.position === undefined && child.type === 'link') place(child, child.children[0], text, from);
    else if (child.position === undefined) place(child, child, text, from);
    from = child.position?.end.offset ?? from;
  }
}

/** Text with escapes or entities in it is not found, and stays without a place. */
function place(node: Nodes, words: Nodes | undefined, text: string, from: number): void {
  if (words?.type !== 'text') return;
  const start = text.indexOf(words.value, from);
  if (start < 0) return;
  words.position = { start: pointAt(start), end: pointAt(start + words.value.length) };
  node.position = words.position;
}

/** Only offsets are read. */
const pointAt = (offset: number) => ({ line: 1, column: 1, offset });
