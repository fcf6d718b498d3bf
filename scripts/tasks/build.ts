import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { build } from 'esbuild';
import { copyAssets } from './assets.ts';
import { type Bundle, bundles } from './bundles.ts';
import { storeParsedLifecycles } from './parsedLifecycles.ts';
import { inProject } from './project.ts';

/** How to build. */
export interface BuildMode {
  /** Refuse when the source of a bundle does not exist; otherwise it is named and left out. */
  readonly strict: boolean;
  /** Readable code with source maps, for the debugger. */
  readonly debug?: boolean;
}

/** Writes every bundle and asset into an emptied `dist/`. Resolves to whether all went well; the reasons are printed. */
export async function buildAll({ strict, debug = false }: BuildMode): Promise<boolean> {
  const started = performance.now();
  const present = bundles.filter(({ entry }) => existsSync(inProject(entry)));
  const absent = bundles.filter(bundle => !present.includes(bundle));
  for (const { entry, outfile } of absent) {
    console.error(`${strict ? 'Cannot build' : 'Skipped'} ${outfile}: ${entry} does not exist.`);
  }
  if (strict && absent.length > 0) return false;

  emptyDist();
  if (!(await buildBundles(present, debug))) return false;
  copyAssets();
  storeParsedLifecycles();
  console.log(`Built ${present.length} bundles in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  return true;
}

function emptyDist(): void {
  rmSync(inProject('dist'), { recursive: true, force: true });
  mkdirSync(inProject('dist'), { recursive: true });
}

/** esbuild has printed its messages when this is false. */
async function buildBundles(wanted: readonly Bundle[], debug: boolean): Promise<boolean> {
  // Names stay whole: a stack trace in a report must say something, and short ones would save 1 % of the package.
  const mode = { minifySyntax: !debug, minifyWhitespace: !debug, sourcemap: debug };
  const results = await Promise.allSettled(
    wanted.map(({ entry, outfile, options }) =>
      build({ ...options, ...mode, entryPoints: [inProject(entry)], outfile: inProject(outfile) }),
    ),
  );
  return results.every(result => result.status === 'fulfilled');
}
