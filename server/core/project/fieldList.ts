import type { Field } from '../lifecycle/schema/field.ts';
import type { YamlList, YamlNode } from '../parse/model.ts';
import { compareValues } from './condition.ts';
import type { FieldScope } from './fieldScope.ts';
import type { ValueProblem } from './fieldValue.ts';
import { withoutZeros } from './namedDocuments.ts';
import { quoted } from './wording.ts';
import { textOf } from './yamlValue.ts';

/** What is wrong with a list as a whole: how many values it has, their order, and values that it has twice. */
export function listProblems(name: string, field: Field, list: YamlList, scope: FieldScope): readonly ValueProblem[] {
  return [
    ...gaps(name, field, list),
    ...counts(name, field, list),
    ...repeats(name, field, list),
    ...disorder(name, field, list, scope),
  ];
}

/** A separator with nothing on one side of it. */
const gaps = (name: string, { separator }: Field, { items, span }: YamlList): readonly ValueProblem[] =>
  separator !== undefined && items.length > 1 && items.some(item => textOf(item) === undefined)
    ? [{ span, message: `In “${name}” a “${separator}” has no value beside it. Add the value, or remove the sign.` }]
    : [];

function counts(name: string, field: Field, { items, span }: YamlList): readonly ValueProblem[] {
  const { 'min-items': least, 'max-items': most } = field;
  const has = `“${name}” has ${items.length === 1 ? 'one value' : `${items.length} values`}`;
  if (least !== undefined && items.length < least) return [{ span, message: `${has}, and ${least} is the least.` }];
  return most !== undefined && items.length > most ? [{ span, message: `${has}, and ${most} is the most.` }] : [];
}

function repeats(name: string, { unique }: Field, { items }: YamlList): readonly ValueProblem[] {
  if (unique !== 'list') return [];
  const seen = new Set<string>();
  return items.flatMap(item => {
    const text = textOf(item);
    if (text === undefined) return [];
    const key = withoutZeros(text);
    if (seen.has(key)) return [{ span: item.span, message: `${quoted(text)} stands in “${name}” twice. Remove one.` }];
    seen.add(key);
    return [];
  });
}

/** Reported once, at the first value that is less than the one before it. */
function disorder(name: string, { sorted }: Field, { items }: YamlList, { text }: FieldScope): readonly ValueProblem[] {
  if (!sorted) return [];
  const words = items.map(item => textOf(item) ?? '');
  const index = words.findIndex((word, at) => at > 0 && compareValues(words[at - 1] ?? '', word) > 0);
  const item = items[index];
  if (!item) return [];
  const message = `The values of “${name}” must rise: ${quoted(words[index] ?? '')} comes before ${quoted(words[index - 1] ?? '')}.`;
  return [
    { span: item.span, message, fix: { title: 'Put the values in order', edits: inOrder(items, text), isSafe: false } },
  ];
}

/** The values change places; what stands between them stays. */
function inOrder(items: readonly YamlNode[], text: string) {
  const written = (item: YamlNode): string => text.slice(item.span.start, item.span.end);
  const sorted = items.toSorted((a, b) => compareValues(textOf(a) ?? '', textOf(b) ?? ''));
  return items.flatMap((item, index) => {
    const wanted = written(sorted[index] ?? item);
    return wanted === written(item) ? [] : [{ span: item.span, text: wanted }];
  });
}
