import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Files, findingsIn } from './product.ts';

/** The files of a folder in `examples`, by path from it. */
export function exampleFiles(name: string): Files {
  const root = join('examples', name);
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).map(path => path.replaceAll('\\', '/'));
  const files = paths.filter(path => statSync(join(root, path)).isFile()).sort();
  return Object.fromEntries(files.map(path => [path, readFileSync(join(root, path), 'utf8')]));
}

/** A change to one file: what stands there and what stands there instead. */
export type Break = readonly [path: string, from: string | RegExp, to: string];

/** The files after changes, each of which must change something. */
export function broken(files: Files, breaks: readonly Break[]): Files {
  const changed: Record<string, string> = { ...files };
  for (const [path, from, to] of breaks) {
    const before = changed[path] ?? '';
    changed[path] = before.replace(from, to);
    assert.notEqual(changed[path], before, `${path} has ${from}`);
  }
  return changed;
}

/** The findings as `rule path subject`, sorted. */
export const said = (files: Files, day?: string): readonly string[] =>
  findingsIn(files, undefined, day)
    .map(({ rule, path, subject }) => `${rule} ${path} ${subject}`)
    .sort();
