import type { Severity } from '../lifecycle/schema/lifecycle.ts';
import { applies, unmet } from './condition.ts';
import { type FieldScope, fieldsIn, writtenName } from './fieldScope.ts';
import { listed } from './wording.ts';
import { itemsOf, textOf } from './yamlValue.ts';

/** A check of a type or record kind that does not hold. */
export interface FailedCheck {
  /** The written field at which it is shown: the first one that is not as it must be. */
  readonly field: string;
  readonly message: string;
  readonly severity: Severity | undefined;
}

/** The checks that apply and do not hold. Those that rest on one of the `faulty` fields are left to the fault. */
export function failedChecks(scope: FieldScope, faulty: ReadonlySet<string>): readonly FailedCheck[] {
  return Object.values(scope.checks).flatMap((check): FailedCheck[] => {
    if (!applies(check, scope.subject)) return [];
    const names = fieldsIn(check.must);
    if (names.some(name => faulty.has(writtenName(name)))) return [];
    const failed = unmet(check.must, scope.subject);
    const [first] = failed;
    if (first === undefined) return [];
    const shown = fieldsIn(Object.fromEntries(Object.entries(check.must).filter(([name]) => failed.includes(name))));
    const now = listed(shown.map(name => `“${name}” is ${wordsOf(name, scope)}`));
    return [{ field: writtenName(first), message: `${sentence(check.say)} Now ${now}.`, severity: check.severity }];
  });
}

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** The value of a field in words. */
function wordsOf(name: string, { subject }: FieldScope): string {
  const value = subject.get(name);
  if (typeof value === 'string') return value;
  const texts = itemsOf(value).map(item => textOf(item) ?? 'a group of fields');
  return texts.length === 0 ? 'not filled in' : listed(texts);
}
