/**
 * Measures a cold check of a folder beside two Markdown linters, in one run on one machine:
 *   npm run bench -- DIR [--runs N]
 * Prints CPU seconds (user and system, of all processes) and peak memory, and both as ratios. Read the ratios: the
 * absolute numbers depend on the machine. DIR needs a `lifecycle.yaml`.
 *   npm run bench -- scale
 * tells instead how the time grows with the product.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildAll } from '../scripts/tasks/build.ts';
import { type Measurement, measure } from './measure.ts';
import { peers } from './peers.ts';
import { scale } from './scale.ts';

if (process.argv[2] === 'scale') {
  scale();
  process.exit();
}

const { folder, runs } = readArguments(process.argv.slice(2));
await requireCheck();
console.log(`${folder}: best of ${runs} runs each, nothing cached\n`);

const results = new Map<string, Measurement>();
for (let run = 0; run < runs; run += 1)
  for (const { name, command } of peers(folder))
    results.set(name, better(results.get(name), await measure(command, folder)));

const [own] = results.values();
console.log(['', 'CPU s', 'ratio', 'peak MB', 'ratio'].map(pad).join(''));
for (const [name, { cpu, memory }] of results)
  console.log(
    [name, cpu.toFixed(2), ratio(cpu, own?.cpu), memory ? (memory / 1e6).toFixed(0) : '–', ratio(memory, own?.memory)]
      .map(pad)
      .join(''),
  );
console.log('\nA ratio is the peer divided by Slipway: above 1 Slipway needs less.');

/** Builds Slipway and makes sure that it can check the folder: an error at once would look like speed. */
async function requireCheck(): Promise<void> {
  const [own] = (await buildAll({ strict: true })) ? peers(folder) : [];
  const [program = '', ...words] = own?.command ?? [];
  const { status, stderr } = spawnSync(program, words, { encoding: 'utf8', maxBuffer: 1e9 });
  if (status === 0 || status === 1) return;
  console.error(`Slipway cannot check ${folder}:\n${stderr}`);
  process.exit(2);
}

function readArguments(words: readonly string[]): { folder: string; runs: number } {
  const at = words.indexOf('--runs');
  const rest = at < 0 ? words : words.filter((_, index) => index !== at && index !== at + 1);
  const path = resolve(rest[0] ?? 'examples/stride-one');
  if (!existsSync(path) || !statSync(path).isDirectory()) {
    console.error(`${path} is no folder. Usage: npm run bench -- DIR [--runs N]`);
    process.exit(2);
  }
  return { folder: path, runs: at < 0 ? 3 : Math.max(1, Number(words[at + 1]) || 3) };
}

function better(known: Measurement | undefined, next: Measurement): Measurement {
  return known && known.cpu <= next.cpu ? known : next;
}

function ratio(value: number | undefined, base: number | undefined): string {
  return value && base ? (value / base).toFixed(2) : '–';
}

function pad(cell: string, index: number): string {
  return index === 0 ? cell.padEnd(34) : cell.padStart(10);
}
