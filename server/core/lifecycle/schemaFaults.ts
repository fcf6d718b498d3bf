import type { z } from 'zod';
import { at, type Span } from '../text/span.ts';
import { describe, nameOf } from './describe.ts';
import { type Fault, keyProblem, valueProblem } from './fault.ts';
import { nearest } from './nearest.ts';
import { capital, type DefinitionProblem, hint, listed, listLimit, type ProblemFix } from './problem.ts';
import { type Allowed, allowedAt, choices, knownKeys, takesListOnly, takesText } from './schemaView.ts';
import { entryAt, type KeyPath, keysAt, partAt, type Tree } from './tree.ts';

type Issue = z.core.$ZodIssue;

/** What the validator found, brought to one form. */
interface Finding {
  readonly kind: 'unknown' | 'wrong' | 'missing';
  /** The unknown key, the wrong value, or the map in which keys are missing. */
  readonly path: KeyPath;
  /** The missing keys. */
  readonly keys: readonly string[];
}

/** Turns what the validator found into faults, one for each place, in plain words. */
export function schemaFaults(tree: Tree, issues: readonly Issue[]): readonly Fault[] {
  const findings = grouped(issues.flatMap(issue => [...flatten(tree, issue, [])]));
  const unknown = findings.filter(({ kind }) => kind === 'unknown').map(({ path }) => path);
  return findings.map(({ kind, path, keys }) => {
    if (kind === 'unknown') return unknownKey(tree, path);
    return kind === 'wrong' ? wrongValue(tree, path) : missingKeys(tree, path, keys, unknown);
  });
}

function* flatten(tree: Tree, issue: Issue, prefix: KeyPath): Iterable<Finding> {
  const path = [...prefix, ...issue.path.map(step => (typeof step === 'number' ? step : String(step)))];
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) yield { kind: 'unknown', path: [...path, key], keys: [] };
    return;
  }
  if (!partAt(tree, path)) {
    yield { kind: 'missing', path: path.slice(0, -1), keys: [String(path.at(-1))] };
    return;
  }
  const branch = issue.code === 'invalid_union' ? bestBranch(issue.errors) : undefined;
  if (branch) for (const inner of branch) yield* flatten(tree, inner, path);
  else yield { kind: 'wrong', path, keys: [] };
}

/** Of the alternatives the one that fits in kind and differs in its parts only. */
const bestBranch = (branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined =>
  branches
    .filter(issues => issues.every(({ code, path }) => path.length > 0 || code === 'unrecognized_keys'))
    .sort((a, b) => a.length - b.length)[0];

/** One finding a place: keys that are missing in the same map go together. */
function grouped(findings: readonly Finding[]): readonly Finding[] {
  const byPlace = new Map<string, Finding>();
  for (const finding of findings) {
    const place = JSON.stringify([finding.kind, finding.path]);
    const same = byPlace.get(place);
    byPlace.set(place, same ? { ...same, keys: [...new Set([...same.keys, ...finding.keys])] } : finding);
  }
  return [...byPlace.values()];
}

function unknownKey(tree: Tree, path: KeyPath): Fault {
  const parent = path.slice(0, -1);
  const key = String(path.at(-1));
  const problem = () => {
    const known = knownKeys(allowedAt(tree, parent));
    const present = new Set(keysAt(tree, parent));
    const near = nearest(key, [...known.filter(name => !present.has(name)), ...known]);
    const { words, fix } = hint(near, entryAt(tree, path)?.keySpan ?? { start: 0, end: 0 });
    const choice = near === undefined && known.length <= listLimit ? ` Known keys: ${listed(known, 'and')}.` : '';
    const message = `\`${key}\` is not a key of ${nameOf(tree, parent)}, so it has no effect.${words}${choice}`;
    return keyProblem(tree, path, message, fix);
  };
  return { path, about: path, problem };
}

function wrongValue(tree: Tree, path: KeyPath): Fault {
  const allowed = allowedAt(tree, path);
  const part = partAt(tree, path);
  if (
    part?.kind === 'scalar' &&
    takesText(allowed) &&
    (typeof part.value === 'number' || typeof part.value === 'boolean')
  )
    return { path, about: path, to: { ...part, value: part.source } };

  return { path, about: path, problem: () => wrongValueProblem(tree, path, part, allowed) };
}

function wrongValueProblem(tree: Tree, path: KeyPath, part: Tree | undefined, allowed: Allowed): DefinitionProblem {
  const name = capital(nameOf(tree, path));
  if (part?.kind !== 'scalar' || part.value === null) {
    const subject = String(path.findLast(step => typeof step === 'string') ?? '');
    return valueProblem(tree, path, subject, `${name} must be ${describe(allowed)}, not ${kindOf(part)}.`);
  }
  const text = part.source;
  if (takesListOnly(allowed))
    return valueProblem(tree, path, text, `${name} must be a list. Write \`[${text}]\`.`, inBrackets(part.span));
  const { words, fix } = hint(nearest(text, choices(allowed)), part.span);
  const isLong = fix !== undefined && choices(allowed).length > listLimit;
  const message = `${name} cannot be \`${text}\`.${words}${isLong ? '' : ` It must be ${describe(allowed)}.`}`;
  return valueProblem(tree, path, text, message, fix);
}

const inBrackets = ({ start, end }: Span): ProblemFix => ({
  title: 'Make it a list',
  edits: [
    { span: at(start), text: '[' },
    { span: at(end), text: ']' },
  ],
});

function missingKeys(tree: Tree, path: KeyPath, keys: readonly string[], unknown: readonly KeyPath[]): Fault {
  const misspelt = unknown
    .filter(other => other.length === path.length + 1 && path.every((step, index) => other[index] === step))
    .map(other => String(other.at(-1)));
  const said = keys.filter(key => !misspelt.some(word => nearest(word, [key]) !== undefined));
  const about = [...path, ...keys.slice(0, 1)];
  if (said.length === 0) return { path, about };
  const problem = () => {
    const id = String(path.at(-1));
    const span = entryAt(tree, path)?.keySpan;
    const siblings = keysAt(tree, path.slice(0, -1)).filter(key => key !== id && isOlder(tree, path, key));
    const { words, fix } = span ? hint(nearest(id, siblings), span) : { words: '', fix: undefined };
    const message = `${capital(nameOf(tree, path))} needs ${listed(said, 'and')}; until then it is left out.${words}`;
    return keyProblem(tree, path, message, fix);
  };
  return { path, about, problem };
}

/** Whether the sibling `key` comes from an earlier file: then a new entry beside it may be its name misspelt. */
function isOlder(tree: Tree, path: KeyPath, key: string): boolean {
  const own = entryAt(tree, path);
  const other = entryAt(tree, [...path.slice(0, -1), key]);
  return own !== undefined && other !== undefined && other.layer.index < own.layer.index;
}

const kindOf = (part: Tree | undefined): string =>
  part?.kind === 'map' ? 'a map' : part?.kind === 'list' ? 'a list' : 'empty';
