import assert from 'node:assert/strict';
import { type FromPanel, isToPanel, panelCommands } from '../../../client/panel/messages.ts';
import { panelHtml } from '../../../client/views/panelHtml.ts';
import { panelRequest } from '../../../client/views/panelRequests.ts';
import { strideOneReport } from '../fixture/strideOne.ts';

const creation = {
  definitionUri: 'file:///a/lifecycle.yaml',
  type: 'test-plan',
  title: 'Test plan',
  path: 'docs/t.md',
};

const accepted: readonly FromPanel[] = [
  { type: 'ready' },
  { type: 'open', target: { uri: 'file:///a.md' } },
  { type: 'open', target: { uri: 'file:///a.md', line: 3, column: 0 } },
  { type: 'create', creation },
  { type: 'offer', creation },
  ...panelCommands.map(command => ({ type: 'run' as const, command })),
];

const refused: readonly unknown[] = [
  undefined,
  null,
  'ready',
  {},
  { type: 'delete' },
  { type: 'ready', more: true },
  { type: 'open' },
  { type: 'open', target: { uri: 7 } },
  { type: 'open', target: { uri: 'file:///a.md', line: -1 } },
  { type: 'open', target: { uri: 'file:///a.md', line: 1.5 } },
  { type: 'create', creation: { ...creation, type: undefined } },
  { type: 'run', command: 'workbench.action.terminal.new' },
];

describe('a message of the panel', () => {
  for (const message of accepted) {
    it(`is understood: ${JSON.stringify(message)}`, () => assert.deepEqual(panelRequest(message), message));
  }
  for (const message of refused) {
    it(`is refused: ${JSON.stringify(message)}`, () => assert.equal(panelRequest(message), undefined));
  }
});

describe('a message to the panel', () => {
  const message = { type: 'status', report: strideOneReport, server: 'running', hasFolder: true };
  it('is taken with and without a report', () => {
    assert.ok(isToPanel(message));
    assert.ok(isToPanel({ ...message, report: undefined }));
  });
  it('is ignored when it is somebody else’s', () => {
    for (const other of [
      null,
      'x',
      {},
      { ...message, type: 'x' },
      { ...message, report: {} },
      { ...message, server: 1 },
    ]) {
      assert.ok(!isToPanel(other), JSON.stringify(other));
    }
  });
});

describe('the page of the panel', () => {
  const html = panelHtml({
    cspSource: 'https://x.test',
    nonce: 'abc',
    script: 'https://x.test/p.js',
    styles: ['a"b.css'],
  });

  it('allows its own script by its nonce, its styles and its font, and nothing else', () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1];
    assert.deepEqual(policy?.split('; '), [
      "default-src 'none'",
      "script-src 'nonce-abc'",
      'style-src https://x.test',
      'font-src https://x.test',
    ]);
    assert.match(html, /<script nonce="abc" src="https:\/\/x\.test\/p\.js">/);
    assert.doesNotMatch(html, /\son\w+=|style=|unsafe/);
  });

  it('escapes what it is given', () => assert.match(html, /href="a&quot;b\.css"/));
});
