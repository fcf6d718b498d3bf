import assert from 'node:assert/strict';
import type { Finding, Fix } from '../../server/core/rules/rule.ts';
import { applyEdits } from '../../server/core/text/edits.ts';
import { lineIndex } from '../../server/core/text/lineIndex.ts';
import { type Files, findingsIn } from './product.ts';

/** What a test says of a product: files whose text carries markers, `^^^ part of the message` under the place. */
export interface Marked {
  readonly files: Files;
  readonly expected: readonly string[];
}

/**
 * Takes the marker lines out of the files. A marker may open with a severity: `^^^ error: …`. It lies under the first line
 * of the place; a place that goes on in the next line is marked to the end of the first one.
 */
export function unmark(marked: Files): Marked {
  const files: Record<string, string> = {};
  const expected: string[] = [];
  for (const [path, text] of Object.entries(marked)) {
    const lines: string[] = [];
    for (const line of text.replace(/^\n/, '').split('\n')) {
      const mark = /^( *)(\^+) (.*)$/.exec(line);
      if (!mark) lines.push(line);
      else expected.push(`${path}:${lines.length}:${(mark[1]?.length ?? 0) + 1}+${mark[2]?.length} ${mark[3]}`);
    }
    files[path] = lines.join('\n');
  }
  return { files, expected };
}

/** The same files with the line endings of Windows. */
export const withCrlf = (files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replaceAll('\n', '\r\n')]));

/**
 * Checks that a rule says exactly what the markers say, whatever the line endings. The text after a marker must be a part
 * of the message; a severity before it must be the finding's. Files without markers must be left in peace.
 */
export function assertMarked(rule: string, marked: Files, day?: string): void {
  const { files, expected } = unmark(marked);
  for (const variant of [files, withCrlf(files)]) {
    const actual = findingsIn(variant, rule, day).map(finding => describeFinding(finding, variant, expected));
    assert.deepEqual(actual.sort(), [...expected].sort());
  }
}

/** Checks that a rule says nothing, whatever the line endings. */
export const assertSilent = (rule: string, files: Files, day?: string): void => {
  for (const variant of [unmark(files).files, withCrlf(unmark(files).files)])
    assert.deepEqual(
      findingsIn(variant, rule, day).map(({ path, message }) => `${path}: ${message}`),
      [],
    );
};

/** A finding in the words of the marker that fits it, so that a difference reads well. */
function describeFinding(
  { path, span, severity, message }: Finding,
  files: Files,
  expected: readonly string[],
): string {
  const text = files[path] ?? '';
  const { line, column } = lineIndex(text).positionAt(span.start);
  const lineEnd = text.slice(span.start).search(/\r?\n|$/) + span.start;
  const place = `${path}:${line + 1}:${column + 1}+${Math.max(1, Math.min(span.end, lineEnd) - span.start)} `;
  const fits = expected.find(marker => {
    if (!marker.startsWith(place)) return false;
    const [, grave, words = ''] = /^(?:(error|warning|info|hint): )?(.*)$/.exec(marker.slice(place.length)) ?? [];
    return (grave === undefined || grave === severity) && message.includes(words);
  });
  return fits ?? `${place}${severity}: ${message}`;
}

/** The files after a fix. */
export function applyFix(files: Files, fix: Fix): Files {
  const changed: Record<string, string> = { ...files };
  for (const change of fix.changes) {
    if (change.kind === 'create') changed[change.path] = change.text;
    else changed[change.path] = applyEdits(changed[change.path] ?? '', change.edits);
  }
  return changed;
}

/** The fixes with this title that a rule offers. */
const offered = (rule: string, files: Files, title: string): readonly Fix[] =>
  findingsIn(files, rule)
    .flatMap(finding => finding.fixes)
    .filter(fix => fix.title === title);

/** The titles of all fixes that a rule offers, in the order of its findings. */
export const fixTitles = (rule: string, files: Files): readonly string[] =>
  findingsIn(unmark(files).files, rule).flatMap(finding => finding.fixes.map(fix => fix.title));

/** How a fix is tested. */
export interface FixTest {
  readonly title: string;
  /** The files before the fix. */
  readonly before: Files;
  /** Every file that the fix changes or creates, as it is afterwards; `‸` marks where the cursor waits. */
  readonly after: Files;
  readonly safe?: boolean;
}

/**
 * Applies the first fix with this title that a rule offers, with both kinds of line endings, and compares every file that
 * it touches. A fix that is offered again for the same finding must not change anything a second time.
 */
export function assertFix(rule: string, { title, before, after, safe = false }: FixTest): void {
  const plain = unmark(before).files;
  const changed = unmark(after).files;
  for (const [files, wanted] of [
    [plain, changed],
    [withCrlf(plain), withCrlf(changed)],
  ] as const) {
    const [fix] = offered(rule, files, title);
    assert.ok(fix, `${rule} offers “${title}”, among ${fixTitles(rule, files).join(' / ')}`);
    assert.equal(fix.safe, safe);
    const fixed = applyFix(files, fix);
    const touched = fix.changes.map(({ path }) => path);
    assert.deepEqual([...new Set(touched)].sort(), Object.keys(wanted).sort());
    for (const [path, text] of Object.entries(wanted)) {
      const isNew = files[path] === undefined;
      assert.equal(fixed[path], (isNew ? text.replaceAll('\r\n', '\n') : text).replaceAll('‸', ''));
      if (text.includes('‸')) assert.equal(withCursors(files, fix, path), isNew ? text.replaceAll('\r\n', '\n') : text);
    }
    const again = offered(rule, fixed, title);
    assert.ok(
      again.length < offered(rule, files, title).length,
      `“${title}” is not offered for the same finding again`,
    );
  }
}

/** A file after a fix with `‸` at every place where the cursor may wait. */
function withCursors(files: Files, fix: Fix, path: string): string {
  let text = files[path] ?? '';
  for (const change of fix.changes) {
    if (change.path !== path) continue;
    if (change.kind === 'create') return marked(change.text, change.stops ?? []);
    text = applyEdits(
      text,
      change.edits.map(edit => ({ span: edit.span, text: marked(edit.text, edit.stops ?? []) })),
    );
  }
  return text;
}

const marked = (text: string, stops: readonly { readonly start: number }[]): string =>
  applyEdits(
    text,
    stops.map(({ start }) => ({ span: { start, end: start }, text: '‸' })),
  );
