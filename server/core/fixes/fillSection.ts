import type { SectionType } from '../lifecycle/schema/section.ts';
import type { Artifact, Section } from '../project/model.ts';
import type { Change } from '../rules/rule.ts';
import { within } from '../text/sorted.ts';
import type { Span } from '../text/span.ts';
import { appendToSection } from './appendToSection.ts';
import { formSkeleton } from './sectionSkeleton.ts';

/**
 * Writes the beginning of an empty section's form: a table's header, the first marks of a list. Undefined when the form
 * has no fixed beginning, or it stands there already.
 */
export function fillSection({ document }: Artifact, section: Section, type: SectionType): Change | undefined {
  const skeleton = formSkeleton(type);
  if (document.kind !== 'markdown' || skeleton.text === '') return undefined;
  const begun =
    within(document.tables, section.bodySpan, spanOf).length > 0 ||
    within(document.listItems, section.bodySpan, spanOf).length > 0;
  return begun ? undefined : appendToSection(document, section, skeleton.text, [skeleton.cursor]);
}

const spanOf = (item: { readonly span: Span }): Span => item.span;
