import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { fingerprint } from '../../../server/core/project/fingerprint.ts';
import { documentOf } from './support.ts';

const of = (text: string, path?: string): string => fingerprint(documentOf(text, path));

describe('the fingerprint of a document', () => {
  const body = '# Plan\n\nSee [the guide](guide.md).\n';

  it('is the beginning of the SHA-256 of its body', () => {
    const expected = createHash('sha256').update('# Plan See [the guide](guide.md).').digest('hex').slice(0, 12);
    assert.equal(of(`---\nstatus: draft\n---\n\n${body}`), expected);
  });

  const same: readonly (readonly [string, string])[] = [
    ['front matter', `---\nstatus: approved\n---\n${body}`],
    ['other front matter', `---\nstatus: approved\nowner: Ana\n---\n\n${body}`],
    ['a comment on a line of its own', body.replace('See', '<!-- Say where. -->\n\nSee')],
    ['a comment at the end', `${body}<!-- slipway-disable-line x -- y -->\n`],
    ['a comment inside a line', body.replace('See', 'See<!-- x -->')],
    ['line ends', body.replaceAll('\n', '\r\n')],
    ['a hard wrap', body.replace('See ', 'See\n')],
    ['blanks at the ends', `\n\n  ${body}\n\n\n`],
  ];
  for (const [name, text] of same)
    it(`does not change with ${name}`, () => {
      assert.equal(of(text), of(body));
    });

  const other: readonly (readonly [string, string])[] = [
    ['a word', body.replace('See', 'Read')],
    ['a letter case', body.replace('Plan', 'plan')],
    ['a link target', body.replace('guide.md', 'manual.md')],
    ['a blank inside a word', body.replace('Plan', 'Pl an')],
    ['code that looks like a comment', `${body}\n\`<!-- x -->\`\n`],
  ];
  for (const [name, text] of other)
    it(`changes with ${name}`, () => {
      assert.notEqual(of(text), of(body));
    });

  it('is the same for all YAML files: they are metadata through and through', () => {
    assert.equal(of('a: 1\n', 'a.yaml'), of('b: 2 # x\n', 'b.yml'));
  });

  it('never depends on white space or front matter', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,5}$/), { minLength: 1, maxLength: 8 });
    const gap = fc.constantFrom(' ', '  ', '\n', '\r\n');
    fc.assert(
      fc.property(words, gap, fc.stringMatching(/^[a-z]{1,5}$/), (parts, between, value) => {
        assert.equal(of(`---\nowner: ${value}\n---\n${parts.join(between)}`), of(parts.join(' ')));
      }),
    );
  });
});
