import { checkProject } from '../../server/core/check.ts';
import { buildProject, openProduct, type Product, pathIndex, wantsFile } from '../../server/core/engine.ts';
import type { MarkdownParser } from '../../server/core/parse/markdown.ts';
import type { Document } from '../../server/core/parse/model.ts';
import { parseDocument } from '../../server/core/parse/parse.ts';
import type { Project } from '../../server/core/project/model.ts';
import type { Finding } from '../../server/core/rules/rule.ts';
import { satteri } from '../../server/host/satteriParser.ts';
import { diskSources } from '../../server/host/sources.ts';

/** Files of a product by path. */
export type Files = Readonly<Record<string, string>>;

const parser: MarkdownParser = { name: 'satteri', parse: text => satteri.parse(text) };
const { builtIn } = diskSources('.');

/** The definition that examples and tests get when they bring none. */
export const plainDefinition = 'lifecycle: 1\nextends: standard\n';

/** The day of all tests that do not say another. */
const today = '2026-06-15';

/** Parses a file as the command line does. */
export const parsed = (path: string, text: string): Document => parseDocument(path, text, parser);

/** Reads files into a product, as the command line does from disk. */
export function projectOf(files: Files, day = today, parse = parsed): Project {
  const all: Files = { 'lifecycle.yaml': plainDefinition, ...files };
  const product = productOf(all);
  const documents = new Map<string, Document>();
  for (const [path, text] of Object.entries(all))
    if (path === product.definitionPath || wantsFile(product, path)) documents.set(path, parse(path, text));
  return buildProject(product, { documents, index: pathIndex(Object.keys(all)) }, day);
}

/** Definitions that need no other file, by their text: loading one costs more than most tests. */
const products = new Map<string, Product>();

function productOf(files: Files): Product {
  const text = files['lifecycle.yaml'] ?? '';
  const known = products.get(text);
  if (known) return known;
  const product = openProduct('lifecycle.yaml', { builtIn, file: path => files[path] });
  if (product.definition.sources.length < 2) products.set(text, product);
  return product;
}

/** The findings of a product; of one rule when it is named. */
export function findingsIn(files: Files, rule?: string, day = today): readonly Finding[] {
  return checkProject(projectOf(files, day)).filter(finding => rule === undefined || finding.rule === rule);
}

const gateOrder = ['concept', 'design', 'verification', 'handoff', 'launch', 'launch-review'];

/** A gate log in which every gate up to `last` is passed, as the file that it is kept in. */
export function passedUpTo(last: string): Files {
  const passed = gateOrder.slice(0, gateOrder.indexOf(last) + 1);
  const entries = passed.map(
    gate => `- { gate: ${gate}, date: 2026-03-20, decision: go, by: [{ name: Ana, role: product-manager }] }\n`,
  );
  return { 'docs/records/gates.yaml': entries.join('') };
}

/** The stakeholders record with one person for each role given. */
export function people(holders: Readonly<Record<string, string>>): Files {
  const entries = Object.entries(holders).map(
    ([role, name]) => `- { role: ${role}, phase: both, people: [{ name: ${name} }] }\n`,
  );
  return { 'docs/records/stakeholders.yaml': entries.join('') };
}
