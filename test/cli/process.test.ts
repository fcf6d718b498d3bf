import assert from 'node:assert/strict';
import { tempFolder } from '../host/tempFolder.ts';
import { slipwayProcess } from './slipway.ts';

const definition = 'lifecycle: 1\nextends: standard\n';

describe('the slipway process', () => {
  const cases: readonly { args: string[]; files: Record<string, string>; status: number; says: RegExp }[] = [
    { args: ['rules', '--quiet'], files: {}, status: 0, says: /link-broken/ },
    {
      args: ['check', '--fail-on', 'warning', '--as-of', '2026-06-15'],
      files: { 'lifecycle.yaml': definition },
      status: 1,
      says: /artifact-missing/,
    },
    { args: ['check'], files: {}, status: 2, says: /There is no lifecycle\.yaml/ },
  ];
  for (const { args, files, status, says } of cases) {
    it(`ends with ${status} after slipway ${args.join(' ')}`, async () => {
      const result = await slipwayProcess(args, { cwd: tempFolder(files) });
      assert.equal(result.status, status, result.stderr);
      assert.match(result.stdout + result.stderr, says);
    });
  }

  it('does not mind a reader that goes away', async () => {
    const docs = Array.from({ length: 300 }, (_, index) => [
      `docs/${index}.md`,
      `# A\n${'[x](nowhere.md)\n'.repeat(50)}`,
    ]);
    const files = { 'lifecycle.yaml': definition, ...Object.fromEntries(docs) };
    const { status, stderr } = await slipwayProcess(
      ['check', '--fail-on', 'warning'],
      { cwd: tempFolder(files) },
      true,
    );
    assert.equal(stderr, '');
    assert.equal(status, 1);
  });

  it('colours when it is told to', async () => {
    const cwd = tempFolder();
    const forced = await slipwayProcess(['rules'], { cwd, env: { FORCE_COLOR: '1' } });
    assert.ok(forced.stdout.includes('\u001b['));
    const refused = await slipwayProcess(['rules'], { cwd, env: { FORCE_COLOR: '1', NO_COLOR: '1' } });
    assert.ok(!refused.stdout.includes('\u001b['));
  });
});
