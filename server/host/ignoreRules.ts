import { join } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import type { Disk } from './disk.ts';
import { errorCode, type FileProblem, reasonOf } from './problem.ts';

/** What the ignore files of one folder say, for paths relative to that folder. */
interface Level {
  /** The folder, relative to the root, with a slash at its end; empty for the root. */
  readonly prefix: string;
  /** From the folder of the ignore files down to the root, for ignore files above the root. */
  readonly above: string;
  readonly rules: Ignore;
}

/** The ignore files that speak for a folder, the outermost first. */
export type IgnoreRules = readonly Level[];

// A later file wins over an earlier one of the same folder.
const fileNames = ['.gitignore', '.slipwayignore'];

// More of these in one pattern make its matching exponential in the depth of the folder.
const mostDeepWildcards = 3;
const isBounded = (line: string): boolean => line.split('**/').length - 1 <= mostDeepWildcards;

function readPatterns(disk: Disk, path: string, shown: string, problems: FileProblem[]): string[] {
  try {
    return Buffer.from(disk.read(path))
      .toString('utf8')
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/);
  } catch (error) {
    const code = errorCode(error);
    if (code !== 'ENOENT' && code !== 'ENOTDIR' && code !== 'EISDIR') {
      problems.push({
        path: shown,
        message: `The ignore file cannot be read (${reasonOf(error)}), so it hides nothing.`,
      });
    }
    return [];
  }
}

/** Reads the ignore files of one folder. `present` tells which names the folder has, when that is known. */
export function readIgnoreFiles(
  disk: Disk,
  folder: string,
  place: { readonly prefix: string; readonly above?: string },
  problems: FileProblem[],
  present?: ReadonlySet<string>,
): Level | undefined {
  const lines: string[] = [];
  for (const name of fileNames) {
    if (present !== undefined && !present.has(name)) continue;
    const shown = `${place.prefix}${name}`;
    const patterns = readPatterns(disk, join(folder, name), shown, problems);
    for (const line of patterns.filter(pattern => !isBounded(pattern))) {
      const message = `The pattern "${line}" has more than ${mostDeepWildcards} "**/" and is left out. Write it with fewer.`;
      problems.push({ path: shown, message });
    }
    lines.push(...patterns.filter(isBounded));
  }
  if (lines.length === 0) return undefined;
  return { prefix: place.prefix, above: place.above ?? '', rules: ignore({ ignorecase: false }).add(lines) };
}

function verdict(level: Level, path: string): 'ignored' | 'unignored' | undefined {
  const result = level.rules.test(`${level.above}${path.slice(level.prefix.length)}`);
  if (result.ignored) return 'ignored';
  return result.unignored ? 'unignored' : undefined;
}

/**
 * Whether the rules leave out `path` (relative to the root; a folder ends with a slash). The innermost ignore file
 * that says something about it decides.
 */
export function isIgnored(rules: IgnoreRules, path: string): boolean {
  for (let index = rules.length - 1; index >= 0; index -= 1) {
    const level = rules[index];
    const said = level && verdict(level, path);
    if (said !== undefined) return said === 'ignored';
  }
  return false;
}

/** The rules for what lies in `folder`, which is not ignored itself: an outer file that was overruled is silent there. */
export function rulesInside(rules: IgnoreRules, folder: string): IgnoreRules {
  const kept = rules.filter(level => verdict(level, folder) !== 'ignored');
  return kept.length === rules.length ? rules : kept;
}
