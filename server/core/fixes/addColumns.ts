import type { SectionType } from '../lifecycle/schema/section.ts';
import { bestTable, columnsOf } from '../project/form.ts';
import type { Artifact, Section } from '../project/model.ts';
import type { Change } from '../rules/rule.ts';
import { at } from '../text/span.ts';

/**
 * Adds the columns that a section's table lacks, with empty cells. Undefined when there is no table, or its lines do not
 * end in a bar.
 */
export function addColumns({ document, path }: Artifact, section: Section, type: SectionType): Change | undefined {
  if (document.kind !== 'markdown' || type.form !== 'table') return undefined;
  const best = bestTable(document, section.bodySpan, columnsOf(type));
  if (!best) return undefined;
  const { table, missing } = best;
  const lines = [...document.text.slice(table.span.start, table.span.end).matchAll(/[^\r\n]+/g)];
  if (missing.length === 0 || !lines.every(([line]) => line.trimEnd().endsWith('|'))) return undefined;
  const edits = lines.map(([line], index) => {
    const cells = missing.map(column => (index === 0 ? ` ${column} |` : index === 1 ? ' --- |' : '  |')).join('');
    return { span: at(table.span.start + (lines[index]?.index ?? 0) + line.trimEnd().length), text: cells };
  });
  return { kind: 'edit', path, edits };
}
