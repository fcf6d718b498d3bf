import { at, type Span } from '../text/span.ts';
import type { ParseProblem } from './model.ts';

/**
 * In UTF-16 units. Usual text of this size takes a tenth of a second (Markdown) or half a second (YAML), the densest
 * markup that fits takes one to three. A million characters of Markdown are four hundred printed pages.
 */
export const MAX_MARKDOWN_LENGTH = 1_000_000;
export const MAX_YAML_LENGTH = 500_000;

/** The first zero byte: a sign that the file is a picture, an archive, a program. */
export function notText(text: string): ParseProblem | undefined {
  const offset = text.indexOf('\0');
  if (offset < 0) return undefined;
  const message =
    'This file is not text: it holds a zero byte here. Save it as UTF-8, or give it another file extension.';
  return { code: 'not-text', span: at(offset), message };
}

/** What is longer than `limit`, in UTF-16 units, is not parsed. */
export function tooLarge({ start, end }: Span, limit: number): ParseProblem | undefined {
  const length = end - start;
  if (length <= limit) return undefined;
  const message = `This is ${inMillions(length)} million characters long. More than ${inMillions(limit)} million are not checked: split it.`;
  return { code: 'too-large', span: at(start), message };
}

const inMillions = (count: number): string => (count / 1_000_000).toFixed(1);
