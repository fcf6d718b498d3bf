import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { lifecycleChoices } from '../../../client/commands/lifecycleChoices.ts';
import { lifecycleText } from '../../../client/commands/lifecycleText.ts';
import { builtIns, loadOwn } from '../../core/lifecycle/builtIns.ts';

const [standard] = lifecycleChoices;

describe('the first lifecycle.yaml', () => {
  for (const [folder, name] of [
    ['stride-one', 'Stride one'],
    ['Acme_Watch', 'Acme Watch'],
    ['sss', 'Sss'],
    ['true', 'True'],
    ['say "hi": now', 'Say "hi": now'],
    ['...', 'My product'],
  ] as const) {
    it(`names the product of the folder ${folder}`, () => {
      const written: unknown = parse(lifecycleText(folder, standard));
      assert.deepEqual(written, { lifecycle: 1, extends: 'standard', product: { name, version: '1.0.0' } });
    });
  }

  for (const choice of lifecycleChoices)
    it(`is a valid definition for ${choice.id}, also with what it shows as comments`, () => {
      const text = lifecycleText('product', choice);
      const shown = text.slice(text.indexOf('# waive:')).replace(/^# ?/gm, '');
      const { lifecycle, problems } = loadOwn(text.slice(0, text.indexOf('# A document')) + shown);
      assert.deepEqual(
        problems.filter(({ severity }) => severity === undefined),
        [],
      );
      assert.equal(lifecycle?.waive[choice.waivable.type]?.reason, choice.waivable.reason);
    });
});

describe('the lifecycles to choose from', () => {
  it('are the built-in ones, under their own titles', () => {
    const offered = lifecycleChoices.map(({ id, title }) => [id, title]);
    const built = [...builtIns.keys()].map(id => [id, loadOwn(`lifecycle: 1\nextends: ${id}\n`).lifecycle?.title]);
    assert.deepEqual(offered.sort(), built.sort());
  });

  it('each say in one line for whom they are', () => {
    for (const { people } of lifecycleChoices) assert.ok(people.length > 0 && people.length < 80);
  });
});
