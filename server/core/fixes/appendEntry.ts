import type { Project } from '../project/model.ts';
import { entry, isBlank, textOf } from '../project/yamlValue.ts';
import type { Change } from '../rules/rule.ts';
import { at } from '../text/span.ts';
import { inStyleOf } from './newline.ts';

/**
 * Prepares an entry at the end of a record: `given` is filled in, the fields named in `blank` wait for a person, with
 * the cursor on each. Undefined when the record has no file that is a list in lines, or when such an entry waits there.
 */
export function appendEntry(
  project: Project,
  kind: string,
  given: Readonly<Record<string, string>>,
  blank: readonly string[],
): Change | undefined {
  const record = project.records.find(other => other.kind === kind);
  const document = record?.document;
  const waits = record?.entries.some(
    ({ map }) =>
      Object.entries(given).every(([name, value]) => textOf(entry(map, name)) === value) &&
      blank.some(name => isBlank(entry(map, name))),
  );
  if (waits) return undefined;
  if (document?.kind !== 'yaml' || document.root?.kind !== 'list') return undefined;
  const { text, path, root } = document;
  const dash = /(?:^|\n)([ \t]*)-[ \t]/.exec(text);
  if (root.items.length === 0 || !dash || text[root.span.start] === '[') return undefined;
  const indent = dash[1] ?? '';
  const lines = [
    ...Object.entries(given).map(([name, value]) => `${name}: ${value}`),
    ...blank.map(name => `${name}: `),
  ];
  const lead = text.endsWith('\n') ? '' : '\n';
  const inserted = inStyleOf(
    text,
    `${lead}${lines.map((line, index) => `${indent}${index === 0 ? '- ' : '  '}${line}`).join('\n')}\n`,
  );
  const stops = [...inserted.matchAll(/: (?=\r?\n)/g)].map(({ index }) => at(index + 2));
  return { kind: 'edit', path, edits: [{ span: at(text.length), text: inserted, stops }] };
}
