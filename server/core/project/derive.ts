import { isDate } from '../lifecycle/date.ts';
import type { Field } from '../lifecycle/schema/field.ts';
import type { YamlNode } from '../parse/model.ts';
import { entry, mapsOf, textOf } from './yamlValue.ts';

/** What a derived field is computed from. */
export interface DeriveFrom {
  readonly fields: Readonly<Record<string, Field>>;
  /** The written value of a field. */
  read(name: string): YamlNode | undefined;
  /** ISO date; what is measured later does not count. */
  readonly today: string;
}

/** The value of a derived field as text; undefined when the field is none, or when something that it needs is missing. */
export const derivedText = (name: string, from: DeriveFrom): string | undefined => derive(name, from, []);

function derive(name: string, from: DeriveFrom, around: readonly string[]): string | undefined {
  const rule = Object.hasOwn(from.fields, name) ? from.fields[name]?.derive : undefined;
  // A field that is derived from itself has no value.
  if (!rule || around.includes(name)) return undefined;
  const numberAt = (other: string): number | undefined =>
    toNumber(derive(other, from, [...around, name]) ?? textOf(from.read(other)));
  if ('product' in rule) return product(rule.product.map(numberAt));
  if ('band' in rule) return band(numberAt(rule.band), rule.limits);
  const measured = newestMeasured(from.read(rule.measured), from.today);
  if (measured === undefined) return undefined;
  return misses(measured, from.read(rule.misses), textOf(from.read(rule.better)))?.toString();
}

function product(factors: readonly (number | undefined)[]): string | undefined {
  let value = 1;
  for (const factor of factors) {
    if (factor === undefined) return undefined;
    value *= factor;
  }
  return String(value);
}

/** The lowest band whose limit is not passed; above all limits the highest one. */
function band(value: number | undefined, limits: Readonly<Record<string, number>>): string | undefined {
  if (value === undefined) return undefined;
  const rising = Object.entries(limits).sort(([, a], [, b]) => a - b);
  return (rising.find(([, limit]) => value <= limit) ?? rising.at(-1))?.[0];
}

/** The value of the newest measurement up to `today` that has one; of the same day, the last written. */
export function newestMeasured(measured: YamlNode | undefined, today: string): number | undefined {
  let newest: { readonly day: string; readonly value: number } | undefined;
  for (const item of mapsOf(measured)) {
    const value = toNumber(textOf(entry(item, 'value')));
    const date = textOf(entry(item, 'date'));
    const day = date !== undefined && isDate(date) ? date : '';
    if (value !== undefined && day <= today && (!newest || day >= newest.day)) newest = { day, value };
  }
  return newest?.value;
}

/** Whether a value misses its target; undefined when target or direction do not say enough. */
function misses(value: number, target: YamlNode | undefined, better: string | undefined): boolean | undefined {
  const exact = toNumber(textOf(target));
  const min = toNumber(textOf(entry(target, 'min')));
  const max = toNumber(textOf(entry(target, 'max')));
  const low = better === 'lower' ? undefined : (min ?? exact);
  const high = better === 'higher' ? undefined : (max ?? exact);
  if (better === undefined || (low === undefined && high === undefined)) return undefined;
  return (low !== undefined && value < low) || (high !== undefined && value > high);
}

function toNumber(text: string | undefined): number | undefined {
  const value = text === undefined ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : undefined;
}
