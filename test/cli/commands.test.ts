import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../server/cli/run.ts';
import { tempFolder } from '../host/tempFolder.ts';
import { slipway } from './slipway.ts';

const definition = 'lifecycle: 1\nextends: standard\nproduct: { name: Pulse, version: 1.0.0 }\n';
const plan = 'docs/deployment/training-plan.md';
const frontMatter =
  '---\ntype: training-plan\nstatus: draft\nowner: operations\nversion: 1.0.0\n---\n\n# Training plan\n';
// Nothing but a warning that a link is broken, and an error that an id is unknown.
const quietLife = `${definition}horizon: concept\nartifacts:\n  market-research: { need: optional }\n  product-brief: { need: optional }\n  requirements: { need: optional }\nrecords: null\n`;
const files = {
  clean: { 'lifecycle.yaml': quietLife, [plan]: `${frontMatter}\nText.\n` },
  warning: { 'lifecycle.yaml': quietLife, [plan]: `${frontMatter}\n[Text](nowhere.md).\n` },
  error: { 'lifecycle.yaml': quietLife, [plan]: '---\ntype: training-plan\nstatus: "draft\n---\n' },
  unreadable: { 'lifecycle.yaml': '- a\n' },
  none: { 'docs/a.md': '# A\n' },
};

const cases: readonly { args: string[]; on: keyof typeof files; status: number; says?: RegExp; err?: RegExp }[] = [
  { args: [], on: 'clean', status: 0, says: /^Usage: slipway/ },
  { args: ['--help'], on: 'clean', status: 0, says: /Exit status:/ },
  { args: ['help', 'check'], on: 'clean', status: 0, says: /--fail-on/ },
  { args: ['--version'], on: 'clean', status: 0, says: /^\d+\.\d+\.\d+\n$/ },
  { args: ['chek'], on: 'clean', status: 2, err: /Did you mean check\?/ },
  { args: ['check', '--wat'], on: 'clean', status: 2, err: /unknown option/ },
  { args: ['check', '--format', 'xml'], on: 'clean', status: 2, err: /text, json/ },
  { args: ['check', '--fail-on', 'hint'], on: 'clean', status: 2, err: /error, warning, info/ },
  { args: ['check', '--as-of', '2026-02-30'], on: 'clean', status: 2, err: /date of the calendar/ },
  { args: ['check', '--as-of', '15.6.2026'], on: 'clean', status: 2, err: /YYYY-MM-DD/ },
  { args: ['check', 'nowhere'], on: 'clean', status: 2, err: /no folder "nowhere"/ },
  { args: ['check', 'lifecycle.yaml'], on: 'clean', status: 2, err: /is a file.*slipway explain/ },
  { args: ['check'], on: 'none', status: 2, err: /lifecycle: 1\n {2}extends: standard\n {2}product:/ },
  { args: ['check'], on: 'unreadable', status: 2, says: /lifecycle-invalid/ },
  { args: ['check'], on: 'clean', status: 0, says: /✔ 1 document: nothing to report\./ },
  { args: ['check', '--fail-on', 'info'], on: 'clean', status: 0 },
  { args: ['check'], on: 'warning', status: 0, says: /▲ 1 warning in 1 document\./ },
  { args: ['check', '--fail-on', 'warning'], on: 'warning', status: 1 },
  { args: ['check', '--fail-on', 'info'], on: 'warning', status: 1 },
  { args: ['check', '--quiet'], on: 'warning', status: 0, says: /^$/ },
  {
    args: ['check', '-q', '--fail-on', 'warning'],
    on: 'warning',
    status: 1,
    says: /^docs.*\n.*nowhere\.md.*\n(.*fix:.*\n)?\n$/,
  },
  { args: ['check'], on: 'error', status: 1, says: /✖ 1 error in 1 document\./ },
  { args: ['status'], on: 'error', status: 0, says: /Next gate: / },
  { args: ['status', '--fail-on', 'error'], on: 'error', status: 1 },
  { args: ['status', '--fail-on', 'error'], on: 'warning', status: 0 },
  { args: ['status', '--quiet'], on: 'clean', status: 0, says: /^.* criteria met.*\n$/ },
  { args: ['status'], on: 'unreadable', status: 2, err: /definition cannot be used/ },
  { args: ['status'], on: 'none', status: 2, err: /There is no lifecycle\.yaml/ },
  { args: ['fix'], on: 'clean', status: 0, says: /Nothing to fix\. No finding remains\./ },
  { args: ['fix'], on: 'error', status: 1, says: /1 finding remains for a person/ },
  { args: ['fix', '--rule', 'link-brokn'], on: 'clean', status: 2, err: /Did you mean "link-broken"\?/ },
  { args: ['fix'], on: 'unreadable', status: 2 },
  { args: ['rules'], on: 'none', status: 0, says: /link-broken +▲ warning/ },
  { args: ['rules', '--quiet'], on: 'none', status: 0, says: /^[a-z-]+\n([a-z-]+\n)+$/ },
  { args: ['rules', 'link-broken'], on: 'none', status: 0, says: /^link-broken[\s\S]*Reported[\s\S]*Fine/ },
  { args: ['rules', 'linkbroken'], on: 'none', status: 2, err: /Did you mean "link-broken"\?/ },
  { args: ['explain'], on: 'clean', status: 2, err: /missing required argument/ },
  { args: ['explain', 'nowhere.md'], on: 'clean', status: 2, err: /no file "nowhere.md"/ },
  { args: ['explain', 'docs'], on: 'clean', status: 2, err: /is no file/ },
  { args: ['explain', 'docs/a.md'], on: 'none', status: 2, err: /No lifecycle\.yaml/ },
  { args: ['explain', plan], on: 'clean', status: 0, says: /its field "type" says so/ },
  { args: ['explain', 'lifecycle.yaml'], on: 'clean', status: 0, says: /definition of its product/ },
  { args: ['explain', 'lifecycle.yaml'], on: 'unreadable', status: 2, says: /lifecycle-invalid/ },
];

describe('commands', () => {
  for (const { args, on, status, says, err } of cases) {
    it(`slipway ${args.join(' ')} (${on}) ends with ${status}`, async () => {
      const result = await slipway(args, { cwd: tempFolder(files[on]) });
      assert.equal(result.status, status, result.stderr + result.stdout);
      if (says) assert.match(result.stdout, says);
      if (err) assert.match(result.stderr, err);
      else assert.equal(result.stderr, '');
    });
  }

  it('takes the nearest folder above with a definition when none is given', async () => {
    const root = tempFolder(files.warning);
    const { status, stdout } = await slipway(['check'], { cwd: join(root, 'docs/deployment') });
    assert.equal(status, 0);
    assert.match(stdout, /1 warning in 1 document/);
  });

  it('names the folder above with a definition when another one is given', async () => {
    const root = tempFolder(files.clean);
    mkdirSync(join(root, 'empty'));
    const { status, stderr } = await slipway(['check', 'empty'], { cwd: root });
    assert.equal(status, 2);
    assert.match(stderr, /The folder "\." above it has one/);
  });

  it('says that Slipway is at fault when it is', async () => {
    let stderr = '';
    const broken = {
      isTerminal: false,
      columns: undefined,
      write() {
        throw new Error('boom');
      },
    };
    const context = {
      cwd: tempFolder(files.clean),
      env: {},
      today: '2026-06-15',
      stdout: broken,
      stderr: { ...broken, write: (text: string) => (stderr += text) },
    };
    assert.equal(await run(['check'], context), 3);
    assert.match(stderr, /^Slipway \d+\.\d+\.\d+ has a fault: boom\n.*report/);
    assert.doesNotMatch(stderr, /at .*run\.ts/);
    assert.equal(await run(['check'], { ...context, env: { SLIPWAY_DEBUG: '1' } }), 3);
    assert.match(stderr, /\n +at /);
  });
});
