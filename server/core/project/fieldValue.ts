import { isDate } from '../lifecycle/date.ts';
import { parseDuration } from '../lifecycle/duration.ts';
import { nearest } from '../lifecycle/nearest.ts';
import { canonicalRole } from '../lifecycle/roles.ts';
import type { Field, FieldType } from '../lifecycle/schema/field.ts';
import { canonicalStatus } from '../lifecycle/statusLadder.ts';
import type { YamlNode } from '../parse/model.ts';
import { compilePattern } from '../text/pattern.ts';
import type { Subject } from './condition.ts';
import type { Artifact, Project } from './model.ts';
import { listed } from './wording.ts';
import { isBlank, textOf } from './yamlValue.ts';

/** A value that its field does not allow. */
export interface ValueProblem {
  readonly node: YamlNode;
  /** The field that the value belongs to when it is a part of an object. */
  readonly part: string | undefined;
  /** To follow "must be" or "is": what is allowed. */
  readonly allowed: string;
  /** A better value, and whether only the spelling differs. */
  readonly suggestion: { readonly text: string; readonly sameWord: boolean } | undefined;
}

/** Every value of a field that is of the wrong kind. A blank value is no problem here: it counts as missing. */
export function valueProblems(
  field: Field,
  value: YamlNode,
  artifact: Artifact,
  project: Project,
  subject: Subject,
): readonly ValueProblem[] {
  if (isBlank(value)) return [];
  const types = [field.type].flat();
  if (value.kind === 'list' && field.list === false && types.every(type => single.has(type)))
    return [{ node: value, part: undefined, allowed: 'one value, not a list', suggestion: undefined }];
  const items = value.kind === 'list' ? value.items : [value];
  return items.flatMap(node => {
    if (types.some(type => fits(type, field, node, artifact, project, subject)))
      return partProblems(field, node, artifact, project, subject);
    const allowed = listed(
      types.map(type => described(type, field, artifact, project, subject)),
      'or',
    );
    const better = suggestion(types, field, textOf(node) ?? '', artifact, project, subject);
    return [{ node, part: undefined, allowed, suggestion: better }];
  });
}

/** Types of which several values would be read as none. */
const single: ReadonlySet<FieldType> = new Set(['status', 'date', 'version', 'duration', 'enum', 'gate', 'phase']);

/** What is wrong in the parts of an object. */
function partProblems(
  { fields = {} }: Field,
  node: YamlNode,
  artifact: Artifact,
  project: Project,
  subject: Subject,
): readonly ValueProblem[] {
  if (node.kind !== 'map') return [];
  return node.entries.flatMap(({ key, value }) => {
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
    const problems = field ? valueProblems(field, value, artifact, project, subject) : [];
    return problems.map(problem => ({ ...problem, part: problem.part ?? key }));
  });
}

function fits(
  type: FieldType,
  field: Field,
  node: YamlNode,
  artifact: Artifact,
  project: Project,
  subject: Subject,
): boolean {
  if (type === 'object') return node.kind === 'map';
  if (type === 'map') return node.kind === 'map';
  const text = textOf(node);
  if (text === undefined) return node.kind === 'scalar';
  const { lifecycle } = project;
  switch (type) {
    case 'integer':
      return /^[+-]?\d+$/.test(text) && inRange(Number(text), field);
    case 'number':
      return Number.isFinite(Number(text)) && inRange(Number(text), field);
    case 'boolean':
      return /^(?:true|false|yes|no)$/i.test(text);
    case 'date':
      return isDate(text);
    case 'duration':
      return parseDuration(text) !== undefined;
    case 'version':
      return /^v?\d+(?:\.\d+)*(?:[-+][\w.+-]+)?$/.test(text);
    case 'enum':
      return allowedValues(field, subject).includes(text);
    case 'status':
      return canonicalStatus(lifecycle, artifact.definition, text) !== undefined;
    case 'role':
      return canonicalRole(lifecycle, text) !== undefined;
    case 'artifact':
      return Object.hasOwn(lifecycle.artifacts, text);
    case 'gate':
      return Object.hasOwn(lifecycle.gates, text);
    default:
      return fitsPattern(field.pattern, text);
  }
}

const inRange = (value: number, { min, max }: Field): boolean =>
  (min === undefined || value >= min) && (max === undefined || value <= max);

function fitsPattern(source: string | undefined, text: string): boolean {
  if (source === undefined) return true;
  const pattern = compilePattern(source);
  return typeof pattern === 'string' || pattern.matches(text);
}

/** The values of an `enum`, those that depend on another field included. */
function allowedValues(field: Field, subject: Subject): readonly string[] {
  const own = (field.values ?? []).map(String);
  for (const [other, byValue] of Object.entries(field['values-by'] ?? {})) {
    const value = subject.get(other);
    const text = typeof value === 'string' ? value : textOf(value);
    if (text !== undefined && byValue[text]) return byValue[text].map(String);
    return [...own, ...Object.values(byValue).flat().map(String)];
  }
  return own;
}

const plain: Readonly<Partial<Record<FieldType, string>>> = {
  date: 'a date such as 2026-06-15',
  duration: 'a duration such as “6 months”',
  version: 'a version such as 1.4.0',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  role: 'a role of the lifecycle',
  artifact: 'a type of the lifecycle',
  gate: 'a gate of the lifecycle',
  object: 'a group of fields',
  map: 'a group of fields',
};

function described(type: FieldType, field: Field, artifact: Artifact, project: Project, subject: Subject): string {
  if (type === 'enum') return listed(allowedValues(field, subject), 'or');
  if (type === 'status') return listed(statusWords(artifact, project), 'or');
  return plain[type] ?? (field.pattern ? `text of the form ${field.pattern}` : 'text');
}

const statusWords = (artifact: Artifact, project: Project): readonly string[] => {
  const own = Object.keys(artifact.definition['status-words']);
  return own.length > 0 ? own : Object.keys(project.lifecycle.statuses);
};

function suggestion(
  types: readonly FieldType[],
  field: Field,
  text: string,
  artifact: Artifact,
  project: Project,
  subject: Subject,
): ValueProblem['suggestion'] {
  const candidates = types.flatMap(type =>
    type === 'enum'
      ? allowedValues(field, subject)
      : type === 'status'
        ? statusWords(artifact, project)
        : type === 'role'
          ? Object.keys(project.lifecycle.roles)
          : [],
  );
  const same = candidates.find(candidate => fold(candidate) === fold(text));
  if (same) return { text: same, sameWord: true };
  const date = types.includes('date') ? isoDate(text) : undefined;
  if (date) return { text: date, sameWord: false };
  const near = nearest(text, candidates);
  return near === undefined ? undefined : { text: near, sameWord: false };
}

const fold = (word: string): string => word.toLowerCase().replace(/[\s_-]+/g, '-');

/** `2026/6/5` and `2026.06.05` as ISO; forms in which day and month could be confused are left alone. */
function isoDate(text: string): string | undefined {
  const match = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/.exec(text);
  const iso = match && `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}`;
  return iso && isDate(iso) ? iso : undefined;
}
