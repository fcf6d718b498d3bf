import type { MarkdownDocument } from '../parse/model.ts';
import type { Section } from '../project/model.ts';
import { compareVersions } from '../project/version.ts';
import type { Step } from '../project/versionSteps.ts';
import type { Change } from '../rules/rule.ts';
import type { TextEdit } from '../text/edits.ts';
import { openBlock } from './openBlock.ts';

/**
 * Puts the version sections of a changelog in order, newest first; what stands between and after them stays. Undefined when
 * a version stands twice, or a section cannot be moved.
 */
export function reorderVersions(document: MarkdownDocument, steps: readonly Step[]): Change | undefined {
  const versions = steps.map(({ version }) => version);
  const last = steps.at(-1)?.section.span.end ?? 0;
  if (new Set(versions).size < versions.length || openBlock(document) < last) return undefined;
  const parents = new Set(steps.map(({ section }) => section.parent));
  if (parents.size > 1) return undefined;
  const bodies = steps.map(({ section, version }) => ({ version, span: contentSpan(document, section) }));
  const sorted = [...bodies].sort((a, b) => compareVersions(b.version, a.version));
  const edits = bodies.flatMap(({ version, span }, index): TextEdit[] => {
    const other = sorted[index];
    return !other || other.version === version
      ? []
      : [{ span, text: document.text.slice(other.span.start, other.span.end) }];
  });
  return edits.length === 0 ? undefined : { kind: 'edit', path: document.path, edits };
}

/** A section without the blank lines and link definitions at its end, which belong to the document. */
function contentSpan({ text, links }: MarkdownDocument, { span }: Section) {
  let end = span.start + text.slice(span.start, span.end).trimEnd().length;
  const definitions = links.filter(
    link => link.form === 'definition' && span.start <= link.span.start && link.span.end <= span.end,
  );
  for (const definition of definitions.toReversed())
    if (text.slice(definition.span.end, end).trim() === '')
      end = span.start + text.slice(span.start, definition.span.start).trimEnd().length;
  return { start: span.start, end };
}
