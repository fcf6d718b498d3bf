import type { Artifact, Section } from '../project/model.ts';
import { sectionOf } from '../project/sections.ts';
import type { Change } from '../rules/rule.ts';
import { at } from '../text/span.ts';
import { inStyleOf, newlineOf } from './newline.ts';
import { openBlock } from './openBlock.ts';
import { sectionSkeleton } from './sectionSkeleton.ts';

/** Inserts a section of the type between the neighbours that it has in the type, at their depth. */
export function insertSection(artifact: Artifact, id: string, version: string | undefined): Change {
  const { document, definition, path } = artifact;
  const section = definition.sections[id];
  if (!section) return { kind: 'edit', path, edits: [] };
  if (document.kind !== 'markdown') return { kind: 'edit', path, edits: [] };
  const { offset: wanted, depth } = placeFor(artifact, id);
  const offset = Math.min(wanted, openBlock(document));
  const { text, cursor } = sectionSkeleton(section, depth, version);
  const before = gapBefore(document.text, offset);
  const after = offset < document.text.length ? '\n' : '';
  const body = before + text.replace(/\n+$/, '\n');
  const inserted = inStyleOf(document.text, body + after);
  const stop = inStyleOf(document.text, body.slice(0, before.length + cursor)).length;
  return {
    kind: 'edit',
    path,
    edits: [{ span: at(offset), text: inserted, stops: [at(stop)] }],
  };
}

/** After the nearest earlier section of the type that is there, else before the nearest later one, else at the end. */
function placeFor({ document, definition, sections }: Artifact, id: string): { offset: number; depth: number } {
  const ids = Object.keys(definition.sections);
  const index = ids.indexOf(id);
  const present = (other: string): Section | undefined => sectionOf(sections, other);
  const earlier = ids
    .slice(0, index)
    .reverse()
    .map(present)
    .find(found => found !== undefined);
  if (earlier) return { offset: earlier.span.end, depth: earlier.heading.depth };
  const later = ids
    .slice(index + 1)
    .map(present)
    .find(found => found !== undefined);
  if (later) return { offset: later.span.start, depth: later.heading.depth };
  return { offset: document.text.length, depth: 2 };
}

/** Line breaks needed so that one blank line stands before the insertion. */
function gapBefore(text: string, offset: number): string {
  const before = text.slice(0, offset);
  if (before.trim() === '') return '';
  if (!before.endsWith('\n')) return '\n\n';
  const newline = newlineOf(text);
  return before.endsWith(newline + newline) ? '' : '\n';
}
