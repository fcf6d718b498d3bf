import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lifecycleSchema } from '../../../server/core/lifecycle/schema/lifecycle.ts';
import { load, standardText } from './definitions.ts';

/** Lines of the standard lifecycle are dropped, doubled, moved in or given another value. */
const spoilt = fc
  .array(
    fc.tuple(
      fc.nat(standardText.split('\n').length - 1),
      fc.constantFrom('drop', 'double', 'indent', 'null', 'list', 'word', 'number', 'map', 'empty'),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map(changes => {
    const lines: (string | undefined)[] = standardText.split('\n');
    for (const [index, change] of changes) lines[index] = spoil(lines[index] ?? '', change);
    return lines.filter(line => line !== undefined).join('\n');
  });

function spoil(line: string, change: string): string | undefined {
  if (change === 'drop') return undefined;
  if (change === 'double') return `${line}\n${line}`;
  if (change === 'indent') return ` ${line}`;
  const junk: Readonly<Record<string, string>> = {
    null: 'null',
    list: '[a, 1]',
    word: 'zzz',
    number: '-7',
    map: '{ a: 1 }',
    empty: '',
  };
  return line.replace(/^( *[\w-]+:)( .*)?$/, `$1 ${junk[change]}`);
}

/** What is wrong, apart from what is only worth knowing: that something is never asked for, or went with another. */
const faultsIn = ({ problems }: ReturnType<typeof load>) => problems.filter(({ severity }) => severity === undefined);

describe('whatever a definition says', () => {
  it('the rest of it is used, and its names lead somewhere', () => {
    fc.assert(
      fc.property(spoilt, text => {
        const { lifecycle, problems } = load({ 'lifecycle.yaml': text });
        for (const { span } of problems)
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
        if (!lifecycle) return assert.ok(problems.length > 0);
        const again = load({ 'lifecycle.yaml': JSON.stringify(lifecycle) });
        assert.deepEqual(faultsIn(again), []);
        assert.deepEqual(again.lifecycle, lifecycle);
      }),
      { numRuns: 12 },
    );
  });

  it('an overlay that removes at random leaves no loose end and no problem', () => {
    const { lifecycle } = load({ 'lifecycle.yaml': standardText });
    assert.ok(lifecycle);
    const paths = (['artifacts', 'gates', 'records', 'roles', 'items', 'coverage', 'links', 'phases'] as const).flatMap(
      part => Object.keys(lifecycle[part]).map(id => [part, id] as const),
    );
    const sections = Object.entries(lifecycle.artifacts).flatMap(([id, { sections: all }]) =>
      Object.keys(all).map(section => [id, section] as const),
    );
    fc.assert(
      fc.property(fc.subarray(paths, { maxLength: 6 }), fc.subarray(sections, { maxLength: 6 }), (removed, less) => {
        const overlay: Record<string, Record<string, unknown>> = {};
        for (const [id, section] of less)
          overlay.artifacts = { ...overlay.artifacts, [id]: { sections: { [section]: null } } };
        for (const [part, id] of removed) overlay[part] = { ...overlay[part], [id]: null };
        const result = load({ 'lifecycle.yaml': JSON.stringify({ lifecycle: 1, extends: 'standard', ...overlay }) });
        assert.deepEqual(faultsIn(result), []);
        const again = load({ 'lifecycle.yaml': JSON.stringify({ ...result.lifecycle, extends: undefined }) });
        assert.deepEqual(faultsIn(again), []);
      }),
      { numRuns: 12 },
    );
  });

  it('any map is read', () => {
    const keys = fc.constantFrom(
      ...Object.keys(lifecycleSchema.shape),
      'title',
      'exit',
      'fields',
      'check',
      '__proto__',
      'x',
    );
    const { value } = fc.letrec<{ value: unknown }>(tie => ({
      value: fc.oneof(
        { depthSize: 'medium' },
        fc.constantFrom<unknown>(null, true, 3, 'artifact', 'a.b', ''),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(keys, tie('value'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(keys, value), definition => {
        const text = JSON.stringify({ ...definition, lifecycle: 1, extends: undefined });
        assert.ok(load({ 'lifecycle.yaml': text }).lifecycle);
      }),
    );
  });
});
