import { isDate } from '../lifecycle/date.ts';
import { parseDuration } from '../lifecycle/duration.ts';
import { canonicalRole } from '../lifecycle/roles.ts';
import type { Field, FieldType } from '../lifecycle/schema/field.ts';
import type { Lifecycle } from '../lifecycle/schema/lifecycle.ts';
import { canonicalStatus } from '../lifecycle/statusLadder.ts';
import type { FieldScope } from './fieldScope.ts';
import { documentNames, documentsNamed } from './namedDocuments.ts';
import { sourcesOf, valuesFrom } from './valueSources.ts';
import { listed } from './wording.ts';
import { textOf } from './yamlValue.ts';

type Fits = (text: string, field: Field, scope: FieldScope) => boolean;

/** Whether a text is of a type; every text is of the types that are not here. */
const tests: Readonly<Partial<Record<FieldType, Fits>>> = {
  integer: (text, field) => /^[+-]?\d+$/.test(text) && inRange(Number(text), field),
  number: (text, field) => Number.isFinite(Number(text)) && inRange(Number(text), field),
  boolean: text => /^(?:true|false|yes|no)$/i.test(text),
  date: isDate,
  duration: text => parseDuration(text) !== undefined,
  version: (text, _, { project }) => versionForms[project.lifecycle['version-scheme']].test(text),
  enum: (text, field, scope) => isUnjudged(field, scope) || isAllowed(text, field, scope),
  status: (text, _, { project, type }) => canonicalStatus(project.lifecycle, type, text) !== undefined,
  role: (text, _, { project }) => canonicalRole(project.lifecycle, text) !== undefined,
  artifact: (text, _, { project }) => Object.hasOwn(project.lifecycle.artifacts, text),
  gate: (text, _, { project }) => Object.hasOwn(project.lifecycle.gates, text),
  phase: (text, _, { project }) => Object.hasOwn(project.lifecycle.phases, text),
  url: text => /^[a-z][a-z\d+.-]*:[^\s]+$/i.test(text) && URL.canParse(text),
  reference: (text, field, { project, path }) => documentsNamed(project, field, text, path).length > 0,
};

/** Whether a text is of a type. */
export const isOfType = (type: FieldType, text: string, field: Field, scope: FieldScope): boolean =>
  tests[type]?.(text, field, scope) ?? (type !== 'object' && type !== 'map');

const inRange = (value: number, { min, max }: Field): boolean =>
  (min === undefined || value >= min) && (max === undefined || value <= max);

/** How the versions of each scheme are written, in full or cut after any part. */
export const versionForms: Readonly<Record<Lifecycle['version-scheme'], RegExp>> = {
  semver: /^v?\d+(?:\.\d+)*(?:[-+][\w.+-]+)?$/,
  calver: /^v?(?:\d{2}|\d{4})(?:[.-]\d{1,8}){1,3}(?:[-+.]?[a-z][\w.+-]*)?$/i,
  none: /^\S.*$/,
};

const isAllowed = (text: string, field: Field, scope: FieldScope): boolean =>
  ownValues(field, scope).includes(text) ||
  sourcesOf(field).some(source => valuesFrom(scope.project, source).words.has(text));

/** The values of an `enum` that the definition and the repository list, those that depend on another field included. */
function allowedValues(field: Field, scope: FieldScope): readonly string[] {
  const sourced = sourcesOf(field).flatMap(source => valuesFrom(scope.project, source).values ?? []);
  return [...ownValues(field, scope), ...sourced];
}

function ownValues(field: Field, { subject }: FieldScope): readonly string[] {
  const own = (field.values ?? []).map(String);
  for (const [other, byValue] of Object.entries(field['values-by'] ?? {})) {
    const value = subject.get(other);
    const text = typeof value === 'string' ? value : textOf(value);
    if (text !== undefined && byValue[text]) return byValue[text].map(String);
    return [...own, ...Object.values(byValue).flat().map(String)];
  }
  return own;
}

/** Whether a source of the allowed values is missing: that is said of the definition, not of every document. */
const isUnjudged = (field: Field, { project }: FieldScope): boolean =>
  sourcesOf(field).some(source => valuesFrom(project, source).values === undefined);

/** More values than this are no help in a message. */
const mostListed = 12;

const plain: Readonly<Partial<Record<FieldType, string>>> = {
  date: 'a date such as 2026-06-15',
  duration: 'a duration such as “6 months”',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  role: 'a role of the lifecycle',
  artifact: 'a type of the lifecycle',
  gate: 'a gate of the lifecycle',
  phase: 'a phase of the lifecycle',
  url: 'an address such as https://example.com',
  object: 'a group of fields',
  map: 'a group of fields',
};

/** What a type allows, to follow "must be". */
export function described(type: FieldType, field: Field, scope: FieldScope): string {
  if (type === 'enum') return listed([...ownValues(field, scope), ...sourceWords(field, scope)], 'or');
  if (type === 'status') return listed(statusWords(scope), 'or');
  if (type === 'reference') return documentWords(field, scope);
  if (type === 'integer' || type === 'number') return `${plain[type]}${range(field)}`;
  if (type === 'version')
    return `a version such as ${scope.project.lifecycle['version-scheme'] === 'calver' ? '2026.06.1' : '1.4.0'}`;
  return plain[type] ?? 'text';
}

const range = ({ min, max }: Field): string => {
  if (min !== undefined && max !== undefined) return ` from ${min} to ${max}`;
  return min !== undefined ? ` from ${min}` : max !== undefined ? ` up to ${max}` : '';
};

const sourceWords = (field: Field, { project }: FieldScope): readonly string[] =>
  sourcesOf(field).map(source => {
    const { values = [], say } = valuesFrom(project, source);
    return values.length > mostListed ? say : `${say} (${listed(values, 'or')})`;
  });

function documentWords({ to, by }: Field, { project }: FieldScope): string {
  const kinds = to.map(type => `“${project.lifecycle.artifacts[type]?.title ?? type}”`);
  const what = kinds.length > 0 ? `a document of type ${listed(kinds, 'or')}` : 'a document';
  return `the ${by === undefined ? 'path' : by.includes('{') ? `name (${by})` : by} of ${what} that exists`;
}

const statusWords = ({ type, project }: FieldScope): readonly string[] => {
  const own = Object.keys(type?.['status-words'] ?? {});
  return own.length > 0 ? own : Object.keys(project.lifecycle.statuses);
};

/** Beyond this many, a near name is not looked for: each look reads all of them. */
const mostCompared = 1000;

/** The values of which one was perhaps meant. */
export function candidates(type: FieldType, field: Field, scope: FieldScope): readonly string[] {
  if (type === 'enum') return unlessMany(allowedValues(field, scope));
  if (type === 'status') return statusWords(scope);
  if (type === 'role') return Object.keys(scope.project.lifecycle.roles);
  if (type === 'phase') return Object.keys(scope.project.lifecycle.phases);
  if (type === 'gate') return Object.keys(scope.project.lifecycle.gates);
  return type === 'reference' ? unlessMany(documentNames(scope.project, field)) : [];
}

const unlessMany = (words: readonly string[]): readonly string[] => (words.length > mostCompared ? [] : words);
