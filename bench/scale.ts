import { performance } from 'node:perf_hooks';
import { startCheck } from '../server/core/check.ts';
import { buildProject, openProduct, pathIndex } from '../server/core/engine.ts';
import type { Document } from '../server/core/parse/model.ts';
import { parseDocument } from '../server/core/parse/parse.ts';
import { builtInLifecycles } from '../server/host/builtIns.ts';
import { satteri } from '../server/host/satteriParser.ts';

const sizes = [1250, 2500, 5000, 10_000];
const linksPerDocument = 10;

/** A requirement document, a design document or a test plan, with links to others and to items. */
function documentText(index: number, count: number): string {
  const other = (step: number): number => (index * 7 + step * 13) % count;
  const links = Array.from({ length: linksPerDocument }, (_, step) => `- See [part ${step}](${other(step)}.md#notes).`);
  const [type, section, id, verb] = [
    ['requirements', 'Functional requirements', `REQ-${index}`, 'source: NEED-1'],
    ['design-document', 'Structure', `DES-${index}`, `satisfies: REQ-${index - 1}`],
    ['test-plan', 'Test cases', `TST-${index}`, `verifies: REQ-${index - 2}`],
  ][index % 3] ?? ['', '', '', ''];
  return `---\ntype: ${type}\nstatus: draft\nowner: engineer\n---\n\n# Document ${index}\n\n## ${section}\n\n### ${id}: Something\n\n- priority: must\n- ${verb}\n\n## Notes\n\nWords that say what is meant, more or less.\n\n${links.join('\n')}\n`;
}

interface Times {
  readonly parse: number;
  readonly build: number;
  readonly check: number;
  /** After a change of prose in one document: snapshot and check. */
  readonly again: number;
  readonly findings: number;
}

function measure(count: number): Times {
  const builtIns = builtInLifecycles();
  const definition = 'lifecycle: 1\nextends: standard\nproduct: { version: 1.0.0 }\n';
  const product = openProduct('lifecycle.yaml', { builtIn: id => builtIns.get(id), file: () => definition });
  const parser = { name: 'satteri', parse: (text: string) => satteri.parse(text) } as const;
  const texts = Array.from({ length: count }, (_, index) => [`docs/${index}.md`, documentText(index, count)] as const);
  const index = pathIndex(['lifecycle.yaml', ...texts.map(([path]) => path)]);
  const steps = [performance.now()];
  const documents = new Map<string, Document>([
    ['lifecycle.yaml', parseDocument('lifecycle.yaml', definition, parser)],
  ]);
  for (const [path, text] of texts) documents.set(path, parseDocument(path, text, parser));
  steps.push(performance.now());
  const project = buildProject(product, { documents, index }, '2026-06-15');
  steps.push(performance.now());
  const check = startCheck(project);
  const findings = check.paths.reduce((sum, path) => sum + check.findingsOf(path).length, 0);
  steps.push(performance.now());
  const [[path, text] = ['', '']] = texts;
  documents.set(path, parseDocument(path, text.replace('more or less', 'after all'), parser));
  const again = startCheck(buildProject(product, { documents, index }, '2026-06-15'), check.found);
  for (const other of again.paths) again.findingsOf(other);
  steps.push(performance.now());
  const [parse = 0, build = 0, checked = 0, changed = 0] = steps
    .slice(1)
    .map((time, step) => time - (steps[step] ?? 0));
  return { parse, build, check: checked, again: changed, findings };
}

/**
 * How the time of a check grows with the product: generated products of twice as many documents, each with ten links and
 * one item. Prints milliseconds and the factor of each doubling, which should stay near 2.
 */
export function scale(): void {
  measure(100);
  let before: Times | undefined;
  for (const size of sizes) {
    const times = measure(size);
    const cell = (key: 'parse' | 'build' | 'check' | 'again'): string => {
      const factor = before ? ` (×${(times[key] / before[key]).toFixed(2)})` : '';
      return `${key} ${times[key].toFixed(0)} ms${factor}`;
    };
    const cells = (['parse', 'build', 'check', 'again'] as const).map(cell).join(', ');
    console.log(`${size} documents, ${size * linksPerDocument} links: ${cells}; ${times.findings} findings`);
    before = times;
  }
}
