import type { MarkdownDocument, ParseProblem } from '../parse/model.ts';
import { readYaml } from '../parse/yaml.ts';
import type { Fix } from '../rules/rule.ts';
import { applyEdits, type TextEdit } from '../text/edits.ts';
import { at } from '../text/span.ts';
import { newlineOf } from './newline.ts';

/** What mends front matter that cannot be read; offered only when the problem is gone afterwards. */
export function mendFrontMatter(document: MarkdownDocument, problem: ParseProblem): readonly Fix[] {
  if (problem.code === 'front-matter-position') return moveToTop(document, problem);
  const { text } = document;
  const source = text.slice(problem.span.start, problem.span.end);
  const attempts: readonly (readonly [string, TextEdit])[] = [
    ['Put the value in quotes', { span: problem.span, text: JSON.stringify(source.trimEnd()) }],
    ['Replace the tab by spaces', { span: problem.span, text: source.replaceAll('\t', '  ') }],
  ];
  const works = attempts.find(([, edit]) => helps(document, edit));
  return works ? [fix(works[0], document.path, [works[1]])] : [];
}

const fix = (title: string, path: string, edits: readonly TextEdit[]): Fix => ({
  title,
  safe: false,
  changes: [{ kind: 'edit', path, edits }],
});

/** Whether the front matter has fewer problems after an edit. */
function helps({ text, frontMatter, problems }: MarkdownDocument, edit: TextEdit): boolean {
  if (!frontMatter || edit.text.includes('\n')) return false;
  const { start, end } = frontMatter.bodySpan;
  const mended = applyEdits(text, [edit]);
  const now = readYaml(mended, { start, end: end + mended.length - text.length });
  return now.problems.length < problems.filter(({ code }) => code === 'yaml-syntax').length;
}

/** A closed block below the first line moves to the top. */
function moveToTop(document: MarkdownDocument, { span }: ParseProblem): readonly Fix[] {
  const { text, path } = document;
  const block = /^---[ \t]*\r?\n[\s\S]*?\r?\n---[ \t]*(?:\r?\n|$)/.exec(text.slice(span.start))?.[0];
  if (block === undefined || span.start === 0) return [];
  const edits: readonly TextEdit[] = [
    { span: at(0), text: block.endsWith('\n') ? block : block + newlineOf(text) },
    { span: { start: span.start, end: span.start + block.length }, text: '' },
  ];
  return [fix('Move the block to the first line', path, edits)];
}
