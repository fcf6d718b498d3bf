import assert from 'node:assert/strict';
import { placeholdersIn } from '../../../server/core/project/placeholders.ts';
import { documentOf, textAt } from './support.ts';

describe('placeholders', () => {
  const table: readonly (readonly [string, readonly string[]])[] = [
    ['TODO, TBD. (TBA) FIXME: XXX', ['TODO', 'TBD', 'TBA', 'FIXME', 'XXX']],
    ['The todo list, TODOs, MY-TODO, TODO-list, XXXL, todo', []],
    ['{{ name }} and {{product.version}}', ['{{ name }}', '{{product.version}}']],
    ['{{ TBD }}', ['{{ TBD }}']],
    ['{ name } and {{\n}}', []],
    ['Written by <name> for <your company>', ['<name>', '<your company>']],
    ['<details><summary>More</summary>text</details> <title>x</title>', []],
    ['<insert title here>', ['<insert title here>']],
    ['[Description] and [your name]', ['[Description]', '[your name]']],
    ['[Description](x.md) [date]: [owner][x]', []],
    ['[summary]\n\n[summary]: x.md', []],
    ['Due YYYY-MM-DD', ['YYYY-MM-DD']],
    ['Lorem ipsum dolor', ['Lorem ipsum']],
    ['**Status:** Draft | In Review | Approved', ['Draft | In Review | Approved']],
    ['`TODO` and `{{x}}`', []],
    ['```\nTODO\n```', []],
    ['    TODO', []],
    ['<!-- TODO -->', []],
    ['---\nowner: TBD # TODO\n---\n\nText', ['TBD']],
    ['Write 😀 TODO', ['TODO']],
    ['', []],
  ];
  for (const [text, expected] of table)
    it(`in ${JSON.stringify(text)}: ${expected.join(' · ') || 'none'}`, () => {
      const document = documentOf(text);
      const found = placeholdersIn(document);
      assert.deepEqual(
        found.map(placeholder => placeholder.text),
        expected,
      );
      assert.deepEqual(
        found.map(({ span }) => textAt(document, span)),
        expected,
      );
    });

  it('are none in YAML files', () => {
    assert.deepEqual(placeholdersIn(documentOf('a: TODO\n', 'a.yaml')), []);
  });
});
