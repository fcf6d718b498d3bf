/**
 * Writes what is derived from the source: the list of rules, the page of each rule, the JSON Schemas. With `--check` it
 * writes nothing and fails when something is out of date.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ruleIndex } from './tasks/ruleIndex.ts';

const folder = 'server/core/rules';
const checking = process.argv.includes('--check');
const stale: string[] = [];

function put(path: string, text: string): void {
  if (read(path) === text) return;
  if (checking) stale.push(path);
  else {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    console.log(`wrote ${path}`);
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

put(`${folder}/index.ts`, ruleIndex(folder));
// The rule list must be current before the modules that import it are loaded.
const { derivedFiles } = await import('./tasks/derivedFiles.ts');
for (const [path, text] of derivedFiles()) put(path, text);

if (stale.length > 0) {
  console.error(`Out of date: ${stale.join(', ')}. Run "npm run generate" and commit the result.`);
  process.exitCode = 1;
}
