import assert from 'node:assert/strict';
import { decodeText } from '../../../server/core/parse/decode.ts';

const mark = [0xef, 0xbb, 0xbf];
const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)];
const utf16 = (text: string, swap: boolean): number[] => {
  const bytes = [...text].flatMap(unit => [unit.charCodeAt(0) & 0xff, unit.charCodeAt(0) >> 8]);
  return swap ? bytes.map((_, index) => bytes[index ^ 1] ?? 0) : bytes;
};

interface Case {
  readonly name: string;
  readonly bytes: readonly number[];
  readonly text: string;
  readonly bom?: boolean;
  /** Offset of the first place that is no text. */
  readonly bad?: number;
}

const cases: readonly Case[] = [
  { name: 'UTF-8', bytes: utf8('é 😀\r\n'), text: 'é 😀\r\n' },
  { name: 'nothing', bytes: [], text: '' },
  { name: 'UTF-8 with a mark', bytes: [...mark, ...utf8('é')], text: 'é', bom: true },
  { name: 'a mark alone', bytes: mark, text: '', bom: true },
  { name: 'only the first mark goes', bytes: [...mark, ...mark, 0x61], text: '\uFEFFa', bom: true },
  { name: 'little-endian UTF-16', bytes: [0xff, 0xfe, ...utf16('aé\n', false)], text: 'aé\n', bom: true },
  { name: 'big-endian UTF-16', bytes: [0xfe, 0xff, ...utf16('aé\n', true)], text: 'aé\n', bom: true },
  { name: 'UTF-16 cut off', bytes: [0xff, 0xfe, 0x61, 0x00, 0x62], text: 'a\uFFFD', bom: true, bad: 1 },
  { name: 'a byte of Latin-1', bytes: [...utf8('é😀 caf'), 0xe9, ...utf8(' b')], text: 'é😀 caf\uFFFD b', bad: 7 },
  { name: 'a byte of Latin-1 after a mark', bytes: [...mark, 0x61, 0xe9], text: 'a\uFFFD', bom: true, bad: 1 },
  { name: 'a replacement character that belongs there', bytes: utf8('a\uFFFDb'), text: 'a\uFFFDb' },
  { name: 'both', bytes: [...utf8('a\uFFFDb'), 0xff], text: 'a\uFFFDb\uFFFD', bad: 3 },
  { name: 'a sequence cut off', bytes: [0x61, 0xf0, 0x9f], text: 'a\uFFFD', bad: 1 },
];

describe('Decoding', () => {
  for (const { name, bytes, text, bom = false, bad } of cases) {
    it(name, () => {
      const decoded = decodeText(Uint8Array.from(bytes));
      assert.equal(decoded.text, text);
      assert.equal(decoded.bom, bom);
      assert.equal(decoded.problem?.span.start, bad);
      assert.equal(decoded.problem?.code, bad === undefined ? undefined : 'not-utf8');
    });
  }
});
