import type { MarkdownDocument } from '../parse/model.ts';
import { memoize } from '../text/memo.ts';

/**
 * The start of a code block or comment that is never closed and so takes in the rest of the file: nothing can be added
 * behind it. The length of the text when there is none.
 */
export const openBlock = memoize(({ text, code, html }: MarkdownDocument): number => {
  const end = text.trimEnd().length;
  const fences = code.filter(({ form }) => form === 'fence').map(({ span }) => span);
  for (const span of [...fences, ...html]) {
    if (span.end < end) continue;
    const source = text.slice(span.start, span.end).trimEnd();
    const fence = /^(?:`{3,}|~{3,})/.exec(source)?.[0];
    const isClosed =
      fence === undefined
        ? source.lastIndexOf('-->') >= source.lastIndexOf('<!--')
        : new RegExp(`\\n[ \\t>]*${fence}+$`).test(source);
    if (!isClosed) return text.lastIndexOf('\n', span.start - 1) + 1;
  }
  return text.length;
});
