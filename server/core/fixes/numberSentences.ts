import type { Artifact, Section } from '../project/model.ts';
import type { Change } from '../rules/rule.ts';
import { within } from '../text/sorted.ts';
import { inStyleOf } from './newline.ts';

/** Turns the sentences of a section's only paragraph into a numbered list; undefined when there is no such paragraph. */
export function numberSentences({ document, path }: Artifact, section: Section): Change | undefined {
  if (document.kind !== 'markdown') return undefined;
  const [paragraph, ...others] = within(document.paragraphs, section.ownSpan, span => span);
  if (!paragraph || others.length > 0) return undefined;
  const text = document.text.slice(paragraph.start, paragraph.end).replace(/\s+/g, ' ');
  const sentences = text.split(/(?<=[.!?])\s+(?=[A-Z])/).filter(sentence => sentence.trim() !== '');
  if (sentences.length < 2) return undefined;
  const steps = sentences.map((sentence, index) => `${index + 1}. ${sentence.trim()}`).join('\n');
  return { kind: 'edit', path, edits: [{ span: paragraph, text: inStyleOf(document.text, steps) }] };
}
