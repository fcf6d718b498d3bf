import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver';
import { createPublisher } from '../../server/lsp/publisher.ts';

const at = (line: number): Diagnostic => ({
  range: { start: { line, character: 0 }, end: { line, character: 1 } },
  message: `Line ${line}.`,
});

/** A publisher and, for each message sent, `uri@version: lines`. */
function recorded() {
  const sent: string[] = [];
  const publisher = createPublisher(({ uri, version, diagnostics }) => {
    sent.push(`${uri}@${version ?? '-'}: ${diagnostics.map(diagnostic => diagnostic.range.start.line)}`);
  });
  return { publisher, sent };
}

describe('publisher', () => {
  it('says nothing about files that never had findings', () => {
    const { publisher, sent } = recorded();
    publisher.publish('a', 'a', undefined, []);
    publisher.publish('a', 'a', 3, []);
    assert.deepEqual(sent, []);
  });

  it('publishes the same findings once, and an empty list once', () => {
    const { publisher, sent } = recorded();
    for (const diagnostics of [[at(1)], [at(1)], [at(1), at(2)], [], [], [at(1)]]) {
      publisher.publish('a', 'a', undefined, diagnostics);
    }
    assert.deepEqual(sent, ['a@-: 1', 'a@-: 1,2', 'a@-: ', 'a@-: 1']);
  });

  it('publishes again for a newer text of an open document, not for opening or closing it', () => {
    const { publisher, sent } = recorded();
    for (const version of [undefined, 1, 1, 2, undefined]) publisher.publish('a', 'a', version, [at(1)]);
    assert.deepEqual(sent, ['a@-: 1', 'a@2: 1']);
  });

  it('takes findings back from the old spelling of an address', () => {
    const { publisher, sent } = recorded();
    publisher.publish('a', 'file:///a%20b', undefined, [at(1)]);
    publisher.publish('a', 'file:///a b', 1, [at(1)]);
    assert.deepEqual(sent, ['file:///a%20b@-: 1', 'file:///a%20b@-: ', 'file:///a b@1: 1']);
  });

  it('takes back what is not kept', () => {
    const { publisher, sent } = recorded();
    publisher.publish('a', 'a', undefined, [at(1)]);
    publisher.publish('b', 'b', undefined, [at(1)]);
    publisher.retain(key => key === 'b');
    publisher.retain(key => key === 'b');
    assert.deepEqual(sent, ['a@-: 1', 'b@-: 1', 'a@-: ']);
  });
});
