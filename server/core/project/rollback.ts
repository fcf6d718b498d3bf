import type { MarkdownDocument } from '../parse/model.ts';
import { within } from '../text/sorted.ts';
import type { Artifact, Project, Section } from './model.ts';
import { isInside } from './sections.ts';
import { visibleText } from './substance.ts';

/** The id of the section whose content is judged by `rollback-not-actionable` alone. */
export const rollbackSection = 'rollback';

const trigger =
  /\b(?:if|when|whenever|once|unless|trigger(?:s|ed)?|threshold|alert|signal|exceed(?:s|ed)?|above|below|more than|fewer than|fail(?:s|ed|ure)?)\b/i;
const decider = /\b(?:decide[sd]?|decision|on[- ]call|on duty|approv(?:e|es|al)|calls it|gives the word)\b/i;
const impossible =
  /\b(?:not possible|impossible|cannot be (?:undone|rolled back|reverted)|irreversible|no way back|no rollback)\b/i;
const forward = /\b(?:fix(?:ed)?[- ]forward|roll(?:ed)?[- ]forward|forward fix|hot[- ]?fix|next version|patch)\b/i;

/** A part of the way back that somebody on duty cannot do without. */
export type RollbackGap = 'trigger' | 'decider' | 'steps' | 'forward';

/** What a rollback section lacks before a person on duty could act on it; empty when nothing. */
export function rollbackGaps(artifact: Artifact, section: Section, project: Project): readonly RollbackGap[] {
  const { document, sections } = artifact;
  if (document.kind !== 'markdown') return [];
  const text = visibleText(document, section.bodySpan).replace(blankLabel, '');
  if (impossible.test(text)) return forward.test(text) ? [] : ['forward'];
  const gaps: RollbackGap[] = [];
  if (!trigger.test(text)) gaps.push('trigger');
  if (!decider.test(text) && !namesRole(text, project)) gaps.push('decider');
  if (!hasSteps(document, section, sections)) gaps.push('steps');
  return gaps;
}

/** A label with nothing behind it, such as `- Who decides:`. */
const blankLabel = /^[ \t]*[-*+][ \t]+[\p{L} ]{1,40}:[ \t]*$(?!\r?\n[ \t]+\S)/gmu;

/** A numbered step with nothing in it. */
const blankStep = /^[ \t]*\d+[.)][ \t]*$/m;

/** Whether a section holds blanks that are still to be filled in. */
export function hasBlanks(document: MarkdownDocument, section: Section): boolean {
  const text = visibleText(document, section.bodySpan);
  return text.search(blankLabel) >= 0 || blankStep.test(text);
}

function hasSteps(document: MarkdownDocument, section: Section, sections: readonly Section[]): boolean {
  const ordered = within(document.listItems, section.bodySpan, ({ span }) => span).filter(
    item => item.ordered && item.textSpan.start < item.textSpan.end,
  );
  return ordered.length >= 2 || sections.filter(other => isInside(other, section)).length >= 2;
}

function namesRole(text: string, project: Project): boolean {
  const lower = text.toLowerCase();
  return Object.values(project.lifecycle.roles).some(role =>
    [role.title, ...role.aliases].some(
      name => name.length > 3 && new RegExp(`\\b${name.toLowerCase().replace(/[^a-z0-9 ]/g, '.')}\\b`).test(lower),
    ),
  );
}
