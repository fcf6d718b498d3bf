import { isDate } from '../lifecycle/date.ts';
import { addDuration } from '../lifecycle/duration.ts';
import type { Applicability } from '../lifecycle/schema/applicability.ts';
import type { Condition, Operand, Test, When } from '../lifecycle/schema/condition.ts';
import type { YamlNode } from '../parse/model.ts';
import { compilePattern } from '../text/pattern.ts';
import { compareVersions, parseVersion } from './version.ts';
import { isBlank, itemsOf, textOf } from './yamlValue.ts';

/** What a condition is judged against. */
export interface Subject {
  /** The value of a field; undefined when it is not filled in. */
  get(field: string): YamlNode | string | undefined;
  /**
   * Compares two values of a field by its own order (statuses by the ladder, versions, dates, numbers). NaN when one of
   * them has no place in that order.
   */
  compare(field: string, a: string, b: string): number;
  /** ISO date. */
  readonly today: string;
  /** The day on which it was begun, as far as it says: what `since` and `until` compare with. */
  readonly begun: string | undefined;
  /** The version that it was begun for, as far as it says: what `since` and `until` compare with. */
  readonly madeFor: string | undefined;
  /** The version being made: what `version: current` means. */
  readonly version: string | undefined;
}

/** Whether a `required:` or another yes-no setting holds. */
export const holds = (when: When, subject: Subject): boolean =>
  typeof when === 'boolean' ? when : matches(when, subject);

/** Whether every field of the condition is as it must be. */
export const matches = (condition: Condition | undefined, subject: Subject): boolean =>
  Object.entries(condition ?? {}).every(([field, test]) => passes(test, field, subject));

/**
 * The fields that are not as a check demands. A demand is stricter than a condition: a comparison must hold for every
 * value of its field, and where nothing is filled in there is nothing to compare.
 */
export const unmet = (demand: Condition, subject: Subject): readonly string[] =>
  Object.entries(demand).flatMap(([field, test]) => (meets(test, field, subject) ? [] : [field]));

/**
 * Whether an entry of the definition applies: its `when` holds, and what it is about is of `since` or later and from
 * before `until`. A day is compared with the subject's own day, a version with its own version. What says neither day nor
 * version is taken for new.
 */
export function applies({ when, since, until }: Applicability, subject: Subject): boolean {
  return (
    matches(when, subject) &&
    (since === undefined || (ageOf(since, subject) ?? 0) >= 0) &&
    (until === undefined || (ageOf(until, subject) ?? 0) < 0)
  );
}

/** How the subject's own day or version compares with a bound; undefined when it names none. */
function ageOf(bound: string, subject: Subject): number | undefined {
  const own = isDate(bound) ? subject.begun : subject.madeFor;
  return own === undefined ? undefined : compareValues(own, bound);
}

type Comparison = Exclude<Test, string | number | boolean | readonly unknown[]>;

function meets(test: Test, field: string, subject: Subject): boolean {
  if (typeof test !== 'object' || Array.isArray(test)) return passes(test, field, subject);
  const texts = textsOf(subject.get(field));
  const { is, ...others } = test;
  return (
    (is === undefined || texts.every(text => isSame(text, is, field, subject))) &&
    passesNegations(test, texts, field, subject) &&
    comparisons(others, field, subject).every(holdsFor => texts.every(holdsFor))
  );
}

/** Whether a value is the same as another: by the order of its field, so that 7 is 007. */
function isSame(text: string, wanted: Operand, field: string, subject: Subject): boolean {
  const others = meant(wanted, field, subject);
  return others.length === 0 || others.some(other => text === other || subject.compare(field, text, other) === 0);
}

function passes(test: Test, field: string, subject: Subject): boolean {
  const texts = textsOf(subject.get(field));
  const isOne = (wanted: Operand): boolean => meant(wanted, field, subject).some(text => texts.includes(text));
  if (Array.isArray(test)) return test.some(isOne);
  if (typeof test !== 'object') return isOne(test);
  if (!passesNegations(test, texts, field, subject)) return false;
  if (test.is !== undefined && !isOne(test.is)) return false;
  return comparisons(test, field, subject).every(holdsFor => texts.some(holdsFor));
}

/** The parts of a comparison that are about all values at once: `present` and `not`. */
function passesNegations(
  { present, not }: Comparison,
  texts: readonly string[],
  field: string,
  subject: Subject,
): boolean {
  if (present !== undefined && present !== texts.length > 0) return false;
  return (
    not === undefined || ![not].flat().some(none => meant(none, field, subject).some(text => texts.includes(text)))
  );
}

/** The parts of a comparison that some value of the field must pass. A bound that is not filled in bounds nothing. */
function comparisons(test: Comparison, field: string, subject: Subject): readonly ((text: string) => boolean)[] {
  const { 'at-least': least, 'at-most': most, 'older-than': age, matches: pattern } = test;
  const tests: ((text: string) => boolean)[] = [];
  if (least !== undefined)
    tests.push(text => meant(least, field, subject).every(bound => subject.compare(field, text, bound) >= 0));
  if (most !== undefined)
    tests.push(text => meant(most, field, subject).every(bound => subject.compare(field, text, bound) <= 0));
  if (age !== undefined) tests.push(text => isOlder(text, age, subject.today));
  if (pattern !== undefined) tests.push(text => fitsPattern(text, pattern));
  return tests;
}

/** The values that an operand stands for: of another field, all that it holds. */
function meant(wanted: Operand, field: string, subject: Subject): readonly string[] {
  if (typeof wanted === 'object') return textsOf(subject.get(wanted.field));
  if (wanted === 'today') return [subject.today];
  return [field === 'version' && wanted === 'current' ? (subject.version ?? wanted) : String(wanted)];
}

function isOlder(text: string, age: string, today: string): boolean {
  const end = addDuration(text, age);
  return end !== undefined && end < today;
}

function fitsPattern(text: string, source: string): boolean {
  const pattern = compilePattern(source);
  return typeof pattern !== 'string' && pattern.matches(text);
}

function textsOf(value: YamlNode | string | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  if (value === undefined || isBlank(value)) return [];
  if (value.kind === 'map') return ['map'];
  return itemsOf(value).flatMap(item => (isBlank(item) ? [] : (textOf(item) ?? item.kind)));
}

/** Orders versions and whole numbers as such, anything else as text (ISO dates included), and those after versions. */
export function compareValues(a: string, b: string): number {
  const [isA, isB] = [parseVersion(a) !== undefined, parseVersion(b) !== undefined];
  if (isA && isB) return compareVersions(a, b);
  if (isA !== isB) return isA ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}
