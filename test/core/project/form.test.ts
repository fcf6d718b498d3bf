import assert from 'node:assert/strict';
import { formProblem } from '../../../server/core/project/form.ts';
import { plainDefinition, projectOf } from '../../support/product.ts';
import { artifactAt, sectionUnder } from './support.ts';

/** What a section with this text lacks to be of this form. */
function problem(form: string, text: string): string | undefined {
  const section = `{ heading: Body, form: ${form} }`;
  const artifacts = `artifacts: { thing: { title: T, phase: development, path: t.md, sections: { body: ${section} } } }\n`;
  const files = {
    'lifecycle.yaml': plainDefinition + artifacts,
    't.md': `# T\n\n## Body\n\n${text}\n\n## Next\n\n- 1\n`,
  };
  const artifact = artifactAt(projectOf(files), 't.md');
  const { definition } = sectionUnder(artifact.sections, 'Body');
  assert.ok(definition);
  return formProblem(artifact, sectionUnder(artifact.sections, 'Body'), definition);
}

describe('the form of a section', () => {
  const fits: readonly (readonly [string, string])[] = [
    ['any', '```\nx\n```'],
    ['prose', 'A paragraph.'],
    ['prose', '- item\n\nA paragraph.'],
    ['prose', '> A quote.'],
    ['list', '- one'],
    ['list', '1. one'],
    ['list', '### One\n\nText.'],
    ['steps', '1. one\n2. two'],
    ['steps', '### One\n\nText.\n\n### Two\n\nText.'],
    ['checklist', '- [ ] one'],
    ['checklist', '- one\n- [x] two'],
    ['table', '| a |\n| - |\n| b |'],
    ['table, columns: [Test, Verifies]', '| Tests: | Level | **Verifies** |\n| - | - | - |\n| a | b | c |'],
    ['table, columns: [B]', '| a |\n| - |\n| b |\n\nText.\n\n| B |\n| - |\n| c |'],
    ['diagram', '![A drawing](a.png)'],
    ['diagram', '[The drawing](a.svg)'],
    ['diagram', '```mermaid\ngraph\n```'],
    ['diagram', '~~~PlantUML\n@startuml\n~~~'],
    ['list, min: 2', '- one\n- two'],
    ['any, min: 2', '### One\n\n### Two'],
    ['table', 'None.'],
    ['steps', '<!-- Say how. -->\n\nNothing to report.'],
    ['diagram', 'Not applicable: there is one part only.'],
  ];
  for (const [form, text] of fits)
    it(`${form} is that of ${JSON.stringify(text)}`, () => {
      assert.equal(problem(form, text), undefined);
    });

  const fails: readonly (readonly [string, string])[] = [
    ['prose', '- item'],
    ['prose', '| a |\n| - |\n| b |'],
    ['list', 'A paragraph.'],
    ['steps', '- one\n- two'],
    ['steps', '1. one'],
    ['steps', 'Do one. Then do two.'],
    ['checklist', '- one'],
    ['table', '- one'],
    ['table, columns: [Test, Verifies]', '| Test | Level |\n| - | - |\n| a | b |'],
    ['diagram', 'A paragraph.'],
    ['diagram', '```js\nx\n```'],
    ['diagram', '[The plan](plan.md)'],
    ['list, min: 2', '- one'],
    ['table', 'None of the tables that we had were kept, because they said too little.'],
  ];
  for (const [form, text] of fails)
    it(`${form} is not that of ${JSON.stringify(text)}`, () => {
      assert.notEqual(problem(form, text), undefined);
    });

  it('names the columns that are missing', () => {
    assert.match(problem('table, columns: [Test, Verifies]', '| Test |\n| - |\n| a |') ?? '', /“Verifies”/);
  });
});
