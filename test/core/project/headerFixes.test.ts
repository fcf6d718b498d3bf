import assert from 'node:assert/strict';
import { setFields } from '../../../server/core/fixes/frontMatter.ts';
import { applyEdits } from '../../../server/core/text/edits.ts';
import { assertFix, assertMarked } from '../../support/marked.ts';
import { projectOf } from '../../support/product.ts';
import { path, product, rule } from './noteProduct.ts';
import { artifactAt } from './support.ts';

const note = (...lines: readonly string[]): string => `# Note\n\n${lines.map(line => `${line}\n`).join('')}\nText.\n`;

describe('metadata in the body', () => {
  const files = product(
    '{ status: { type: status, reads: "([^(]+?)(?: \\\\(.*\\\\))?" }, authors: { separator: ",", unique: list }, review-manager: { required: true }, on: { type: date }, needs: { type: reference, by: "N-{number}", separator: "," } }',
  );

  it('is judged as in front matter, links by their words', () => {
    assertMarked(rule, {
      ...files,
      'notes/red/12-y.md': note('* Review manager: Mei'),
      [path]: `
# Note

* Authors: [Ana](https://example.com/a,b), [Tom](tom.md),
  Ana
  ^^^ “Ana” stands in “authors” twice
* Review Manager: [Mei](mei.md)
* Status: **Donne (May)**
            ^^^^^ “Donne” is no valid value for “status”
* On: \`2026-13-01\`
       ^^^^^^^^^^ it must be a date
* Needs: [N-0012](0012-y.md), [N-13](13-z.md)
                               ^^^^ it must be the name (N-{number}) of a document that exists

Text.
`,
    });
  });

  it('takes a new line below the last one, with its bullet and without the marks of its value', () => {
    for (const [before, after] of [
      ['* Status: **Done**', '* Review manager: ‸'],
      ['* Needs: [N-0007](0007-x.md)', '* Review manager: ‸'],
      ['- **Status**: `draft`  ', '- **Review manager**: ‸  '],
      ['+ __Status:__ draft\\', '+ __Review manager:__ ‸\\'],
      ['* status:', '* review-manager: ‸'],
      ['> Status: draft', '> Review manager: ‸'],
      ['| Status | **draft** |\n| --- | --- |', '| Review manager | ‸ |'],
    ] as const)
      assertFix(rule, {
        title: 'Add “review-manager”',
        before: { ...files, [path]: note(before) },
        after: { [path]: note(before, after) },
      });
    assertFix(rule, {
      title: 'Add “review-manager”',
      before: { ...files, [path]: note('* Status: Draft', '* Authors: Ana,', '  Tom') },
      after: { [path]: note('* Status: Draft', '* Authors: Ana,', '  Tom', '* Review manager: ‸') },
    });
  });

  it('is mended where it stands', () => {
    assertFix(rule, {
      title: 'Change to “done”',
      safe: false,
      before: { ...files, [path]: note('* Review manager: Mei', '* Status: **Donne (May)**') },
      after: { [path]: note('* Review manager: Mei', '* Status: **done (May)**') },
    });
    assertFix(rule, {
      title: 'Change to “2026-05-01”',
      before: { ...files, [path]: note('* Review manager: Mei', '* On: *2026/5/1*') },
      after: { [path]: note('* Review manager: Mei', '* On: *2026-05-01*') },
    });
  });

  it('gets a value where the value is missing', () => {
    for (const [before, after] of [
      ['* Status:', '* Status: done'],
      ['* **Status:** ', '* **Status:** done'],
      ['| Status | |\n| --- | --- |', '| Status | done|\n| --- | --- |'],
    ] as const) {
      const { document, fields } = artifactAt(projectOf({ ...files, [path]: note(before) }), path);
      const change = setFields({ document, fields }, [['status', 'done']]);
      assert.equal(change.kind === 'edit' && applyEdits(document.text, change.edits), note(after));
    }
  });
});
