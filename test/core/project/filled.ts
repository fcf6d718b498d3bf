import assert from 'node:assert/strict';
import { newDocument } from '../../../server/core/fixes/documentSkeleton.ts';
import type { SectionType } from '../../../server/core/lifecycle/schema/section.ts';
import type { Project } from '../../../server/core/project/model.ts';
import { type Files, projectOf } from '../../support/product.ts';

const words =
  'These words stand where a team says what it has found, what it has decided and why that is enough for now.';

/** Text in the form that a section asks for. */
function content({ form, columns, heading }: SectionType): string {
  if (heading === 'Rollback')
    return `When more than one in a hundred updates fail, operations decides to go back.\n\n1. Stop the update.\n2. Offer the last version again.\n3. Tell the people concerned.\n`;
  if (form === 'list') return `- ${words}\n- ${words}\n- ${words}\n`;
  if (form === 'steps') return `1. ${words}\n2. ${words}\n3. ${words}\n`;
  if (form === 'checklist') return `- [ ] ${words}\n`;
  if (form === 'diagram') return '```mermaid\ngraph LR\n  a --> b\n```\n';
  if (form !== 'table') return `${words}\n`;
  const titles = columns.length > 0 ? columns : ['What', 'Why'];
  return `${[titles, titles.map(() => '---'), titles.map(() => 'as agreed')].map(cells => `| ${cells.join(' | ')} |`).join('\n')}\n`;
}

/** A document of a type in which every required field and section is filled in. */
function filledDocument(project: Project, type: string, status: string): Files {
  const created = newDocument(project, type);
  const sections = project.lifecycle.artifacts[type]?.sections ?? {};
  assert.ok(created);
  const [head = ''] = created.text.split('\n## ');
  const fields = head
    .trimEnd()
    .replace(/^status: .*$/m, `status: ${status}`)
    .replace(/^roles: $/m, 'roles: [customer-support]')
    .replace(/^(\w+): $/gm, '$1: as agreed');
  const written = Object.values(sections)
    .filter(({ required }) => required === true)
    .map(section => `## ${section.heading.replace('{version}', project.version ?? '1.0.0')}\n\n${content(section)}`);
  return { [created.path]: [fields, ...written].join('\n\n') };
}

/** Every document that gates up to `gate` ask for, filled in, without those of some types. */
export function filledUpTo(gate: string, definition: Files, status: string, without: readonly string[]): Files {
  const project = projectOf(definition);
  const near = project.gates.order.slice(0, project.gates.order.indexOf(gate) + 1);
  const types = Object.entries(project.lifecycle.artifacts)
    .filter(
      ([type, { need, 'required-by': by }]) =>
        need !== 'optional' && near.includes(by ?? '') && !without.includes(type),
    )
    .map(([type]) => filledDocument(project, type, status));
  return Object.assign({}, ...types);
}

/** Every record that gates ask for, begun. */
export function begunRecords(): Files {
  const { records } = projectOf({}).lifecycle;
  return Object.fromEntries(Object.values(records).map(({ path }) => [path, '[]\n']));
}
