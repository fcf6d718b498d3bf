import type { Artifact } from '../project/model.ts';
import type { Fix } from '../rules/rule.ts';
import { at } from '../text/span.ts';
import { newlineOf } from './newline.ts';

/**
 * Asks for an approval in a comment at the head of the document, which no approval is bound to. `from` says who is asked,
 * `reason` why. Not offered while such a comment waits there, and not in what is no Markdown document.
 */
export function requestApproval({ document, path }: Artifact, from: string, reason: string): readonly Fix[] {
  if (document.kind !== 'markdown') return [];
  if (document.comments.some(({ text }) => text.startsWith(opening))) return [];
  const newline = newlineOf(document.text);
  const comment = `<!-- ${opening}${from === '' ? '' : ` from ${from}`}: ${reason}. -->`.replace(
    /--(?!>$)(?<!^<!--)/g,
    '-',
  );
  const { frontMatter } = document;
  const edit = frontMatter
    ? { span: at(frontMatter.span.end), text: `${newline}${newline}${comment}` }
    : { span: at(0), text: `${comment}${newline}${newline}` };
  return [
    { title: 'Ask for a new approval in a comment', safe: false, changes: [{ kind: 'edit', path, edits: [edit] }] },
  ];
}

const opening = 'Approval requested';
