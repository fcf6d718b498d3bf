// npm test [-- STEP…]: every check that a change must pass, in this order, or only the steps that are named. The last
// line counts the tests; a step that is not a suite counts as one failed test when it fails, and not at all otherwise.
import { steps } from './tasks/steps.ts';
import { sum, type Tally } from './tasks/tally.ts';

const wanted = process.argv.slice(2);
const unknown = wanted.filter(name => !steps.some(step => step.name === name));
if (unknown.length > 0) {
  console.error(`There is no step ${unknown.join(', ')}. The steps are: ${steps.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

const tallies: Tally[] = [];
const failed: string[] = [];
for (const { name, run } of steps.filter(step => wanted.length === 0 || wanted.includes(step.name))) {
  console.log(`\n── ${name}`);
  const started = performance.now();
  const tally = await run().catch(report);
  tallies.push(tally);
  if (tally.failed > 0) failed.push(name);
  console.log(
    `── ${name} ${tally.failed > 0 ? 'FAILED' : 'ok'}, ${((performance.now() - started) / 1000).toFixed(1)} s`,
  );
}

const total = sum(tallies);
if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}.`);
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
process.exit(total.failed > 0 ? 1 : 0);

function report(error: unknown): Tally {
  console.error(error instanceof Error ? error.message : error);
  return { passed: 0, failed: 1, skipped: 0 };
}
