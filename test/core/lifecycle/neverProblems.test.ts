import assert from 'node:assert/strict';
import { findingsIn } from '../../support/product.ts';

const problems = (definition: string): readonly string[] =>
  findingsIn({ 'lifecycle.yaml': `lifecycle: 1\nextends: standard\n${definition}` }, 'lifecycle-invalid').map(
    ({ severity, message }) => `${severity}: ${message}`,
  );

const gate = (exit: string, more = ''): string =>
  `gates: { early: { title: Early, phase: development, ${more}exit: { c: { say: So it is., ${exit} } } } }\n`;

const never: (readonly [string, string, RegExp])[] = [
  [
    'a period that ends before it begins',
    'fields: { old: { since: 2026-01-01, until: 2025-01-01 } }\n',
    /^warning: `until` \(2025-01-01\) does not lie after `since` \(2026-01-01\), so this never applies\./,
  ],
  ['a period of versions', 'fields: { old: { since: 2.0.0, until: 2.0.0 } }\n', /this never applies/],
  ['more than at most', gate('check: records, kind: tools, min: 3, max: 1'), /`min` \(3\) is above `max` \(1\)/],
  [
    'two documents where there is one',
    gate('check: artifact, type: product-brief, status: draft, min: 2'),
    /asks for 2 documents of type `product-brief`, of which a product has one/,
  ],
  [
    'a status outside the ladder',
    gate('check: artifact, type: product-brief, status: retired'),
    /`retired` stands outside the ladder/,
  ],
  [
    'a gate that waits for a later one',
    gate('check: gate-passed, gate: launch', 'order: 0, '),
    /`early` waits for `launch`, which comes after it/,
  ],
  [
    'coverage of what nothing declares',
    'items: { FOO: { title: Foo } }\ncoverage: { c: { every: FOO, from-gate: concept } }\n',
    /declares `FOO`, so this coverage finds nothing to judge/,
  ],
];

const thing = (rest: string): string =>
  `artifacts: { thing: { title: Thing, phase: development, path: thing.md, ${rest} } }\n`;
const levels = 'level: { type: enum, values: [low, high] }';

never.push(
  [
    'a word that a field never has',
    thing(`fields: { ${levels}, x: { required: { level: enormous } } }`),
    /`level` can never be `enormous`, so this never holds\. It is `low` or `high`\./,
  ],
  [
    'a word of a list that a field never has',
    thing(`fields: { ${levels} }, sections: { s: { heading: S, required: { level: [low, huge] } } }`),
    /can never be `huge`/,
  ],
  [
    'a word that entries of a record never have',
    gate('check: risks, where: { response: pray }, max: 0'),
    /`response` can never be `pray`/,
  ],
);

const sensible: readonly (readonly [string, string])[] = [
  ['a period', 'fields: { old: { since: 2025-01-01, until: 2026-01-01 } }\n'],
  ['a period from a day to a version', 'fields: { old: { since: 2026-01-01, until: 2.0.0 } }\n'],
  ['as many as at most', gate('check: records, kind: tools, min: 1, max: 1')],
  ['two documents of a type with many', gate('check: artifact, type: market-research, status: draft, min: 2')],
  ['a gate that waits for an earlier one', gate('check: gate-passed, gate: concept', 'order: 9, ')],
  ['a word that a field has', thing(`fields: { ${levels}, x: { required: { level: high } } }`)],
  ['a word that a field is not to have', thing(`fields: { ${levels}, x: { required: { level: { not: huge } } } }`)],
  ['a word that a field has in one of its phases', gate('check: risks, where: { category: supply }, max: 0')],
  ['a gate that would like a later one', gate('check: gate-passed, gate: launch, level: should', 'order: 0, ')],
];

describe('a definition that can never come true', () => {
  for (const [name, definition, expected] of never)
    it(`hears of ${name}`, () => {
      const found = problems(definition);
      assert.equal(found.length, 1, found.join('\n'));
      assert.match(found[0] ?? '', expected);
    });
  for (const [name, definition] of sensible)
    it(`does not hear of ${name}`, () => {
      assert.deepEqual(problems(definition), []);
    });
});
