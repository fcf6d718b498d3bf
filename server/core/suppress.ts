import { wholeLines } from './fixes/wholeLines.ts';
import { nearest } from './lifecycle/nearest.ts';
import type { Comment, Document } from './parse/model.ts';
import type { Project } from './project/model.ts';
import { listed } from './project/wording.ts';
import { applySetting } from './ruleSettings.ts';
import { rules } from './rules/index.ts';
import type { Finding, Fix } from './rules/rule.ts';
import { lineIndex } from './text/lineIndex.ts';
import { memoize } from './text/memo.ts';
import type { Span } from './text/span.ts';

/** Applies the settings of `rules:` and the suppressions written in the file, and reports suppressions that are wrong. */
export function settle(findings: readonly Finding[], path: string, project: Project): Finding[] {
  const set = findings.flatMap(finding => applySetting(finding, project) ?? []);
  const document = project.documents.get(path);
  const suppressions = document ? suppressionsIn(document) : [];
  if (!document || suppressions.length === 0) return set;
  const lines = lineIndex(document.text);
  const used = new Map(suppressions.map(item => [item, new Set<string>()]));
  const kept = set.filter(({ span, rule }) => {
    const line = lines.positionAt(span.start).line;
    const by = suppressions.find(item => item.reason !== '' && item.line === line && item.rules.includes(rule));
    if (by) used.get(by)?.add(rule);
    return by === undefined;
  });
  const wrong = [...used].flatMap(([item, names]) => wrongSuppression(document, item, names) ?? []);
  return [...kept, ...wrong.flatMap(finding => applySetting(finding, project) ?? [])];
}

interface Suppression {
  /** Of the comment. */
  readonly span: Span;
  /** None when the comment cannot be understood. */
  readonly rules: readonly string[];
  /** The rules as they are written. */
  readonly list: string;
  readonly reason: string;
  /** Zero-based line whose findings it is about. */
  readonly line: number;
}

const form = /^slipway-disable-(next-)?line\s+([a-z][\w-]*(?:[\s,]+[a-z][\w-]*)*)\s*(?:--\s*([\s\S]*))?$/;

const suppressionsIn = memoize((document: Document): readonly Suppression[] => {
  const comments = commentsOf(document).filter(comment => comment.text.startsWith('slipway-disable'));
  if (comments.length === 0) return [];
  const lines = lineIndex(document.text);
  return comments.map(({ span, text }) => {
    const [, next, list = '', reason = ''] = form.exec(text) ?? [];
    const offset = next ? nextText(document.text, span.end) : span.start;
    const names = list.split(/[\s,]+/).filter(name => name !== '');
    return { span, rules: names, list, reason: reason.trim(), line: lines.positionAt(offset).line };
  });
});

/** Where the next line with something in it has its text. */
const nextText = (text: string, offset: number): number =>
  offset + (/^[^\n]*\n\s*/.exec(text.slice(offset))?.[0].length ?? 0);

const commentsOf = (document: Document): readonly Comment[] =>
  document.kind === 'yaml' ? document.comments : [...(document.frontMatter?.comments ?? []), ...document.comments];

/** What is wrong with a suppression of which the rules in `used` have suppressed something. */
function wrongSuppression(document: Document, item: Suppression, used: ReadonlySet<string>): Finding | undefined {
  const idle = item.rules.filter(name => !used.has(name));
  if (item.rules.length > 0 && idle.length === 0) return undefined;
  const { message, fixes } = fault(document, item, idle);
  const subject = item.rules.length === 0 ? 'suppression' : idle.join(', ');
  return { rule: 'waiver-invalid', severity: 'warning', path: document.path, span: item.span, subject, message, fixes };
}

function fault(
  document: Document,
  item: Suppression,
  idle: readonly string[],
): { readonly message: string; readonly fixes: readonly Fix[] } {
  const names = listed(idle);
  if (item.rules.length === 0)
    return {
      message: 'This suppression cannot be understood. Write “slipway-disable-next-line RULE -- REASON”.',
      fixes: [],
    };
  const unknown = idle.find(name => !known.has(name));
  if (unknown !== undefined) {
    const near = nearest(unknown, known);
    return {
      message: `There is no rule “${unknown}” to suppress. ${near ? `Did you mean “${near}”?` : 'Correct its name, or remove the suppression.'}`,
      fixes: near
        ? [
            rewrite(
              document,
              item,
              `Change to “${near}”`,
              item.rules.map(name => (name === unknown ? near : name)).join(', '),
            ),
          ]
        : [],
    };
  }
  if (item.reason === '')
    return {
      message: `This suppression of ${names} gives no reason, so it has no effect. Add “-- ” and the reason: a later reader must know why.`,
      fixes: [],
    };
  return {
    message: `There is nothing of ${names} to suppress here. Remove the suppression, so that it cannot hide a later finding.`,
    fixes: [remove(document, item, idle)],
  };
}

const known = new Set(rules.map(rule => rule.id));

function remove(document: Document, item: Suppression, idle: readonly string[]): Fix {
  const left = item.rules.filter(name => !idle.includes(name));
  if (left.length > 0) return rewrite(document, item, `Remove ${listed(idle)} from the suppression`, left.join(', '));
  const edits = [{ span: wholeLines(document.text, item.span), text: '' }];
  return { title: 'Remove the suppression', safe: false, changes: [{ kind: 'edit', path: document.path, edits }] };
}

/** Writes another list of rules. */
function rewrite({ text, path }: Document, { span, list }: Suppression, title: string, to: string): Fix {
  const start = text.indexOf(list, span.start);
  const edits = [{ span: { start, end: start + list.length }, text: to }];
  return { title, safe: false, changes: [{ kind: 'edit', path, edits }] };
}
