import { copyFileSync, existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { inProject } from './project.ts';

const require = createRequire(import.meta.url);

/** Copies the files that the bundles read at run time into `dist/`: the icon font and the parser's native binding. */
export function copyAssets(): void {
  const icons = join(dirname(require.resolve('@vscode/codicons/package.json')), 'dist');
  for (const name of ['codicon.css', 'codicon.ttf']) copy(join(icons, name));
  const bindings = nativeBindings();
  if (bindings.length === 0) console.error('No native Markdown parser for this platform: the slower one will be used.');
  for (const binding of bindings) copy(binding);
}

const copy = (file: string): void => copyFileSync(file, inProject('dist', basename(file)));

/** The binding of each platform package of `satteri` that npm installed here: one as a rule. */
function nativeBindings(): string[] {
  const scope = inProject('node_modules', '@bruits');
  if (!existsSync(scope)) return [];
  return readdirSync(scope).flatMap(name =>
    readdirSync(join(scope, name))
      .filter(file => file.endsWith('.node'))
      .map(file => join(scope, name, file)),
  );
}
