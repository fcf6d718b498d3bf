import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { temporaryFolder } from './atExit.ts';
import { inProject } from './project.ts';
import { runNode } from './run.ts';

/** Where the packaged extension is written. */
export const vsixFile = inProject('dist', 'slipway.vsix');

/**
 * Packages what `dist/` and the manifest's `files` hold into `dist/slipway.vsix`, for this platform alone: it carries
 * a native binding. Resolves to whether it was written; the reasons are printed.
 */
export async function packageExtension(): Promise<boolean> {
  // The packager looks at every file below its folder, and `.editor/` has thousands: so it gets a folder of its own.
  const staged = temporaryFolder('slipway-');
  try {
    stage(staged.path);
    // Nowhere is a repository named that the manifest and the links of the README could point to.
    const noRepository = ['--allow-missing-repository', '--no-rewrite-relative-links'];
    const flags = ['--no-dependencies', ...noRepository, '--target', vsceTarget(), '--out', vsixFile];
    return (await runNode('node_modules/@vscode/vsce/vsce', ['package', ...flags], staged.path)) === 0;
  } finally {
    staged.remove();
  }
}

interface Manifest {
  readonly files: readonly string[];
  readonly [field: string]: unknown;
}

/** Copies the published files, and the manifest without the fields that only a working copy needs. */
function stage(folder: string): void {
  const manifest: Manifest = JSON.parse(readFileSync(inProject('package.json'), 'utf8'));
  const { scripts: _scripts, dependencies: _packages, devDependencies: _devPackages, files, ...published } = manifest;
  const names = [...files.filter(name => !name.startsWith('!')), 'LICENSE', 'README.md'];
  for (const name of names.filter(name => existsSync(inProject(name)))) {
    cpSync(inProject(name), join(folder, name), { recursive: true, filter: isForEditor });
  }
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ ...published, files: names }, null, 2)}\n`);
}

/** The command line is for npm alone, and the last package must not go into the next one. */
const isForEditor = (source: string): boolean => !['cli.cjs', 'slipway.vsix'].includes(basename(source));

/** The packager's name for this platform, such as `linux-x64`. */
function vsceTarget(): string {
  const arch = process.arch === 'arm' ? 'armhf' : process.arch;
  return `${isMusl() ? 'alpine' : process.platform}-${arch}`;
}

const isMusl = (): boolean => process.platform === 'linux' && existsSync('/etc/alpine-release');
