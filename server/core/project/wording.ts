import type { Span } from '../text/span.ts';
import type { Artifact, Project } from './model.ts';
import { titleOf } from './sections.ts';

/**
 * Where a finding about a document as a whole is shown: its title, else its `type` or first field, else its first
 * heading, else its first line.
 */
export function headSpan({ document, sidecar, fields }: Artifact): Span {
  const title = titleOf(document);
  if (title) return title.span;
  const field = sidecar?.document ? undefined : (fields.get('type') ?? fields.all[0]);
  if (field) return field.keySpan;
  const heading = document.kind === 'markdown' ? document.headings[0] : undefined;
  if (heading) return heading.span;
  const end = document.text.search(/[\r\n]/);
  return { start: 0, end: end < 0 ? document.text.length : end };
}

/** A gate as messages name it: “Ready to launch”. */
export const gateName = (project: Project, gate: string): string => `“${project.lifecycle.gates[gate]?.title ?? gate}”`;

/** Who needs it and when, to follow a colon: `the next gate, “Ready to launch”, needs it`. */
export const whoNeedsIt = (project: Project, gate: string | undefined, what = 'it'): string =>
  gate === undefined ? `its readers look for ${what}` : `${gateInText(project, gate)} needs ${what}`;

/** A gate in a sentence, with how far away it is: `the next gate, “Ready to launch”,`. */
export function gateInText(project: Project, gate: string): string {
  const distance = project.gates.distance(gate);
  const name = gateName(project, gate);
  if (distance === 'passed') return `the gate ${name}, already passed,`;
  return distance === 'next' ? `the next gate, ${name},` : `the gate ${name}`;
}

/** The verb and the pronoun for a title: `Roadmap` is, `Release notes` are. */
export const numberOf = (title: string): { readonly be: 'is' | 'are'; readonly it: 'it' | 'them' } =>
  /[^ius]s$/.test(title) ? { be: 'are', it: 'them' } : { be: 'is', it: 'it' };

/** A title inside a sentence: `user manual`; `API guide` keeps its capitals. */
export const inText = (title: string): string => title.replace(/^[A-Z](?![A-Z])/, letter => letter.toLowerCase());

/** A role's title in lower case: `product manager`. */
export const roleName = (project: Project, role: string): string =>
  inText(project.lifecycle.roles[role]?.title ?? role);

/** `a, b and c`. */
export function listed(words: readonly string[], joint: 'and' | 'or' = 'and'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1)}`;
}

/** A status as people read it: `in review`. */
export const statusName = (project: Project, status: string): string =>
  (project.lifecycle.statuses[status]?.title ?? status.replace(/-/g, ' ')).toLowerCase();

/** Source text in quotation marks: its first line, shortened. */
export function quoted(text: string): string {
  const line = text.split(/\r?\n/, 1)[0]?.trim() ?? '';
  return `“${line.length > 60 ? `${line.slice(0, 59)}…` : line}”`;
}
