import type { Nodes } from 'mdast';

/**
 * The words of a node as a reader sees them: without markup and HTML, with the text of code and the alternative text
 * of images. Line breaks become blanks; the ends are trimmed.
 */
export function wordsOf(node: Nodes): string {
  const words: string[] = [];
  const rest: Nodes[] = [node];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    if ('children' in next) for (let index = next.children.length; index-- > 0; ) pushChild(rest, next.children[index]);
    else words.push(ownWords(next));
  }
  const joined = words.length === 1 ? (words[0] ?? '') : words.join('');
  return joined.replace(/[ \t]*[\r\n]+[ \t]*/g, ' ').trim();
}

function pushChild(rest: Nodes[], child: Nodes | undefined): void {
  if (child !== undefined) rest.push(child);
}

function ownWords(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value;
    case 'image':
    case 'imageReference':
      return node.alt ?? '';
    case 'break':
      return ' ';
    case 'html':
      return /^<br\b/i.test(node.value) ? ' ' : '';
    default:
      return '';
  }
}
