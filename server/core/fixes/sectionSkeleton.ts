import type { ArtifactType } from '../lifecycle/schema/artifact.ts';
import type { ChecklistItem } from '../lifecycle/schema/checklist.ts';
import type { SectionType } from '../lifecycle/schema/section.ts';
import { columnsOf } from '../project/form.ts';
import { hasBlank } from '../project/headingNames.ts';
import { scopedSections, wholesOf } from '../project/sectionMatches.ts';

/** Text with the offset at which writing goes on. */
export interface Skeleton {
  readonly text: string;
  readonly cursor: number;
}

/**
 * An unwritten section: heading, guidance as a comment, and for a table its header. It holds nothing that counts as
 * content, so it stays "not written yet" until somebody writes it. Where a text is prescribed, that is the content.
 */
export function sectionSkeleton(section: SectionType, depth: number, version: string | undefined): Skeleton {
  const heading = `${'#'.repeat(depth)} ${headingText(section, version) ?? 'Unreleased'}`;
  const guidance =
    section.guidance === undefined || section.text !== undefined ? '' : `\n\n<!-- ${section.guidance} -->`;
  const start = `${heading}${guidance}\n\n`;
  if (section.text !== undefined) return { text: `${start}${section.text.trim()}\n\n`, cursor: start.length };
  const form = section.form === 'table' ? formSkeleton(section) : { text: '', cursor: 0 };
  const cursor = isBlankHeading(section) ? heading.length : start.length + form.cursor;
  return { text: `${start}${form.text}\n`, cursor };
}

/**
 * The heading to write: where it stands for any version, that of `version`; undefined when that is not known. Any other
 * blank in it is left to be filled in.
 */
export const headingText = ({ heading }: SectionType, version: string | undefined): string | undefined =>
  version === undefined && heading.includes('{version}')
    ? undefined
    : heading.replace('{version}', version ?? '').replace(/\{[A-Za-z][\w-]*\}.*$/, '');

/** Whether a person must say what a section is called. */
export const isBlankHeading = ({ heading }: SectionType): boolean => hasBlank(heading.replaceAll('{version}', ''));

/**
 * The skeletons of a section and of those that are part of it, or of all sections of a document, as far as they are
 * `asked` for: in the order of the type, each one level deeper than what it is part of.
 */
export function skeletonsWithin(
  type: ArtifactType,
  asked: ReadonlySet<string>,
  whole: string | undefined,
  depth: number,
  version: string | undefined,
): readonly Skeleton[] {
  if (depth > 6) return [];
  return Object.entries(type.sections)
    .filter(([id]) => asked.has(id) && isPart(type, asked, id, whole))
    .flatMap(([id, section]) => {
      const own = section.depth ?? depth;
      return [sectionSkeleton(section, own, version), ...skeletonsWithin(type, asked, id, own + 1, version)];
    });
}

function isPart(type: ArtifactType, asked: ReadonlySet<string>, id: string, whole: string | undefined): boolean {
  const wholes = type.sections[id] ? wholesOf(type.sections[id]) : [];
  if (whole !== undefined) return wholes.includes(whole);
  return wholes.length === 0 || (!scopedSections(type).has(id) && wholes.every(other => !asked.has(other)));
}

/** The first lines of a section's form; empty when the form has no fixed beginning. */
export function formSkeleton(section: SectionType): Skeleton {
  const { form, text, checklist } = section;
  if (text !== undefined) return { text: `${text.trim()}\n`, cursor: text.trim().length };
  if (form === 'table') return tableSkeleton(columnsOf(section));
  const items = Object.values(checklist?.items ?? {}).flatMap(item => requiredWords(item) ?? []);
  if (items.length > 0) return itemsSkeleton(items, form);
  if (form === 'steps') return { text: '1. \n2. \n', cursor: 3 };
  if (form === 'list') return { text: '- \n', cursor: 2 };
  if (form === 'checklist') return { text: '- [ ] \n', cursor: 6 };
  return { text: '', cursor: 0 };
}

const requiredWords = (item: string | ChecklistItem): string | undefined =>
  typeof item === 'string' ? item : item.required === true ? item.text : undefined;

/** The lines of a list with these items; as tasks that nobody has done where the form is a checklist. */
export function itemsSkeleton(items: readonly string[], form: SectionType['form']): Skeleton {
  const lines = items.map(item => `- ${form === 'checklist' ? '[ ] ' : ''}${item.replace(/\{[A-Za-z][\w-]*\}/g, '…')}`);
  return { text: lines.map(line => `${line}\n`).join(''), cursor: lines[0]?.length ?? 0 };
}

function tableSkeleton(columns: readonly string[]): Skeleton {
  const header = `| ${columns.join(' | ')} |\n| ${columns.map(() => '---').join(' | ')} |\n`;
  return { text: header, cursor: header.length };
}
