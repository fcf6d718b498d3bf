import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sectionsFor, sectionsOf } from '../../../server/core/project/sections.ts';
import { documentOf, markdownOf, typeWith } from '../project/support.ts';

type Sections = Readonly<Record<string, unknown>>;

/** `heading: id` for each heading that stands for a section, `heading: id + other` where it stands for several. */
const matched = (sections: Sections, text: string, more: Readonly<Record<string, unknown>> = {}): readonly string[] =>
  sectionsOf(documentOf(`# T\n\n${text.replaceAll(' / ', '\n\n')}\n`), typeWith({ sections, ...more })).flatMap(
    ({ heading, id, also }) => (id === undefined ? [] : [`${heading.text}: ${[id, ...also].join(' + ')}`]),
  );

const blocks: Sections = {
  added: { heading: 'Added' },
  changed: { heading: 'Changed' },
  requirement: { heading: 'Requirement: {name}', within: ['added', 'changed'] },
  scenario: { heading: 'Scenario: {name}', within: 'requirement' },
};

describe('sections that may stand many times', () => {
  it('stand for every heading that fits, whatever its case, number or emoji', () => {
    assert.deepEqual(
      matched({ case: { heading: 'Case {number}: {name}' } }, '## Case 1: A / ## 2. CASE 12: b c / ## 🎯 case 3: x'),
      ['Case 1: A: case', '2. CASE 12: b c: case', '🎯 case 3: x: case'],
    );
  });

  it('do not stand for headings without the part, or with one of another form', () => {
    assert.deepEqual(
      matched(
        { case: { heading: 'Case {number}: {name}' }, day: { heading: '{date}' } },
        '## Case one: A / ## Case 1: / ## Case 1 / ## Showcase 1: A / ## 2026-5-1 / ## 2026-05-01',
      ),
      ['2026-05-01: day'],
    );
  });

  it('may have a plain heading', () => {
    assert.deepEqual(matched({ example: { heading: 'Example', repeats: {} } }, '## Example / ## Examples'), [
      'Example: example',
      'Examples: example',
    ]);
  });

  it('count only in what they are part of, at any level', () => {
    assert.deepEqual(
      matched(
        blocks,
        '## Added / ### Requirement: A / #### Scenario: 1 / ##### Scenario: 1a / ## Other / ### Requirement: B / ## Changed / ### Group / #### Requirement: C / ##### Scenario: 2 / ## Scenario: 3',
      ),
      [
        'Added: added',
        'Requirement: A: requirement',
        'Scenario: 1: scenario',
        'Changed: changed',
        'Requirement: C: requirement',
        'Scenario: 2: scenario',
      ],
    );
  });

  it('take all headings of a level that nothing else names', () => {
    assert.deepEqual(
      matched(
        {
          intro: { heading: 'Intro' },
          topic: { heading: '{name}', depth: 2 },
          owner: { heading: 'Owner', within: 'topic' },
        },
        '## Intro / ### Owner / ## Tea / ### Owner / ### More / ## Milk',
      ),
      ['Intro: intro', 'Tea: topic', 'Owner: owner', 'Milk: topic'],
    );
  });
});

describe('headings that read the same', () => {
  const parts: Sections = {
    low: { heading: 'Low' },
    high: { heading: 'High' },
    'low-example': { heading: 'Example', within: 'low' },
    'high-example': { heading: 'Example', within: 'high' },
  };

  it('are told apart by what they are in', () => {
    assert.deepEqual(matched(parts, '## Low / ### Example / ## High / ### Example / ## Example'), [
      'Low: low',
      'Example: low-example',
      'High: high',
      'Example: high-example',
    ]);
  });

  it('are the section of the whole when that is the only one', () => {
    const own: Sections = { design: { heading: 'Design' }, risks: { heading: 'Risks' } };
    const inner = { 'design-risks': { heading: 'Risks', within: 'design' } };
    assert.deepEqual(matched({ ...own, ...inner }, '## Design / ### Risks'), ['Design: design', 'Risks: design-risks']);
    assert.deepEqual(matched({ ...own, ...inner }, '## Design / ### Risks / ## Risks'), [
      'Design: design',
      'Risks: design-risks',
      'Risks: risks',
    ]);
  });

  it('stand for both when each section says when it applies', () => {
    const timed: Sections = {
      old: { heading: 'Risks', until: '2026-01-01' },
      new: { heading: 'Risks', since: '2026-01-01' },
    };
    assert.deepEqual(matched(timed, '## Risks'), ['Risks: old + new']);
  });

  it('stand for several sections where the type says so', () => {
    const two: Sections = { summary: { heading: 'Summary' }, motivation: { heading: 'Motivation' } };
    const combined = { 'combined-sections': { 'Summary and Motivation': ['summary', 'motivation'] } };
    assert.deepEqual(matched(two, '## 1. Summary & motivations', combined), [
      '1. Summary & motivations: summary + motivation',
    ]);
  });
});

describe('the level of a section', () => {
  it('decides between headings that read the same', () => {
    assert.deepEqual(matched({ goals: { heading: 'Goals', depth: 3 } }, '## X / ### Goals / ## Goals'), [
      'Goals: goals',
    ]);
    const sections = sectionsOf(
      documentOf('# T\n\n## Goals\n\n### Goals\n'),
      typeWith({ sections: { goals: { heading: 'Goals', depth: 3 } } }),
    );
    assert.deepEqual(
      sectionsFor(sections, 'goals').map(({ heading }) => heading.depth),
      [3],
    );
  });

  it('may be deeper than usual', () => {
    assert.deepEqual(matched({ ask: { heading: 'Ask', depth: 6 } }, '## X / ###### Ask'), ['Ask: ask']);
    assert.deepEqual(matched({ ask: { heading: 'Ask' } }, '## X / ###### Ask'), []);
  });
});

describe('matching', () => {
  it('gives every section a place in what it is part of, and no section twice where one is enough', () => {
    const type = typeWith({ sections: { ...blocks, goals: { heading: 'Goals' } } });
    const heading = fc
      .tuple(
        fc.integer({ min: 1, max: 6 }),
        fc.constantFrom('Added', 'Changed', 'Requirement: A', 'Scenario: B', 'Goals'),
      )
      .map(([depth, text]) => `${'#'.repeat(depth)} ${text}`);
    fc.assert(
      fc.property(fc.array(fc.oneof(heading, fc.constant('```\n## Added\n```')), { maxLength: 25 }), parts => {
        const sections = sectionsOf(markdownOf(`# T\n\n${parts.join('\n\n')}`), type);
        for (const id of ['added', 'changed', 'goals']) assert.ok(sectionsFor(sections, id).length <= 1);
        for (const { parent } of sectionsFor(sections, 'scenario')) {
          let around = parent;
          while (around && around.id !== 'requirement') around = around.parent;
          assert.ok(around);
        }
      }),
    );
  });
});
