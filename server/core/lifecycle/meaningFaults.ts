import { compilePattern } from '../text/pattern.ts';
import { cellConditions, documentConditions, itemConditions, recordConditions } from './conditionNames.ts';
import { danglingFaults } from './danglingFaults.ts';
import { type Fault, keyProblem, valueProblem } from './fault.ts';
import { fieldFaults, fieldPlaces } from './fieldFaults.ts';
import { gateCycles } from './gateCycles.ts';
import { horizonFaults } from './horizon.ts';
import { nearest } from './nearest.ts';
import { afterFaults } from './order.ts';
import { pathFaults } from './pathFaults.ts';
import { places, values } from './places.ts';
import { hint } from './problem.ts';
import { productFaults } from './product.ts';
import { clashingSections } from './sectionClaims.ts';
import { sectionFaults } from './sectionFaults.ts';
import { entryAt, type Tree } from './tree.ts';
import { vocabulary } from './vocabulary.ts';

/** What is well-formed but cannot mean anything. `states` as in `danglingFaults`; `rules` are the ids of all rules. */
export const meaningFaults = (tree: Tree, states: readonly Tree[], rules: readonly string[]): readonly Fault[] => [
  ...danglingFaults(tree, states),
  ...clashingSections(tree),
  ...sectionFaults(tree),
  ...gateCycles(tree),
  ...afterFaults(tree),
  ...fieldFaults(tree),
  ...horizonFaults(tree),
  ...pathFaults(tree),
  ...unreadablePatterns(tree),
  ...productFaults(tree),
  ...unknownRules(tree, rules),
];

const conditionPlaces = [
  ...documentConditions,
  ...cellConditions,
  ...recordConditions,
  ...itemConditions,
  'gates.*.entry.*.where',
  'gates.*.exit.*.where',
  'phases.*.begun-when.*.where',
  'coverage.*.where',
];
const patternPlaces = [
  'external-ids',
  'artifacts.*.sections.*.checklist.pattern',
  ...['placeholders', 'not-placeholders'].map(key => `artifacts.*.${key}`),
  ...['pattern', 'not-pattern', 'reads'].flatMap(key => fieldPlaces.map(field => `${field}.${key}`)),
  ...conditionPlaces.map(condition => `${condition}.*.matches`),
];

function unreadablePatterns(tree: Tree): readonly Fault[] {
  return patternPlaces
    .flatMap(pattern => values(tree, pattern))
    .flatMap(({ path, part }) => {
      const reason = part.kind === 'scalar' ? compilePattern(part.source) : undefined;
      if (part.kind !== 'scalar' || typeof reason !== 'string') return [];
      const message = `The pattern \`${part.source}\` cannot be read (${reason}), so nothing is checked by it. Patterns follow RE2: no look-around, no back-references.`;
      return [{ path, about: path, problem: () => valueProblem(tree, path, part.source, message) }];
    });
}

function unknownRules(tree: Tree, rules: readonly string[]): readonly Fault[] {
  if (rules.length === 0) return [];
  const known = new Set([...rules, ...vocabulary(tree).coverageRules]);
  return places(tree, 'rules.*').flatMap(({ path }) => {
    const id = String(path.at(-1));
    if (known.has(id)) return [];
    const problem = () => {
      const { words, fix } = hint(nearest(id, known), entryAt(tree, path)?.keySpan ?? { start: 0, end: 0 });
      const message = `There is no rule \`${id}\`, so the setting has no effect.${words}`;
      return keyProblem(tree, path, message, fix);
    };
    return [{ path, about: path, problem }];
  });
}
