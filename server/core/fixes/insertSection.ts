import type { ArtifactType } from '../lifecycle/schema/artifact.ts';
import type { Artifact, Section } from '../project/model.ts';
import { isInside, sectionOf } from '../project/sections.ts';
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

/**
 * Among the sections that are part of the same one: after the nearest earlier one that is there, else before the nearest
 * later one. Else at the end of the section it is a part of, one level deeper, or at the end of the document.
 */
function placeFor({ document, definition, sections }: Artifact, id: string): { offset: number; depth: number } {
  const present = (other: string): Section | undefined => sectionOf(sections, other);
  const within = definition.sections[id]?.within;
  const whole = within === undefined ? undefined : present(within);
  const ids = Object.keys(definition.sections).filter(
    other => !whole || other === id || definition.sections[other]?.within === within,
  );
  const index = ids.indexOf(id);
  const isPart = (section: Section | undefined): section is Section =>
    section !== undefined && (whole ? isInside(section, whole) : !isPartOfAnother(definition, section));
  const earlier = ids.slice(0, index).map(present).findLast(isPart);
  if (earlier) return { offset: earlier.span.end, depth: earlier.heading.depth };
  const later = ids
    .slice(index + 1)
    .map(present)
    .find(isPart);
  if (later) return { offset: later.span.start, depth: later.heading.depth };
  if (whole) return { offset: whole.span.end, depth: whole.heading.depth + 1 };
  return { offset: document.text.length, depth: 2 };
}

const isPartOfAnother = ({ sections }: ArtifactType, { id }: Section): boolean =>
  id !== undefined && sections[id]?.within !== undefined;

/** Line breaks needed so that one blank line stands before the insertion. */
function gapBefore(text: string, offset: number): string {
  const before = text.slice(0, offset);
  if (before.trim() === '') return '';
  if (!before.endsWith('\n')) return '\n\n';
  const newline = newlineOf(text);
  return before.endsWith(newline + newline) ? '' : '\n';
}
