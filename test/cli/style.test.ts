import assert from 'node:assert/strict';
import { createStyle, flow, hang, pad, printable } from '../../server/cli/style.ts';

const terminal = { color: true, env: {}, isTerminal: true, columns: 60 };

describe('style', () => {
  const cases: readonly { name: string; input: Partial<Parameters<typeof createStyle>[0]>; colors: boolean }[] = [
    { name: 'a terminal', input: {}, colors: true },
    { name: 'a dumb terminal', input: { env: { TERM: 'dumb' } }, colors: false },
    { name: 'a pipe', input: { isTerminal: false }, colors: false },
    { name: '--no-color', input: { color: false, env: { FORCE_COLOR: '1' } }, colors: false },
    { name: 'NO_COLOR', input: { env: { NO_COLOR: '1', FORCE_COLOR: '1' } }, colors: false },
    { name: 'an empty NO_COLOR', input: { env: { NO_COLOR: '' } }, colors: true },
    { name: 'FORCE_COLOR in a pipe', input: { isTerminal: false, env: { FORCE_COLOR: '1' } }, colors: true },
    { name: 'FORCE_COLOR=0', input: { env: { FORCE_COLOR: '0' } }, colors: false },
  ];
  for (const { name, input, colors } of cases) {
    it(`${colors ? 'colours' : 'does not colour'} for ${name}`, () => {
      assert.equal(createStyle({ ...terminal, ...input }).colors.red('x') !== 'x', colors);
    });
  }

  it('wraps with a hanging indent on a terminal only', () => {
    const text = 'one two three four five six seven eight nine ten';
    const style = createStyle({ ...terminal, columns: 40 });
    assert.deepEqual(hang(style, 'a  ', text), ['a  one two three four five six seven', '   eight nine ten']);
    assert.deepEqual(hang(createStyle({ ...terminal, isTerminal: false }), 'a  ', text), [`a  ${text}`]);
  });

  it('does not break units apart', () => {
    const style = createStyle({ ...terminal, columns: 40 });
    assert.deepEqual(flow(style, '  ', ['one two three', 'four five six', 'seven eight nine']), [
      '  one two three  four five six',
      '  seven eight nine',
    ]);
  });

  it('pads by terminal columns', () => {
    assert.equal(pad('設計', 6), '設計  ');
    assert.equal(pad(createStyle(terminal).colors.red('x'), 3), `${createStyle(terminal).colors.red('x')}  `);
  });

  it('takes out what could steer the terminal', () => {
    assert.equal(printable('a\u001b[2Jb\u202ec\nd\te'), 'a\uFFFD[2Jb\uFFFDc d e');
  });
});
