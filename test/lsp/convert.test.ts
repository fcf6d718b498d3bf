import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { lineIndex } from '../../server/core/text/lineIndex.ts';
import { diagnosticOf, locationOf, rangeOf } from '../../server/lsp/convert.ts';
import { findingOn, fullClient, plainClient, viewOf } from './support/values.ts';

describe('convert', () => {
  // Text, the words meant, and `line:column-line:column` of them.
  const places: [string, string, string][] = [
    ['a word', 'word', '0:2-0:6'],
    ['a\nb\nword', 'word', '2:0-2:4'],
    ['a\r\nb\r\nword\r\n', 'word', '2:0-2:4'],
    ['a\rb\rword', 'word', '2:0-2:4'],
    ['😀😀 word', 'word', '0:5-0:9'],
    ['e\u0301\tword', 'word', '0:3-0:7'],
    ['one\r\ntwo', 'one\r\ntwo', '0:0-1:3'],
    ['one\n', '', '0:0-0:0'],
  ];
  for (const [text, words, expected] of places) {
    it(`finds ${JSON.stringify(words)} in ${JSON.stringify(text)}`, () => {
      const start = text.indexOf(words);
      const range = rangeOf({ start, end: start + words.length }, lineIndex(text));
      assert.equal(`${range.start.line}:${range.start.character}-${range.end.line}:${range.end.character}`, expected);
    });
  }

  it('counts as the editor does, in any text', () => {
    const pieces = fc.array(fc.constantFrom('a', '\n', '\r', '\r\n', '😀', '\u2028', '\t', 'é'), { maxLength: 30 });
    fc.assert(
      fc.property(pieces, fc.nat(60), (parts, offset) => {
        const text = parts.join('');
        const start = Math.min(offset, text.length);
        const editor = TextDocument.create('file:///a', 'markdown', 1, text);
        if (text[start] === '\n' && text[start - 1] === '\r') return;
        assert.deepEqual(rangeOf({ start, end: start }, lineIndex(text)).start, editor.positionAt(start));
      }),
    );
  });

  const plan = '# Plan\r\n\r\n😀 TBD\r\n';
  const files = viewOf({ 'plan.md': plan, 'lifecycle.yaml': 'lifecycle: 1\nid: x\n' });
  const finding = findingOn('TBD', 'plan.md', plan, {
    severity: 'hint',
    related: [{ path: 'lifecycle.yaml', span: { start: 13, end: 15 }, message: 'Asked for here.' }],
  });

  it('makes a diagnostic with all that a client may know', () => {
    assert.deepEqual(diagnosticOf(finding, files, fullClient), {
      range: { start: { line: 2, character: 3 }, end: { line: 2, character: 6 } },
      severity: 4,
      source: 'slipway',
      code: 'placeholder-left',
      codeDescription: { href: 'https://github.com/slipway-dev/slipway/blob/main/docs/rules/placeholder-left.md' },
      message: 'A placeholder is left.',
      relatedInformation: [
        {
          location: {
            uri: 'file:///w/lifecycle.yaml',
            range: { start: { line: 1, character: 0 }, end: { line: 1, character: 2 } },
          },
          message: 'Asked for here.',
        },
      ],
      data: { id: 'placeholder-left 13-16 TBD' },
    });
  });

  it('leaves out what the client did not announce', () => {
    assert.deepEqual(Object.keys(diagnosticOf(finding, files, plainClient)).sort(), [
      'code',
      'message',
      'range',
      'severity',
      'source',
    ]);
  });

  for (const [severity, number] of [
    ['error', 1],
    ['warning', 2],
    ['info', 3],
    ['hint', 4],
  ] as const) {
    it(`shows ${severity} as ${number}`, () => {
      assert.equal(diagnosticOf({ ...finding, severity }, files, plainClient).severity, number);
    });
  }

  it('puts a place in an unknown file at its beginning', () => {
    assert.deepEqual(locationOf({ path: 'gone.md', span: { start: 40, end: 41 } }, files), {
      uri: 'file:///w/gone.md',
      line: 0,
      column: 0,
    });
  });
});
