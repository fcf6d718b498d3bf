import assert from 'node:assert/strict';
import { type NewDocumentResult, newDocumentRequest } from '../../server/lsp/protocol.ts';
import { useFixture } from './support/fixture.ts';

describe('new document', () => {
  const { folderWith, connect } = useFixture();

  it('comes with the skeleton of its type, plain and with tab stops', async () => {
    const folder = folderWith({});
    const client = await connect([folder]);
    const params = { definitionUri: folder.uri('lifecycle.yaml'), type: 'manual' };
    const created: NewDocumentResult = await client.connection.sendRequest(newDocumentRequest, params);
    assert.equal(created.uri, folder.uri('manual.md'));
    assert.match(created.text, /# Manual\n(.*\n)+## Using it\n(.*\n)+.*Tell what to do first\./);
    const stops = /\$\{\d+(?::[^}]*)?\}/g;
    assert.match(created.snippet, stops);
    assert.equal(created.snippet.replaceAll(stops, ''), created.text);

    await client.open(created.uri, created.text);
    await client.settle();
    assert.deepEqual(client.findings(created.uri), [], 'a fresh draft is silent');
  });

  it('is refused in words when the product or the type is not known', async () => {
    const folder = folderWith({});
    const client = await connect([folder]);
    const ask = (path: string, type: string) =>
      client.connection.sendRequest(newDocumentRequest, { definitionUri: folder.uri(path), type });
    await assert.rejects(ask('lifecycle.yaml', 'saga'), /no artifact type "saga"/);
    await assert.rejects(ask('other/lifecycle.yaml', 'manual'), /no lifecycle definition at file:.*other/);
  });
});
