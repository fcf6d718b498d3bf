import type { MarkdownDocument } from '../parse/model.ts';
import type { Artifact, Section } from '../project/model.ts';
import { versionIn } from '../project/version.ts';
import type { Change } from '../rules/rule.ts';
import { at } from '../text/span.ts';
import { newlineOf } from './newline.ts';
import { openBlock } from './openBlock.ts';

/** The headings of a changelog by the kind of a change; every other kind is a change. */
const groups: Readonly<Record<string, string>> = {
  feature: 'Added',
  fix: 'Fixed',
  patch: 'Fixed',
  security: 'Security',
};

/**
 * Adds a line to what a changelog lists as unreleased, under the heading for that kind of change. Sections that are missing
 * are made. Undefined when the changelog cannot take it.
 */
export function addUnreleased(changelog: Artifact, line: string, kind: string | undefined): Change | undefined {
  const { document, sections, path } = changelog;
  if (document.kind !== 'markdown') return undefined;
  const group = groups[kind ?? ''] ?? 'Changed';
  const unreleased = sections.find(({ id, heading }) => id === 'unreleased' || /^\[?unreleased\b/i.test(heading.text));
  const own = sections.find(({ parent, heading }) => parent === unreleased && heading.text.trim() === group);
  const edit = unreleased
    ? own
      ? atEnd(document, own, `- ${line}`)
      : atEnd(document, unreleased, `${'#'.repeat(unreleased.heading.depth + 1)} ${group}\n\n- ${line}`)
    : beforeVersions(document, sections, `## Unreleased\n\n### ${group}\n\n- ${line}\n\n`);
  if (!edit) return undefined;
  const text = edit.text.replaceAll('\n', newlineOf(document.text));
  return { kind: 'edit', path, edits: [{ span: at(edit.offset), text }] };
}

interface Insertion {
  readonly offset: number;
  readonly text: string;
}

/** After the last words of a section; a line of a list goes on where a list ends. */
function atEnd(document: MarkdownDocument, { span, heading }: Section, text: string): Insertion | undefined {
  if (openBlock(document) < span.end) return undefined;
  const own = document.text.slice(span.start, span.end);
  const offset = Math.max(span.start + own.trimEnd().length, heading.span.end);
  const list = text.startsWith('- ') && document.listItems.some(item => item.span.end === offset);
  const isLast = document.text.slice(offset).trim() === '' && !/\n/.test(document.text.slice(offset));
  return { offset, text: `${list ? '\n' : '\n\n'}${text}${isLast ? '\n' : ''}` };
}

function beforeVersions(document: MarkdownDocument, sections: readonly Section[], text: string): Insertion | undefined {
  const first = sections.find(({ heading }) => versionIn(heading.text))?.span.start;
  return first === undefined || openBlock(document) < first ? undefined : { offset: first, text };
}
