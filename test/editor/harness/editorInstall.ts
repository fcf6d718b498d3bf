import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from '../../../scripts/tasks/project.ts';
import { installedTools, npmInstall } from '../../../scripts/tasks/toolFolder.ts';

/** code-server's package on npm: its version 4.x.y carries VS Code 1.x.y. */
const codeServerVersion = '4.139.1';
/** The Node release that this code-server asks for. */
const nodeVersion = '24.18.0';
/** Parts for chat, which nothing here uses; they are more than half of the editor's size. */
const unusedPackages = ['@github/copilot-sdk', '@microsoft/mxc-sdk', '@devcontainers/cli'];

/** The two files that start the editor, as absolute paths. */
export interface EditorProgram {
  readonly node: string;
  readonly entry: string;
}

/**
 * The editor in `.editor/`, installed first where it is missing. Everything comes as ready-made files from npm: nothing
 * is compiled. Throws on Windows, where this editor does not run, and when npm fails.
 */
export function installedEditor(): EditorProgram {
  if (process.platform === 'win32') throw new Error('The editor runs on Linux and macOS only: use WSL.');
  const nodePackage = `node-${process.platform}-${process.arch}`;
  const modules = installedTools({
    home: inProject('.editor'),
    packages: { 'code-server': codeServerVersion, [nodePackage]: nodeVersion },
    finish: installServerModules,
  });
  return {
    node: join(modules, nodePackage, 'bin', 'node'),
    entry: join(modules, 'code-server', 'out', 'node', 'entry.js'),
  };
}

/** Does what code-server's own install script would do. `npm ci` would refuse: the shipped lock file is incomplete. */
function installServerModules(modules: string): void {
  const folder = join(modules, 'code-server', 'lib', 'vscode');
  const manifestFile = join(folder, 'package.json');
  const manifest: { dependencies: Record<string, string> } = JSON.parse(readFileSync(manifestFile, 'utf8'));
  for (const name of unusedPackages) delete manifest.dependencies[name];
  writeFileSync(manifestFile, JSON.stringify(manifest));
  npmInstall(folder, '--no-save');
}
