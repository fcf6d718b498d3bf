import assert from 'node:assert/strict';
import { assertFix, assertMarked, assertSilent, fixTitles } from '../../support/marked.ts';
import { note, path, product, rule } from './noteProduct.ts';

describe('the order of fields', () => {
  const files = product(
    '{ no: {}, title: {}, authors: { aliases: [author] }, state: {}, made: {} }',
    ', field-order: defined',
  );
  const title = 'Put the fields in order';

  it('is told once, with what belongs after the field', () => {
    assertMarked(rule, {
      ...files,
      [path]: `
---
title: x
made: y
no: 7
^^ The fields are out of order: “no” belongs before “title”.
author: Ana
state: z
---
`,
    });
  });

  it('leaves out what is not there and what the definition does not know', () => {
    assertSilent(rule, { ...files, [path]: note('other: a', 'no: 7', 'state: b', 'more: c', 'made: d') });
    assertSilent(rule, { ...product('{ no: {}, title: {} }'), [path]: note('title: x', 'no: 7') });
  });

  it('is mended with the lines and comments of each field', () => {
    assertFix(rule, {
      title,
      before: {
        ...files,
        [path]: note(
          'title: x',
          'authors:',
          '  - Ana',
          '  - Tom',
          'own: kept',
          '# the number',
          'no: 7 # seven',
          'made: y',
          'state: >',
          '  one',
          '  two',
        ),
      },
      after: {
        [path]: note(
          '# the number',
          'no: 7 # seven',
          'title: x',
          'authors:',
          '  - Ana',
          '  - Tom',
          'own: kept',
          'state: >',
          '  one',
          '  two',
          'made: y',
        ),
      },
    });
    assertFix(rule, {
      title,
      before: { ...files, [path]: note('"title": x', 'no:') },
      after: { [path]: note('no:', '"title": x') },
    });
  });

  it('is left to people where fields do not stand in lines of their own', () => {
    const body = '# Note\n\n- Title: x\n- No: 7\n';
    assertMarked(rule, { ...files, [path]: '# Note\n\n- Title: x\n- No: 7\n  ^^ “No” belongs before “Title”\n' });
    for (const text of [body, '---\n{ title: x, no: 7 }\n---\n\n# Note\n'])
      assert.deepEqual(fixTitles(rule, { ...files, [path]: text }), []);
  });
});
