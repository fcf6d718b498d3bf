import type { SectionType } from '../lifecycle/schema/section.ts';

/** Text with the offset at which writing goes on. */
export interface Skeleton {
  readonly text: string;
  readonly cursor: number;
}

/**
 * An unwritten section: heading, guidance as a comment, and for a table its header. It holds nothing that counts as
 * content, so it stays "not written yet" until somebody writes it.
 */
export function sectionSkeleton(section: SectionType, depth: number, version: string | undefined): Skeleton {
  const guidance = section.guidance === undefined ? '' : `\n\n<!-- ${section.guidance} -->`;
  const start = `${'#'.repeat(depth)} ${headingText(section, version) ?? 'Unreleased'}${guidance}\n\n`;
  const form = section.form === 'table' ? formSkeleton(section) : { text: '', cursor: 0 };
  return { text: `${start}${form.text}\n`, cursor: start.length + form.cursor };
}

/** The heading to write: where it stands for any version, that of `version`; undefined when that is not known. */
export const headingText = ({ heading }: SectionType, version: string | undefined): string | undefined =>
  version === undefined && heading.includes('{version}') ? undefined : heading.replace('{version}', version ?? '');

/** The first lines of a section's form; empty when the form has no fixed beginning. */
export function formSkeleton({ form, columns }: SectionType): Skeleton {
  if (form === 'table') return tableSkeleton(columns);
  if (form === 'steps') return { text: '1. \n2. \n', cursor: 3 };
  if (form === 'list') return { text: '- \n', cursor: 2 };
  if (form === 'checklist') return { text: '- [ ] \n', cursor: 6 };
  return { text: '', cursor: 0 };
}

function tableSkeleton(columns: readonly string[]): Skeleton {
  const header = `| ${columns.join(' | ')} |\n| ${columns.map(() => '---').join(' | ')} |\n`;
  return { text: header, cursor: header.length };
}
