import type { BuildOptions } from 'esbuild';
import { projectRoot } from './project.ts';

/** One output file and where it comes from, relative to the project's folder. */
export interface Bundle {
  readonly entry: string;
  readonly outfile: string;
  readonly options: BuildOptions;
}

const common = {
  absWorkingDir: projectRoot,
  bundle: true,
  legalComments: 'none',
  logLevel: 'warning',
} satisfies BuildOptions;

// A CommonJS bundle has no `import.meta.url`; the native parser finds its binding beside the file that it names.
const node = {
  ...common,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  define: { 'import.meta.url': '__bundleUrl' },
  banner: { js: 'const __bundleUrl = require("node:url").pathToFileURL(__filename).href;' },
} satisfies BuildOptions;

const page = {
  ...common,
  platform: 'browser',
  target: 'chrome120',
  format: 'iife',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  external: ['*.ttf'],
} satisfies BuildOptions;

/** Everything that `npm run build` makes. `panel.css` comes from the styles that the panel imports. */
export const bundles: readonly Bundle[] = [
  { entry: 'client/extension.ts', outfile: 'dist/client.cjs', options: { ...node, external: ['vscode'] } },
  { entry: 'server/main.node.ts', outfile: 'dist/server.cjs', options: node },
  {
    entry: 'server/cli/main.ts',
    outfile: 'dist/cli.cjs',
    options: { ...node, banner: { js: `#!/usr/bin/env node\n${node.banner.js}` } },
  },
  { entry: 'client/panel/main.tsx', outfile: 'dist/panel.js', options: page },
];
