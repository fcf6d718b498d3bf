import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectOf } from '../support/product.ts';

const pages = readdirSync('docs')
  .filter(name => name.endsWith('.md'))
  .map(name => join('docs', name));

/** The definitions in fences of a page; a part of one is put on top of `standard`. */
function definitionsIn(page: string): readonly string[] {
  const text = readFileSync(page, 'utf8');
  return [...text.matchAll(/^```yaml\n(.*?)^```$/gms)]
    .map(([, code = '']) => code)
    .filter(code => /^(?:lifecycle|artifacts|gates|records|items|dated-by):/m.test(code))
    .map(code => (/^lifecycle:/m.test(code) ? code : `lifecycle: 1\nextends: standard\n${code}`));
}

describe('the documentation', () => {
  for (const page of pages) {
    for (const [index, definition] of definitionsIn(page).entries())
      it(`has definitions that load: ${page}, example ${index + 1}`, () => {
        const { problems } = projectOf({ 'lifecycle.yaml': definition }).definition;
        assert.deepEqual(
          problems.map(({ message }) => message),
          [],
        );
      });

    it(`leads to pages that exist: ${page}`, () => {
      const links = [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:)([^)#\s]+)/g)].map(
        ([, target = '']) => target,
      );
      assert.deepEqual(
        links.filter(target => !existsSync(join(dirname(page), target))),
        [],
      );
    });
  }
});
