import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Programs that live in a folder of their own: too large, or for too few platforms, for the project's packages. */
export interface ToolFolder {
  /** The folder, which git ignores. */
  readonly home: string;
  /** Exact versions by package name. */
  readonly packages: Readonly<Record<string, string>>;
  /** What is still to be done after the packages are there. Gets their folder. */
  finish?(modules: string): void;
}

/**
 * The `node_modules` of a tool folder, installed first where it is missing or holds other versions. No install script
 * runs. Throws when npm fails.
 */
export function installedTools({ home, packages, finish }: ToolFolder): string {
  const modules = join(home, 'node_modules');
  const stampFile = join(home, 'installed.json');
  const stamp = JSON.stringify(packages);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return modules;

  console.log(`Installing ${Object.keys(packages).join(' and ')} …`);
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'package.json'), JSON.stringify({ private: true, dependencies: packages }));
  npmInstall(home, '--no-package-lock');
  finish?.(modules);
  writeFileSync(stampFile, stamp);
  return modules;
}

/** Runs `npm install` in a folder with these flags; prints only errors. Throws when it fails. */
export function npmInstall(cwd: string, ...flags: readonly string[]): void {
  // A tool may name a newer Node than the one that installs it: the editor brings its own.
  const quiet = [
    '--ignore-scripts',
    '--omit=dev',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--engine-strict=false',
  ];
  execFileSync('npm', ['install', ...quiet, ...flags], {
    cwd,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
}
