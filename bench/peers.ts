import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from '../scripts/tasks/project.ts';
import { installedTools } from '../scripts/tasks/toolFolder.ts';

export interface Peer {
  readonly name: string;
  readonly command: readonly [program: string, ...args: string[]];
}

/** The linters' versions. They are installed apart, because one of them exists for few platforms only. */
const packages = { 'markdownlint-cli2': '0.22.1', rumdl: '0.2.75' };

/** Slipway first, then the linters, which are installed where they are missing. */
export function peers(folder: string): readonly Peer[] {
  const modules = installedTools({ home: inProject('.bench'), packages });
  const rumdl = join(modules, '@rumdl', `cli-${process.platform}-${process.arch}`, 'rumdl');
  const all: readonly Peer[] = [
    {
      name: 'slipway check',
      command: [process.execPath, inProject('dist/cli.cjs'), 'check', folder, '--format', 'json'],
    },
    { name: 'rumdl check --no-cache', command: [rumdl, 'check', '--no-cache', '.'] },
    {
      name: 'markdownlint-cli2',
      command: [
        process.execPath,
        join(modules, 'markdownlint-cli2', 'markdownlint-cli2-bin.mjs'),
        '**/*.md',
        '#node_modules',
      ],
    },
  ];
  const missing = all.filter(
    ({ command }) => !command.every(word => !word.startsWith('/') || word === folder || existsSync(word)),
  );
  for (const { name } of missing) console.log(`${name} is not installed here and is left out.`);
  return all.filter(peer => !missing.includes(peer));
}
