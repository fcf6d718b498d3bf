import type { Artifact, Section } from '../project/model.ts';
import type { Change } from '../rules/rule.ts';
import { within } from '../text/sorted.ts';
import { inStyleOf } from './newline.ts';

/**
 * Turns the sentences of a section's only paragraph into a numbered list. Undefined when there is no such paragraph, or it
 * stands in a list or a quote.
 */
export function numberSentences({ document, path }: Artifact, section: Section): Change | undefined {
  if (document.kind !== 'markdown') return undefined;
  const [paragraph, ...others] = within(document.paragraphs, section.ownSpan, span => span);
  if (!paragraph || others.length > 0) return undefined;
  const lineStart = document.text.lastIndexOf('\n', paragraph.start - 1) + 1;
  if (lineStart < paragraph.start) return undefined;
  const text = document.text.slice(paragraph.start, paragraph.end).replace(/\s+/g, ' ');
  const sentences = text.split(/(?<=[.!?])\s+(?=\p{Lu})/u).filter(sentence => sentence.trim() !== '');
  if (sentences.length < 2) return undefined;
  const steps = sentences.map((sentence, index) => `${index + 1}. ${sentence.trim()}`).join('\n');
  return { kind: 'edit', path, edits: [{ span: paragraph, text: inStyleOf(document.text, steps) }] };
}
