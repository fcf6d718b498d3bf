import type { Field } from '../lifecycle/schema/field.ts';
import { compilePattern } from '../text/pattern.ts';
import type { FieldScope } from './fieldScope.ts';
import { withoutZeros } from './namedDocuments.ts';
import { fillWhole } from './pathPattern.ts';

/** What is wrong with a text that is of the right type, to follow "“x” is no valid value for “name”: it …". */
export interface TextFault {
  readonly say: string;
  /** The text that it must be, when that is known. */
  readonly wanted?: string;
}

/** The first limit of its field that a text breaks: its form, its length, what the path says. */
export function textFault(field: Field, text: string, scope: FieldScope): TextFault | undefined {
  const { pattern, 'not-pattern': unwanted, 'min-length': least, 'max-length': most, equals, say } = field;
  const help = say === undefined ? '' : `. ${say.replace(/\.$/, '')}`;
  if (pattern !== undefined && !fits(pattern, text, true)) return { say: `must be text of the form ${pattern}${help}` };
  if (unwanted !== undefined && fits(unwanted, text, false))
    return { say: `must not be of the form ${unwanted}${help}` };
  const length = [...text].length;
  if (least !== undefined && length < least) return { say: `has ${characters(length)}, and ${least} is the least` };
  if (most !== undefined && length > most) return { say: `has ${characters(length)}, and ${most} is the most` };
  const wanted = equals === undefined ? undefined : fillWhole(equals, name => ownPart(scope.captures, name));
  if (wanted === undefined || withoutZeros(wanted) === withoutZeros(text)) return undefined;
  return { say: `must be ${wanted}, as the path says`, wanted };
}

/** A pattern that cannot be read judges nothing. */
function fits(source: string, text: string, otherwise: boolean): boolean {
  const pattern = compilePattern(source);
  return typeof pattern === 'string' ? otherwise : pattern.matches(text);
}

const characters = (count: number): string => (count === 1 ? 'one character' : `${count} characters`);

const ownPart = (captures: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.hasOwn(captures, name) ? captures[name] : undefined;
