import assert from 'node:assert/strict';
import { openProduct, wantsFile } from '../../../server/core/engine.ts';
import { assertFix, assertMarked, assertSilent } from '../../support/marked.ts';
import { type Files, findingsIn } from '../../support/product.ts';
import { note, path, product, rule } from './noteProduct.ts';

const from = (source: string): ReturnType<typeof product> =>
  product(`{ team: { type: enum, values-from: ${source} } }`);

const owners = 'groups:\n  core: [ana, tom]\n  docs: [mei]\nflat: [a, b]\nteams: [{ slug: x }, { slug: y }]\n';

describe('allowed values', () => {
  const table: readonly (readonly [source: string, right: readonly string[], wrong: string, says: string])[] = [
    ['{ file: owners.yaml, at: groups }', ['core', 'docs'], 'ana', 'a key of “groups” in owners.yaml (core or docs)'],
    ['{ file: owners.yaml, at: groups, take: values }', ['ana', 'mei'], 'core', 'a value of “groups” in owners.yaml'],
    ['{ file: owners.yaml, at: flat }', ['a', 'b'], 'c', 'an entry of “flat” in owners.yaml (a or b)'],
    ['{ file: owners.yaml, at: teams.*.slug }', ['x', 'y'], 'z', 'an entry of “teams.*.slug” in owners.yaml'],
    ['{ file: owners.yaml }', ['groups', 'flat'], 'core', 'a key of owners.yaml (groups, flat or teams)'],
    ['{ folders: "teams/*" }', ['one', 'two'], 'deep', 'the name of a folder teams/* (one or two)'],
    [
      '[{ file: owners.yaml, at: groups }, { folders: "teams/*" }]',
      ['core', 'one'],
      'x',
      'owners.yaml (core or docs) or the name of a folder',
    ],
  ];
  for (const [source, right, wrong, says] of table)
    it(`are taken from ${source}`, () => {
      const files = { ...from(source), 'owners.yaml': owners, 'teams/one/deep/x.txt': '', 'teams/two/y.txt': '' };
      for (const value of right) assertSilent(rule, { ...files, [path]: note(`team: ${value}`) });
      const [found] = findingsIn({ ...files, [path]: note(`team: ${wrong}`) }, rule);
      assert.ok(found?.message.includes(says), found?.message);
    });

  it('are not listed when they are many', () => {
    const many = Array.from({ length: 20 }, (_, index) => `t${index}`);
    const [found] = findingsIn(
      { ...from('{ file: owners.yaml }'), 'owners.yaml': `[${many.join(', ')}]`, [path]: note('team: x') },
      rule,
    );
    assert.equal(found?.message, '“x” is no valid value for “team”: it must be an entry of owners.yaml.');
  });

  it('are suggested when one is near', () => {
    assertFix(rule, {
      title: 'Change to “core”',
      before: { ...from('{ file: owners.yaml, at: groups }'), 'owners.yaml': owners, [path]: note('team: corr') },
      after: { [path]: note('team: core') },
    });
  });

  it('may stand in a file that has another ending', () => {
    const files: Files = {
      ...from('{ file: OWNERS_ALIASES, at: aliases }'),
      OWNERS_ALIASES: 'aliases:\n  sig-x: [ana]\n',
    };
    assertSilent(rule, { ...files, [path]: note('team: sig-x') });
    assert.equal(findingsIn({ ...files, [path]: note('team: ana') }).length, 1);
    const open = openProduct('lifecycle.yaml', { builtIn: () => undefined, file: () => files['lifecycle.yaml'] });
    assert.deepEqual(
      ['OWNERS_ALIASES', 'OWNERS'].map(name => wantsFile(open, name)),
      [true, false],
    );
  });

  it('that cannot be found are a fault of the definition, told once', () => {
    const text = from('{ file: owners.yaml, at: team }')['lifecycle.yaml'] ?? '';
    const marked = (mark: string) =>
      `${text.trimEnd()}\n${' '.repeat(text.split('\n')[4]?.indexOf('values-from') ?? 0)}^^^^^^^^^^^ ${mark}\n`;
    const documents = { [path]: note('team: x'), 'notes/red/8-y.md': note('team: y') };
    assertMarked('lifecycle-invalid', {
      'lifecycle.yaml': marked('The values of the field `team` come from the file owners.yaml, which does not exist'),
      ...documents,
    });
    assertMarked('lifecycle-invalid', {
      'lifecycle.yaml': marked('come from the file owners.yaml, which has nothing at `team`'),
      'owners.yaml': owners,
      ...documents,
    });
    assertSilent(rule, { ...from('{ file: owners.yaml }'), ...documents });
    assert.match(
      findingsIn({ ...from('{ folders: "teams/*" }'), ...documents })[0]?.message ?? '',
      /the folders teams\/\*, which do not exist/,
    );
  });
});
