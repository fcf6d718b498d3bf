import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { lifecycleText } from '../../../client/commands/lifecycleText.ts';
import { lifecycleSchema } from '../../../server/core/lifecycle/schema/lifecycle.ts';

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
      const written: unknown = parse(lifecycleText(folder));
      assert.deepEqual(written, { lifecycle: 1, extends: 'standard', product: { name, version: '1.0.0' } });
    });
  }

  it('is a valid definition, also with what it shows as comments', () => {
    const text = lifecycleText('product');
    const shown = text.slice(text.indexOf('# waive:')).replace(/^# ?/gm, '');
    const parsed = lifecycleSchema.safeParse(parse(text.slice(0, text.indexOf('# A document')) + shown));
    assert.deepEqual(parsed.error?.issues, undefined);
    assert.ok(parsed.data?.waive['compliance-record']?.reason);
  });
});
