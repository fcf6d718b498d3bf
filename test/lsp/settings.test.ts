import assert from 'node:assert/strict';
import { readSettings } from '../../server/lsp/settings.ts';

describe('settings', () => {
  it('reads a date and a gate', () => {
    assert.deepEqual(readSettings({ asOf: ' 2026-06-15 ', horizon: 'launch' }), {
      settings: { asOf: '2026-06-15', horizon: 'launch' },
      problems: [],
    });
  });

  for (const section of [undefined, null, 7, 'text', [], {}, { asOf: '', horizon: null }]) {
    it(`takes ${JSON.stringify(section)} as nothing configured`, () => {
      assert.deepEqual(readSettings(section), { settings: { asOf: undefined, horizon: undefined }, problems: [] });
    });
  }

  for (const asOf of ['yesterday', '2026-02-30', '2026-6-1', '2026-06-15T10:00:00Z', 20260615, ['2026-06-15']]) {
    it(`leaves out ${JSON.stringify(asOf)} as a date and says so`, () => {
      const { settings, problems } = readSettings({ asOf });
      assert.equal(settings.asOf, undefined);
      assert.match(problems.join(), /slipway\.asOf/);
    });
  }
});
