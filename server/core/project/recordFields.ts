import type { YamlNode } from '../parse/model.ts';
import { holds } from './condition.ts';
import { derivedText } from './derive.ts';
import { applying, entryScope, type FieldScope } from './fieldScope.ts';
import { invalid, type ValueProblem, valueProblems } from './fieldValue.ts';
import type { Project, RecordEntry, RecordFile } from './model.ts';
import { usualKindOf } from './recordKinds.ts';
import { fieldOf } from './recordValue.ts';
import { isBlank, textOf } from './yamlValue.ts';

/**
 * Fields that a rule of their own asks for, by record kind, so that nothing is said twice. A value of the wrong kind is
 * no concern of those rules.
 */
const askedElsewhere: Readonly<Record<string, readonly string[]>> = {
  stakeholders: ['people', 'represented_by'],
  'risk-register': [
    ...['owner', 'likelihood', 'impact', 'category', 'response'],
    ...['mitigation', 'accepted_by', 'residual', 'review_by'],
  ],
  metrics: ['target', 'source', 'better', 'measured', 'if_missed'],
  'feedback-log': ['resolved_by', 'reason'],
  'change-log': ['source', 'reason', 'affects', 'approved_by', 'version', 'rollback'],
};

/** A field of an entry whose value is of the wrong kind. */
export interface WrongValue extends ValueProblem {
  readonly field: string;
}

/** The names of the fields that an entry must have and has not, in the order of the definition. */
export function missingFields(file: RecordFile, record: RecordEntry, project: Project): readonly string[] {
  // A changelog says what it says: the other fields belong in a record of their own.
  if (file.form === 'changelog' || isUnreadable(file)) return [];
  const usual = usualKindOf(project.lifecycle, file.kind);
  const elsewhere = Object.hasOwn(askedElsewhere, usual) ? askedElsewhere[usual] : undefined;
  const scope = entryScope(file, record, project);
  return applying(scope).flatMap(([name, field]) => {
    const isAsked = !field['by-tool'] && field.derive === undefined && !elsewhere?.includes(name);
    return isAsked && isBlank(fieldOf(record, name)) && holds(field.required, scope.subject) ? [name] : [];
  });
}

/** What cannot be read may be there: another rule says that it cannot be read. */
const isUnreadable = ({ document }: RecordFile): boolean =>
  document.kind === 'yaml' && document.problems.some(({ code }) => code !== 'not-utf8');

/** Every value of an entry that its field does not allow. */
export function wrongValues(file: RecordFile, record: RecordEntry, project: Project): readonly WrongValue[] {
  const scope = entryScope(file, record, project);
  return applying(scope).flatMap(([name, field]) => {
    const value = fieldOf(record, name);
    if (value === undefined) return [];
    const wrong = valueProblems(name, field, value, scope);
    const derived = wrong.length === 0 ? miscalculated(name, value, scope) : [];
    return [...wrong, ...derived].map(problem => ({ ...problem, field: name }));
  });
}

/** A derived value that somebody wrote all the same, when it is not the one that follows from the others. */
function miscalculated(name: string, node: YamlNode, scope: FieldScope): readonly ValueProblem[] {
  const { fields, read, project } = scope;
  const right = derivedText(name, { fields, read, today: project.today });
  if (isBlank(node) || right === undefined || textOf(node) === right) return [];
  const say = `must be ${right}, which follows from the other fields`;
  return [invalid(name, node, say, scope, { text: right, isSafe: false })];
}
