import assert from 'node:assert/strict';
import { isEmpty, isStub, requiredSections, sectionGaps } from '../../../server/core/project/gaps.ts';
import { hasSubstance, hasWords } from '../../../server/core/project/substance.ts';
import { plainDefinition, projectOf } from '../../support/product.ts';
import { artifactAt, markdownOf } from './support.ts';

const hasContent = (text: string): boolean => {
  const document = markdownOf(text);
  return hasSubstance(document, { start: 0, end: document.text.length });
};

describe('what counts as content', () => {
  const content: readonly (readonly [string, string])[] = [
    ['a paragraph', 'Words.'],
    ['a paragraph with a comment', 'Words <!-- x -->.'],
    ['a list', '- one'],
    ['a ticked box with words', '- [x] done'],
    ['a quote', '> Words'],
    ['a table with a filled row', '| a |\n| - |\n| b |'],
    ['a code block', '```\ncode\n```'],
    ['indented code', '    code'],
    ['inline code', '`code`'],
    ['an image', '![A drawing](a.png)'],
    ['an image in HTML', '<img src="a.png">'],
    ['a drawing in HTML', '<div>\n<svg></svg>\n</div>'],
    ['text in HTML', '<p>Words</p>'],
    ['an address', '<https://example.org>'],
    ['words under a sub-heading', '### More\n\nWords'],
  ];
  for (const [name, text] of content)
    it(name, () => {
      assert.equal(hasContent(text), true);
    });

  const nothing: readonly (readonly [string, string])[] = [
    ['blanks', ' \n\n\t\n'],
    ['a comment', '<!-- Say who decides. -->'],
    ['comments of several lines', '<!--\nSay who\n\ndecides.\n-->\n\n<!-- And when. -->'],
    ['a comment that never ends', '<!-- Say who'],
    ['two comments on one line', '<!-- a --> <!-- b -->'],
    ['sub-headings', '### More\n\n#### And more'],
    ['an empty item', '- \n- '],
    ['empty steps', '1. \n2. '],
    ['an empty box', '- [ ] '],
    ['the header of a table', '| a | b |\n| - | - |'],
    ['empty rows of a table', '| a | b |\n| - | - |\n|  |  |'],
    ['a link definition', '[x]: y.md'],
    ['a line across', '***'],
    ['an anchor', '<a id="x"></a>'],
    ['tags around nothing', '<details>\n</details>'],
    ['a comment in tags', '<div>\n<!-- x -->\n</div>'],
  ];
  for (const [name, text] of nothing)
    it(`not ${name}`, () => {
      assert.equal(hasContent(text), false);
    });
});

describe('the words of a document', () => {
  const counted: readonly (readonly [string, string, number])[] = [
    ['prose and lists', '# Title\n\nOne two.\n\n- three\n', 3],
    ['cells, but no header', '| a b |\n| - |\n| one two |\n', 2],
    ['no comments, code and front matter', '---\na: b c d\n---\n\nOne <!-- two three -->\n\n```\nfour\n```\n', 1],
    ['no signs', '— & … 1 two\n', 2],
    ['words with marks', "it's e-mail naïve\n", 3],
  ];
  for (const [name, text, count] of counted)
    it(`are counted: ${name}`, () => {
      assert.equal(hasWords(markdownOf(text), count), true);
      assert.equal(hasWords(markdownOf(text), count + 1), false);
    });
});

describe('the sections that a document lacks', () => {
  const definition = `${plainDefinition}artifacts:
  thing:
    title: Thing
    phase: development
    path: [thing.md, thing.yaml]
    sections:
      first: { heading: First }
      second: { heading: Second, required: { status: { at-least: approved } } }
      third: { heading: Third, required: false }
      fourth: { heading: Fourth }
`;
  const gapsOf = (text: string, path = 'thing.md'): readonly string[] => {
    const project = projectOf({ 'lifecycle.yaml': definition, [path]: text });
    return sectionGaps(artifactAt(project, path), project).map(
      ({ id, section }) => `${id} ${section ? 'empty' : 'missing'}`,
    );
  };

  it('are missing or empty, in the order of the type', () => {
    assert.deepEqual(gapsOf('# T\n\n## Fourth\n\n<!-- Say it. -->\n'), ['first missing', 'fourth empty']);
    assert.deepEqual(gapsOf('# T\n\n## First\n\nx\n\n## Fourth\n\n### Deep\n\nx\n'), []);
  });

  it('depend on the status', () => {
    assert.deepEqual(gapsOf('---\nstatus: approved\n---\n\n# T\n\n## First\n\nx\n\n## Fourth\n\nx\n'), [
      'second missing',
    ]);
  });

  it('are not those that are waived, by id or heading, with reason, person and time left', () => {
    const waiver = (name: string, until: string): string =>
      `---\nnot_applicable: { ${name}: { reason: x, by: Ana, until: ${until} } }\n---\n\n# T\n\n## First\n\nx\n`;
    assert.deepEqual(gapsOf(waiver('fourth', '2026-12-31')), []);
    assert.deepEqual(gapsOf(waiver('Fourth', '2026-12-31')), []);
    assert.deepEqual(gapsOf(waiver('fourth', '2026-01-01')), ['fourth missing']);
  });

  it('are none in a YAML file', () => {
    assert.deepEqual(gapsOf('type: thing\n', 'thing.yaml'), []);
  });

  it('say whether a document is a shell', () => {
    const stub = (text: string, type: string): boolean => {
      const project = projectOf({ 'lifecycle.yaml': definition, 'x.md': `---\ntype: ${type}\n---\n\n${text}` });
      return isStub(artifactAt(project, 'x.md'));
    };
    assert.equal(stub('# T\n\n## First\n\n## Fourth\n', 'thing'), true);
    assert.equal(stub(`# T\n\n## First\n\n${'word '.repeat(29)}\n`, 'thing'), true);
    assert.equal(stub(`# T\n\n## First\n\n${'word '.repeat(30)}\n`, 'thing'), false);
    assert.equal(stub('# Changelog\n\n## 1.0.0\n\n- Sync\n', 'changelog'), false);
  });

  it('know what is required, whether it is there or not', () => {
    const project = projectOf({
      'lifecycle.yaml': definition,
      'thing.md': '# T\n\n## First\n\n<!-- x -->\n\n## Fourth\n\nx\n',
    });
    const artifact = artifactAt(project, 'thing.md');
    assert.deepEqual(
      requiredSections(artifact, project).map(([id]) => id),
      ['first', 'fourth'],
    );
    assert.deepEqual(
      artifact.sections.map(section => isEmpty(artifact, section)),
      [true, false],
    );
  });
});
