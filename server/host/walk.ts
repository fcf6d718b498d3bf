import { join, relative, sep } from 'node:path';
import { type Disk, type Entry, realDisk } from './disk.ts';
import { type IgnoreRules, isIgnored, readIgnoreFiles, rulesInside } from './ignoreRules.ts';
import { outerIgnoreRules } from './outerIgnore.ts';
import { type FileProblem, isGone, reasonOf } from './problem.ts';
import { sliced } from './slices.ts';

/** Every file of a workspace that is not ignored. */
export interface Walk {
  /** Relative to the root, forward slashes, sorted by UTF-16 code unit. */
  readonly paths: readonly string[];
  /** For each path that is a symbolic link: the file behind it, which lies in the workspace too. */
  readonly links: ReadonlyMap<string, string>;
  readonly problems: readonly FileProblem[];
}

export interface WalkOptions {
  readonly disk?: Disk;
  readonly signal?: AbortSignal | undefined;
}

interface Folder {
  /** Relative to the root, with a slash at its end; empty for the root. */
  readonly prefix: string;
  readonly depth: number;
  readonly rules: IgnoreRules;
}

interface State {
  readonly root: string;
  readonly realRoot: string;
  readonly disk: Disk;
  readonly paths: string[];
  readonly links: Map<string, string>;
  readonly problems: FileProblem[];
}

const neverEntered = new Set(['.git', 'node_modules']);
const deepest = 100;
const slashed = (path: string): string => path.split(sep).join('/');

/** Where a symbolic link leads: a file inside the root, or nothing to follow. */
function fileBehind(state: State, path: string): string | undefined {
  try {
    const real = state.disk.realPath(join(state.root, path));
    const inside = relative(state.realRoot, real);
    if (inside === '..' || inside.startsWith(`..${sep}`) || join(state.realRoot, inside) !== real) return undefined;
    return state.disk.stat(real).isFile() ? slashed(inside) : undefined;
  } catch {
    return undefined; // It dangles or leads in a circle: a link to it is broken, and there is nothing to check.
  }
}

function addFile(state: State, entry: Entry, path: string, rules: IgnoreRules): void {
  if (isIgnored(rules, path)) return;
  if (entry.isFile()) state.paths.push(path);
  if (!entry.isSymbolicLink()) return;
  const target = fileBehind(state, path);
  if (target === undefined) return;
  state.paths.push(path);
  state.links.set(path, target);
}

/** Whether the name was not UTF-8: its bytes are lost, and nothing can be found under what is left. */
function hasLostName({ disk, root }: State, path: string): boolean {
  if (!path.includes('\uFFFD')) return false;
  try {
    disk.stat(join(root, path));
    return false;
  } catch (error) {
    return isGone(error);
  }
}

function entriesOf(state: State, folder: Folder): readonly Entry[] {
  const path = folder.prefix.slice(0, -1) || '.';
  if (folder.depth > deepest) {
    const message = `Folders are nested more than ${deepest} deep here; what lies deeper was not checked. Move it up.`;
    state.problems.push({ path, message });
    return [];
  }
  try {
    return state.disk.entries(join(state.root, folder.prefix));
  } catch (error) {
    const message = `This folder cannot be read (${reasonOf(error)}), so nothing in it was checked. Make it readable, or name it in .slipwayignore.`;
    state.problems.push({ path, message });
    return [];
  }
}

/** Takes in the files of one folder and returns the folders below it. */
function visit(state: State, folder: Folder): Folder[] {
  const entries = entriesOf(state, folder);
  const names = new Set(entries.map(entry => entry.name));
  const own = readIgnoreFiles(state.disk, join(state.root, folder.prefix), folder, state.problems, names);
  const rules = own === undefined ? folder.rules : [...folder.rules, own];
  const below: Folder[] = [];
  for (const entry of entries) {
    const path = `${folder.prefix}${entry.name}`;
    if (neverEntered.has(entry.name)) continue;
    if (hasLostName(state, path)) {
      const message = 'The name of this file or folder is not UTF-8, so it cannot be read. Rename it.';
      state.problems.push({ path, message });
    } else if (!entry.isDirectory()) addFile(state, entry, path, rules);
    else if (!isIgnored(rules, `${path}/`)) {
      below.push({ prefix: `${path}/`, depth: folder.depth + 1, rules: rulesInside(rules, `${path}/`) });
    }
  }
  return below;
}

/**
 * Finds the files of the workspace at `root` (absolute). Honours `.gitignore` and `.slipwayignore` in every folder and
 * in those above up to the top of the repository, in git or not; never enters `.git` or `node_modules`. Follows a
 * symbolic link to a file inside the root, never one to a folder. What cannot be read becomes a problem. Rejects only
 * when the signal is aborted.
 */
export async function walk(root: string, options: WalkOptions = {}): Promise<Walk> {
  const disk = options.disk ?? realDisk;
  const problems: FileProblem[] = [];
  let realRoot = root;
  try {
    realRoot = disk.realPath(root);
  } catch {
    // Listing the root says why.
  }
  const state: State = { root, realRoot, disk, paths: [], links: new Map(), problems };
  const pause = sliced(options.signal);
  const pending: Folder[] = [{ prefix: '', depth: 0, rules: outerIgnoreRules(disk, root, problems) }];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    pending.push(...visit(state, folder));
    await pause();
  }
  problems.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return { paths: state.paths.sort(), links: state.links, problems };
}
