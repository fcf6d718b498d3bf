import assert from 'node:assert/strict';
import { loadMarkdownParser, loadRemark, loadSatteri } from '../../../server/host/markdownParser.ts';

describe('The Markdown parser', () => {
  it('is the native one where it loads', async () => {
    assert.equal((await loadMarkdownParser()).name, 'satteri');
  });

  for (const load of [loadSatteri, loadRemark]) {
    it(`counts offsets in UTF-16 units (${load.name})`, async () => {
      const [first, second] = (await load())?.parse('é 😀\n\n- a\n').children ?? [];
      assert.equal(first?.position?.end.offset, 4);
      assert.equal(second?.position?.start.offset, 6);
    });
  }
});
