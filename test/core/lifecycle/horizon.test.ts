import assert from 'node:assert/strict';
import { load } from './definitions.ts';

const problemsOf = (text: string): readonly string[] =>
  load({ 'lifecycle.yaml': `lifecycle: 1\nextends: standard\n${text}` }).problems.map(({ message }) => message);

describe('a horizon', () => {
  it('may be a gate that is passed once', () => {
    assert.deepEqual(problemsOf('horizon: launch\n'), []);
    assert.deepEqual(problemsOf('horizon: release\ngates: { release: { repeats: null } }\n'), []);
  });

  it('is no gate that repeats', () => {
    const expected =
      'Gate `release` repeats for each version, so nothing comes before it and the horizon has no effect. Name a gate that is passed once, such as `launch-review`.';
    assert.deepEqual(problemsOf('horizon: release\n'), [expected]);
  });

  it('that is no gate is left out, and points at its value', () => {
    const text = 'lifecycle: 1\nextends: standard\nhorizon: release\n';
    const { lifecycle, problems } = load({ 'lifecycle.yaml': text });
    const [problem] = problems;
    assert.equal(problem && text.slice(problem.span.start, problem.span.end), 'release');
    assert.ok(lifecycle);
    assert.equal(lifecycle.horizon, undefined);
  });
});
