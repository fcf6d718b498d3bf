import { isDate } from '../lifecycle/date.ts';
import { nearest } from '../lifecycle/nearest.ts';
import type { Field, FieldType } from '../lifecycle/schema/field.ts';
import type { YamlNode } from '../parse/model.ts';
import type { TextEdit } from '../text/edits.ts';
import type { Span } from '../text/span.ts';
import { listProblems } from './fieldList.ts';
import type { FieldScope } from './fieldScope.ts';
import { textFault } from './fieldText.ts';
import { candidates, described, isOfType } from './fieldTypes.ts';
import type { Place } from './model.ts';
import { firstHolder } from './uniqueness.ts';
import { listed, quoted } from './wording.ts';
import { isBlank, textOf } from './yamlValue.ts';

/** A value that its field does not allow. */
export interface ValueProblem {
  readonly span: Span;
  /** What is wrong, in a sentence. */
  readonly message: string;
  /** A better value; `isSafe` when only the spelling differs. */
  readonly fix?: { readonly title: string; readonly edits: readonly TextEdit[]; readonly isSafe: boolean };
  readonly related?: readonly (Place & { readonly message: string })[];
}

/** Every value of a field that is not as it must be. A blank value is no problem here: it counts as missing. */
export function valueProblems(name: string, field: Field, value: YamlNode, scope: FieldScope): readonly ValueProblem[] {
  if (isBlank(value)) return [];
  const isOne = field.list === false && field.separator === undefined;
  if (value.kind === 'list' && isOne && [field.type].flat().every(type => single.has(type)))
    return [invalid(name, value, 'must be one value, not a list', scope)];
  const items = value.kind === 'list' ? value.items : [value];
  const problems = items.flatMap(item => itemProblems(name, field, item, scope));
  return value.kind === 'list' ? [...problems, ...listProblems(name, field, value, scope)] : problems;
}

/** Types of which several values would be read as none. */
const single: ReadonlySet<FieldType> = new Set(['status', 'date', 'version', 'duration', 'enum', 'gate', 'phase']);

function itemProblems(name: string, field: Field, node: YamlNode, scope: FieldScope): readonly ValueProblem[] {
  const types = [field.type].flat();
  if (node.kind !== 'scalar') {
    if (node.kind === 'map' && types.some(type => type === 'object' || type === 'map'))
      return partProblems(field, node, scope);
    return [typeProblem(name, field, node, '', scope)];
  }
  const text = textOf(node);
  if (text === undefined) return [];
  if (field.type !== 'enum' && field.values?.some(allowed => String(allowed) === text)) return [];
  if (!types.some(type => isOfType(type, text, field, scope))) return [typeProblem(name, field, node, text, scope)];
  const fault = textFault(field, text, scope);
  if (fault) {
    const better = fault.wanted === undefined ? undefined : { text: fault.wanted, isSafe: false };
    return [invalid(name, node, fault.say, scope, better)];
  }
  const first = firstHolder(scope, name, field, text);
  return first && !isAt(first, node, scope) ? [taken(name, field, node, first, scope)] : [];
}

const isAt = (place: Place, { span }: YamlNode, { path }: FieldScope): boolean =>
  place.path === path && place.span.start === span.start;

/** What is wrong in the parts of an object. */
function partProblems(
  { fields = {} }: Field,
  node: Extract<YamlNode, { kind: 'map' }>,
  scope: FieldScope,
): readonly ValueProblem[] {
  return node.entries.flatMap(({ key, value }) => {
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
    return field ? valueProblems(key, field, value, scope) : [];
  });
}

function typeProblem(name: string, field: Field, node: YamlNode, text: string, scope: FieldScope): ValueProblem {
  const types = [field.type].flat();
  const beside = field.type === 'enum' ? [] : (field.values ?? []).map(String);
  const allowed = listed([...types.map(type => described(type, field, scope)), ...beside], 'or');
  return invalid(name, node, `must be ${allowed}`, scope, suggestion(types, field, text, scope));
}

interface Suggestion {
  readonly text: string;
  readonly isSafe: boolean;
}

/** What a value that its field does not allow is told: `say` follows "it", such as `must be a date`. */
export function invalid(
  name: string,
  node: YamlNode,
  say: string,
  scope: FieldScope,
  better?: Suggestion,
): ValueProblem {
  const written = textOf(node) ?? scope.text.slice(node.span.start, node.span.end);
  const message = `${quoted(written)} is no valid value for “${name}”${scope.of}: it ${say}.`;
  if (better === undefined) return { span: node.span, message };
  const edits = [{ span: node.span, text: better.text }];
  return { span: node.span, message, fix: { title: `Change to “${better.text}”`, edits, isSafe: better.isSafe } };
}

function taken(name: string, field: Field, node: YamlNode, first: Place, scope: FieldScope): ValueProblem {
  const { lifecycle } = scope.project;
  const what = scope.type?.title ?? lifecycle.records[scope.owner]?.entry ?? 'entry';
  const where =
    field.unique === 'type' || field.unique === undefined ? '' : ` with the same ${field.unique.slice(1, -1)}`;
  return {
    span: node.span,
    message: `${quoted(textOf(node) ?? '')} is the “${name}” of another ${what}${where} too, in ${first.path}. Give each its own.`,
    related: [{ ...first, message: 'The first one' }],
  };
}

function suggestion(
  types: readonly FieldType[],
  field: Field,
  text: string,
  scope: FieldScope,
): Suggestion | undefined {
  const beside = field.type === 'enum' ? [] : (field.values ?? []).map(String);
  const words = [...types.flatMap(type => candidates(type, field, scope)), ...beside];
  const same = words.find(word => fold(word) === fold(text));
  if (same) return { text: same, isSafe: true };
  const date = types.includes('date') ? isoDate(text) : undefined;
  if (date) return { text: date, isSafe: false };
  const near = nearest(text, words);
  return near === undefined ? undefined : { text: near, isSafe: false };
}

const fold = (word: string): string => word.toLowerCase().replace(/[\s_-]+/g, '-');

/** `2026/6/5` and `2026.06.05` as ISO; forms in which day and month could be confused are left alone. */
function isoDate(text: string): string | undefined {
  const match = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/.exec(text);
  const iso = match && `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}`;
  return iso && isDate(iso) ? iso : undefined;
}
