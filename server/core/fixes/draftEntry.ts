import type { Project } from '../project/model.ts';
import { nextId } from '../project/nextFree.ts';
import type { Change } from '../rules/rule.ts';
import { appendEntry } from './appendEntry.ts';
import { yamlText } from './yamlText.ts';

/**
 * Adds an entry to a record: the next free id, then what is `given` as plain text, then every field that the definition
 * always asks for, empty, with the cursor there. Undefined where `appendEntry` cannot add.
 */
export function draftEntry(
  project: Project,
  kind: string,
  given: Readonly<Record<string, string>>,
  blank: readonly string[] = [],
): Change | undefined {
  const { fields = {}, declares = [] } = project.lifecycle.records[kind] ?? {};
  const [item] = declares;
  const id = item !== undefined && fields.id ? { id: nextId(project, item) } : {};
  const known = Object.entries(given).filter(([name]) => fields[name]);
  const filled = { ...id, ...Object.fromEntries(known.map(([name, value]) => [name, yamlText(value)])) };
  const asked = Object.entries(fields).flatMap(([name, { required }]) => (required === true ? [name] : []));
  const open = [...new Set([...asked, ...blank])].filter(name => fields[name] && !Object.hasOwn(filled, name));
  return appendEntry(project, kind, filled, open);
}
