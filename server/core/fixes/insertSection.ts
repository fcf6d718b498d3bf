import type { ArtifactType } from '../lifecycle/schema/artifact.ts';
import type { SectionType } from '../lifecycle/schema/section.ts';
import type { Artifact, Section } from '../project/model.ts';
import { wholesOf } from '../project/sectionMatches.ts';
import { sectionOf, sectionsFor, sectionsInside } from '../project/sections.ts';
import type { Change } from '../rules/rule.ts';
import { at } from '../text/span.ts';
import { inStyleOf, newlineOf } from './newline.ts';
import { openBlock } from './openBlock.ts';
import { headingText, sectionSkeleton, skeletonsWithin } from './sectionSkeleton.ts';

/** What is known of a section that is to be added. */
export interface NewSection {
  readonly version: string | undefined;
  /** The section that it is part of, where there are several such. */
  readonly whole?: Section | undefined;
  /** The ids of all sections that are asked for: those that are part of the new one come with it. */
  readonly asked?: ReadonlySet<string>;
  /** What to write in it in place of its guidance, with `\n` as line ending; the cursor waits at `stops`. */
  readonly content?: { readonly text: string; readonly stops: readonly number[] };
}

const none: ReadonlySet<string> = new Set();

/** Inserts a section of the type between the neighbours that it has in the type, at their depth. */
export function insertSection(artifact: Artifact, id: string, wanted: NewSection): Change {
  const { document, definition, path } = artifact;
  const { version, whole, asked = none, content } = wanted;
  const section = definition.sections[id];
  if (!section) return { kind: 'edit', path, edits: [] };
  if (document.kind !== 'markdown') return { kind: 'edit', path, edits: [] };
  const place = placeFor(artifact, id, whole);
  const depth = section.depth ?? place.depth;
  const offset = Math.min(place.offset, openBlock(document));
  const { text, stops } = content ? filled(section, depth, version, content) : skeleton(section, depth, version);
  const parts = skeletonsWithin(definition, asked, id, depth + 1, version).map(part => part.text);
  const before = gapBefore(document.text, offset);
  const after = offset < document.text.length ? '\n' : '';
  const own = text.replace(/\n+$/, '\n');
  const body = before + [own, ...parts.map(part => part.replace(/\n+$/, '\n'))].join('\n');
  const inserted = inStyleOf(document.text, body + after);
  const stopAt = (stop: number): number =>
    inStyleOf(document.text, body.slice(0, before.length + Math.min(stop, own.length))).length;
  return {
    kind: 'edit',
    path,
    edits: [{ span: at(offset), text: inserted, stops: stops.map(stop => at(stopAt(stop))) }],
  };
}

type Content = NonNullable<NewSection['content']>;

function skeleton(section: SectionType, depth: number, version: string | undefined): Content {
  const { text, cursor } = sectionSkeleton(section, depth, version);
  return { text, stops: [cursor] };
}

/** A section that is written: without its guidance. */
function filled(section: SectionType, depth: number, version: string | undefined, { text, stops }: Content): Content {
  const heading = `${'#'.repeat(depth)} ${headingText(section, version) ?? 'Unreleased'}\n\n`;
  return { text: heading + text, stops: stops.map(stop => heading.length + stop) };
}

/**
 * Among the sections that are part of the same one: after the nearest earlier one that is there, else before the nearest
 * later one. Else at the end of the section it is a part of, one level deeper, or at the end of the document.
 */
function placeFor(
  { document, definition, sections }: Artifact,
  id: string,
  around: Section | undefined,
): { offset: number; depth: number } {
  const wholes = definition.sections[id] ? wholesOf(definition.sections[id]) : [];
  const whole = around ?? wholes.map(other => sectionOf(sections, other)).find(found => found !== undefined);
  const ids = Object.keys(definition.sections).filter(
    other => !whole || other === id || isPartOf(definition, other, whole),
  );
  const index = ids.indexOf(id);
  const present = (other: string): readonly Section[] =>
    whole
      ? sectionsInside(sectionsFor(sections, other), whole)
      : sectionsFor(sections, other).filter(section => !isPartOfAnother(definition, section));
  const earlier = ids
    .slice(0, index + 1)
    .flatMap(present)
    .at(-1);
  if (earlier) return { offset: earlier.span.end, depth: earlier.heading.depth };
  const later = ids.slice(index + 1).flatMap(present)[0];
  if (later) return { offset: later.span.start, depth: later.heading.depth };
  if (whole) return { offset: whole.span.end, depth: Math.min(6, whole.heading.depth + 1) };
  return { offset: document.text.length, depth: 2 };
}

/** Whether the section `id` of a type is a part of what `whole` stands for. */
const isPartOf = ({ sections }: ArtifactType, id: string, whole: Section): boolean =>
  wholesOf(sections[id] ?? {}).some(other => other === whole.id || whole.also.includes(other));

/** Whether a section is defined to be part of another one. */
const isPartOfAnother = ({ sections }: ArtifactType, { id }: Section): boolean =>
  id !== undefined && wholesOf(sections[id] ?? {}).length > 0;

/** Line breaks needed so that one blank line stands before what is inserted at `offset`. */
export function gapBefore(text: string, offset: number): string {
  const before = text.slice(0, offset);
  if (before.trim() === '') return '';
  if (!before.endsWith('\n')) return '\n\n';
  const newline = newlineOf(text);
  return before.endsWith(newline + newline) ? '' : '\n';
}
