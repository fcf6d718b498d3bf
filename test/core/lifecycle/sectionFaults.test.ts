import assert from 'node:assert/strict';
import { lineIndex } from '../../../server/core/text/lineIndex.ts';
import { unmark } from '../../support/marked.ts';
import { load } from './definitions.ts';

/** A definition each; `^^^ words` stands under the place of a problem whose message holds these words. */
const cases: Readonly<Record<string, string>> = {
  'sections that are part of no section, or of themselves': `
lifecycle: 1
extends: standard
artifacts:
  test-plan:
    sections:
      a: { heading: A, within: scop }
                               ^^^^ names the section \`scop\`, which does not exist. Did you mean \`scope\`?
      b: { heading: B, within: [c] }
                               ^^^ Section \`b\` is \`within\` a section that is within it
      c: { heading: C, within: b }
`,
  'sections of an order or a heading that there are not': `
lifecycle: 1
extends: standard
artifacts:
  test-plan:
    section-order: [scope, aproach]
                           ^^^^^^^ names the section \`aproach\`, which does not exist. Did you mean \`approach\`?
    combined-sections:
      Scope and Approach: [scope, how]
                                  ^^^ names the section \`how\`, which does not exist
      Approaches: [scope, approach]
      ^^^^^^^^^^ The heading \`Approaches\` stands for section \`approach\` alone already
`,
  'sections that no document can have': `
lifecycle: 1
extends: standard
artifacts:
  test-plan:
    placeholders: ['<<[']
                   ^^^^^ The pattern \`<<[\` cannot be read
    sections:
      a: { heading: A, repeats: { min: 3, max: 2 } }
                       ^^^^^^^ At least 3 and at most 2 cannot both hold
      b: { heading: B, cells: { Level: { type: enum } } }
                                         ^^^^ This \`enum\` has no values
      c: { heading: C, cells: { A: { required: { Aa: x } } } }
                                                 ^^ names the field \`Aa\`, which does not exist
      d: { heading: D, checklist: { ticked: { stat: approved } } }
                                              ^^^^ names the field \`stat\`, which does not exist.
      e: { heading: E, checklist: { items: { x: { txt: X } } } }
                                                  ^^^ \`txt\` is not a key
`,
  'sections that read the same': `
lifecycle: 1
extends: standard
artifacts:
  test-plan:
    sections:
      a: { heading: Same }
      b: { heading: Same }
                    ^^^^ Section \`b\` claims the words \`Same\`, which already stand for section \`a\`
      c: { heading: Apart, within: scope }
      d: { heading: Apart, within: approach }
      e: { heading: Once, until: 2026-01-01 }
      f: { heading: Once, since: 2026-01-01 }
`,
};

describe('problems of sections in a definition:', () => {
  for (const [name, given] of Object.entries(cases))
    it(name, () => {
      const { files, expected } = unmark({ 'lifecycle.yaml': given });
      const actual = load(files, []).problems.map(({ file, span, message }) => {
        const { line, column } = lineIndex(files[file] ?? '').positionAt(span.start);
        const place = `${file}:${line + 1}:${column + 1}+${span.end - span.start} `;
        assert.match(message, /^[A-Z`].*[.?]$/);
        return expected.find(it => it.startsWith(place) && message.includes(it.slice(place.length))) ?? place + message;
      });
      assert.deepEqual(actual.sort(), [...expected].sort());
    });
});
