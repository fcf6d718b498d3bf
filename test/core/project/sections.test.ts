import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  ancestry,
  isInside,
  sectionAt,
  sectionOf,
  sectionsOf,
  titleOf,
} from '../../../server/core/project/sections.ts';
import { contains } from '../../../server/core/text/span.ts';
import { documentOf, markdownOf, sectionUnder, textAt, typeWith } from './support.ts';

const type = typeWith({
  sections: {
    scope: { heading: 'Scope', aliases: ['in scope', 'features'] },
    risks: { heading: 'Risks and limits', aliases: ['risks'] },
    version: { heading: '{version}' },
    news: { heading: "What's new in {version}", aliases: ['Release {version}'] },
  },
});

const lines = (...parts: readonly string[]): string => parts.join('\n\n');

/** `heading: id (matched)` for each heading that stands for a section. */
const matched = (text: string): readonly string[] =>
  sectionsOf(documentOf(text), type).flatMap(({ heading, id, matched: by }) =>
    id === undefined ? [] : [`${heading.text}: ${id} (${by})`],
  );

describe('sections', () => {
  const table: readonly (readonly [string, string, readonly string[]])[] = [
    ['the title is none', lines('# Scope', 'x'), []],
    ['level 2', lines('# T', '## Scope'), ['Scope: scope (heading)']],
    ['level 3 and 4', lines('# T', '### Scope', '#### Risks'), ['Scope: scope (heading)', 'Risks: risks (alias)']],
    ['level 5 is too deep', lines('# T', '##### Scope'), []],
    [
      'further headings of level 1',
      lines('# T', '# Scope', '# Risks'),
      ['Scope: scope (heading)', 'Risks: risks (alias)'],
    ],
    ['no title', lines('## Scope'), ['Scope: scope (heading)']],
    ['a heading of level 1 after another heading', lines('## X', '# Scope'), ['Scope: scope (heading)']],
    ['the shallowest wins', lines('# T', '### Scope', '## Features'), ['Features: scope (alias)']],
    ['the heading wins over an alias', lines('# T', '## Features', '## Scope'), ['Scope: scope (heading)']],
    ['the first of two equals wins', lines('# T', '## Features', '## In scope'), ['Features: scope (alias)']],
    [
      'numbered and decorated',
      lines('# T', '## 2.1 🎯 Scopes (optional):'),
      ['2.1 🎯 Scopes (optional):: scope (heading)'],
    ],
    ['& and markup', lines('# T', '## **Risks** & `limits`'), ['Risks & limits: risks (heading)']],
    ['underlined', 'T\n=\n\nScope\n-----\n', ['Scope: scope (heading)']],
    ['a version', lines('# T', '## 1.2.0'), ['1.2.0: version (heading)']],
    ['a version with its day', lines('# T', '## [v1.2.0] - 2026-05-04'), ['[v1.2.0] - 2026-05-04: version (heading)']],
    ['words that are no version', lines('# T', '## Version history'), []],
    ['words around a version', lines('# T', '## What’s  new in 1.2'), ['What’s  new in 1.2: news (heading)']],
    ['other words around a version', lines('# T', '## What is new in 1.2'), []],
    ['an alias around a version', lines('# T', '## release 1.2.0 (May)'), ['release 1.2.0 (May): news (alias)']],
    ['in code', lines('# T', '```\n## Scope\n```'), []],
  ];
  for (const [name, text, expected] of table)
    it(`are found: ${name}`, () => {
      assert.deepEqual(matched(text), expected);
    });

  it('run to the next heading of their level or higher', () => {
    const document = documentOf('# T\n\nIntro\n\n## A\n\na\n\n### B\n\nb\n\n## C\n\nc\n\n# D\n\nd\n');
    const sections = sectionsOf(document, type);
    assert.deepEqual(
      sections.map(({ span }) => textAt(document, span)),
      ['## A\n\na\n\n### B\n\nb\n\n', '### B\n\nb\n\n', '## C\n\nc\n\n', '# D\n\nd\n'],
    );
    assert.deepEqual(
      sections.map(({ bodySpan }) => textAt(document, bodySpan).trim()),
      ['a\n\n### B\n\nb', 'b', 'c', 'd'],
    );
    assert.deepEqual(
      sections.map(({ ownSpan }) => textAt(document, ownSpan).trim()),
      ['a', 'b', 'c', 'd'],
    );
    assert.deepEqual(
      sections.map(({ parent }) => parent?.heading.text),
      [undefined, 'A', undefined, undefined],
    );
  });

  it('are none in YAML', () => {
    assert.deepEqual(sectionsOf(documentOf('Scope: x\n', 'x.yaml'), type), []);
  });

  it('are found by their id and by place', () => {
    const document = documentOf('# T\n\nIntro\n\n## Scope\n\na\n\n### Deep\n\nb\n\n## Other\n\nc\n');
    const sections = sectionsOf(document, type);
    assert.equal(sectionOf(sections, 'scope'), sectionUnder(sections, 'Scope'));
    assert.equal(sectionOf(sections, 'risks'), undefined);
    const at = (words: string): readonly string[] =>
      [...ancestry(sectionAt(sections, document.text.indexOf(words)))].map(({ heading }) => heading.text);
    assert.deepEqual(at('Intro'), []);
    assert.deepEqual(at('## Scope'), ['Scope']);
    assert.deepEqual(at('a\n'), ['Scope']);
    assert.deepEqual(at('b\n'), ['Deep', 'Scope']);
    assert.deepEqual(at('c\n'), ['Other']);
    assert.equal(sectionAt(sections, document.text.length), undefined);
  });

  it('know their title', () => {
    assert.equal(titleOf(documentOf('Intro\n\n# T\n\n# U\n'))?.text, 'T');
    assert.equal(titleOf(documentOf('## A\n\n# T\n')), undefined);
    assert.equal(titleOf(documentOf('a: 1\n', 'a.yaml')), undefined);
  });

  it('nest: each lies in its parent, and beside its sisters', () => {
    const heading = fc
      .tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom('Scope', 'Risks', 'A', ''))
      .map(([depth, words]) => `${'#'.repeat(depth)} ${words}`);
    const text = fc.array(fc.oneof(heading, fc.constantFrom('text', '- item', '> ## Quoted')), { maxLength: 30 });
    fc.assert(
      fc.property(text, parts => {
        const document = markdownOf(lines(...parts));
        const sections = sectionsOf(document, type);
        assert.equal(sections.length, document.headings.length - (titleOf(document) ? 1 : 0));
        for (const section of sections) {
          assert.ok(contains(section.span, section.bodySpan) && contains(section.bodySpan, section.ownSpan));
          if (section.parent) assert.ok(isInside(section, section.parent));
          assert.equal(sectionAt(sections, section.span.start), section);
        }
        for (const [index, { span, parent }] of sections.entries()) {
          const sister = sections.slice(index + 1).find(other => other.parent === parent);
          if (sister) assert.ok(span.end <= sister.span.start);
        }
        const ids = sections.flatMap(({ id }) => id ?? []);
        assert.equal(new Set(ids).size, ids.length);
      }),
    );
  });
});
