import { MAX_MARKDOWN_LENGTH, notText, tooLarge } from './bounds.ts';
import type { Decoded } from './decode.ts';
import { type MarkdownParser, parseMarkdown, unreadMarkdown } from './markdown.ts';
import { costlyMarkdown } from './markdownBounds.ts';
import type { Document } from './model.ts';
import { parseYaml } from './yaml.ts';

/**
 * Parses one file by its extension: YAML for `.yaml`, `.yml` and `.json` (JSON is YAML), Markdown for everything else. Never throws. What is no
 * text, too large or too costly gives a document that holds nothing but its text and a problem.
 */
export function parseDocument(path: string, content: string | Decoded, parser: MarkdownParser): Document {
  const { text, problem } = typeof content === 'string' ? { text: content, problem: undefined } : content;
  const document = /\.(?:ya?ml|json)$/i.test(path) ? parseYaml(path, text) : markdownOf(path, text, parser);
  const isText = document.problems[0]?.code !== 'not-text';
  return problem && isText ? { ...document, problems: [problem, ...document.problems] } : document;
}

function markdownOf(path: string, text: string, parser: MarkdownParser): Document {
  const whole = { start: 0, end: text.length };
  const refusal = notText(text) ?? tooLarge(whole, MAX_MARKDOWN_LENGTH) ?? costlyMarkdown(text, parser);
  return refusal ? unreadMarkdown(path, text, [refusal]) : parseMarkdown(path, text, parser);
}
