import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { checkWorkspace } from '../../server/cli/checking.ts';
import { checkSchema } from '../../server/cli/output/check.ts';
import { type Disk, realDisk } from '../../server/host/disk.ts';
import { loadWorkspace } from '../../server/host/load.ts';
import { tempFolder } from '../host/tempFolder.ts';
import { slipway } from './slipway.ts';

const definition = 'lifecycle: 1\nextends: standard\n';
// Two findings that must be there whatever else lies in the folder.
const guide = 'docs/deployment/training-plan.md';
const good =
  '---\ntype: training-plan\nstatus: draft\nowner: operations\nversion: 1.0.0\n---\n\n# Training plan\n\nSee [it](nowhere.md).\n';

const onPosix = (name: string, test: () => Promise<void>): void => {
  if (process.platform !== 'win32') it(name, test);
};

async function findings(root: string) {
  const { status, stdout, stderr } = await slipway(['check', '--format', 'json'], { cwd: root });
  assert.ok(status === 0 || status === 1, `status ${status}: ${stderr}`);
  return checkSchema.parse(JSON.parse(stdout));
}

const cases: readonly { name: string; files: Record<string, string | Uint8Array>; path: string; rule: string }[] = [
  {
    name: 'a binary file named .md',
    files: { 'docs/logo.md': Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256) },
    path: 'docs/logo.md',
    rule: 'document-unreadable',
  },
  {
    name: '20 MB of Markdown',
    files: { 'docs/big.md': '# Heading\n\nSome *words* and a [link](x.md).\n\n'.repeat(440_000) },
    path: 'docs/big.md',
    rule: 'document-unreadable',
  },
  {
    name: 'invalid UTF-8',
    files: { 'docs/latin.md': Buffer.concat([Buffer.from('# Caf'), Buffer.from([0xe9]), Buffer.from('\n')]) },
    path: 'docs/latin.md',
    rule: 'document-unreadable',
  },
  {
    name: '5,000 nested quotes',
    files: { 'docs/deep.md': `${'> '.repeat(5000)}deep\n` },
    path: 'docs/deep.md',
    rule: 'document-unreadable',
  },
  {
    name: 'broken YAML in front matter',
    files: { 'docs/development/ux-design.md': '---\nstatus: "draft\nowner: [\n---\n\n# User experience\n' },
    path: 'docs/development/ux-design.md',
    rule: 'front-matter-invalid',
  },
  {
    name: 'broken YAML in a record',
    files: { 'docs/records/risks.yaml': '- id: RISK-1\n\ttitle: "x\n' },
    path: 'docs/records/risks.yaml',
    rule: 'document-unreadable',
  },
];

describe('bad input', () => {
  for (const { name, files, path, rule } of cases) {
    it(`gives a finding for ${name} and checks the rest`, async () => {
      const { findings: found } = await findings(tempFolder({ 'lifecycle.yaml': definition, [guide]: good, ...files }));
      assert.ok(
        found.some(finding => finding.path === path && finding.rule === rule),
        JSON.stringify(found.filter(finding => finding.path === path)),
      );
      assert.ok(found.some(finding => finding.path === guide && finding.rule === 'link-broken'));
    });
  }

  it('counts lines right with CRLF and a byte-order mark', async () => {
    const root = tempFolder({ 'lifecycle.yaml': definition, [guide]: `\uFEFF${good.replaceAll('\n', '\r\n')}` });
    const { findings: found } = await findings(root);
    assert.deepEqual(
      found.filter(({ path }) => path === guide).map(({ rule, line, column }) => ({ rule, line, column })),
      [{ rule: 'link-broken', line: 10, column: 10 }],
    );
  });

  for (const [name, text] of [
    ['a list', '- lifecycle: 1\n'],
    ['a text', 'standard\n'],
    ['empty', ''],
    ['broken', 'lifecycle: [1\n'],
    ['of another version', 'lifecycle: 2\n'],
  ]) {
    it(`says so when lifecycle.yaml is ${name}, and checks other products`, async () => {
      const root = tempFolder({ 'a/lifecycle.yaml': text ?? '', 'b/lifecycle.yaml': definition, [`b/${guide}`]: good });
      const { status, stdout } = await slipway(['check', '--format', 'json'], { cwd: root });
      assert.equal(status, 2);
      const { findings: found } = checkSchema.parse(JSON.parse(stdout));
      assert.ok(
        found.some(
          ({ path, rule, message }) => path === 'a/lifecycle.yaml' && rule === 'lifecycle-invalid' && message !== '',
        ),
      );
      assert.ok(found.some(({ path, rule }) => path === `b/${guide}` && rule === 'link-broken'));
    });
  }

  it('goes on past symbolic links that lead in a circle', async () => {
    const root = tempFolder({ 'lifecycle.yaml': definition, [guide]: good });
    symlinkSync('.', join(root, 'docs', 'self'));
    symlinkSync('two.md', join(root, 'docs', 'one.md'));
    symlinkSync('one.md', join(root, 'docs', 'two.md'));
    const { findings: found } = await findings(root);
    assert.equal(found.filter(({ rule }) => rule === 'link-broken').length, 1);
  });

  it('checks a document once that a symbolic link shows twice', async () => {
    const root = tempFolder({ 'lifecycle.yaml': definition, [guide]: good });
    symlinkSync('training-plan.md', join(root, 'docs/deployment/training.md'));
    const { findings: found } = await findings(root);
    assert.deepEqual(
      found.filter(({ rule }) => rule === 'artifact-duplicate' || rule === 'link-broken').map(({ path }) => path),
      [guide],
    );
  });

  onPosix('says which real folder cannot be read and checks the rest', async () => {
    // A path too long for the system is unreadable for everybody, root included.
    const root = tempFolder({ 'lifecycle.yaml': definition, [guide]: good });
    const name = 'x'.repeat(200);
    const dig = 'for (let i = 0; i < 25; i += 1) { fs.mkdirSync(process.argv[1]); process.chdir(process.argv[1]); }';
    execFileSync(process.execPath, ['-e', dig, name], { cwd: root, env: {} });
    try {
      const { findings: found, problems } = await findings(root);
      assert.match(problems?.[0]?.message ?? '', /cannot be read \(its path is too long/);
      assert.ok(found.some(({ path }) => path === guide));
    } finally {
      execFileSync('rm', ['-rf', name], { cwd: root });
    }
  });

  onPosix('does not wait for a pipe named .md', async () => {
    const root = tempFolder({ 'lifecycle.yaml': definition, [guide]: good });
    execFileSync('sh', ['-c', 'mkfifo docs/pipe.md'], { cwd: root });
    const { findings: found } = await findings(root);
    assert.ok(found.some(({ path }) => path === guide));
  });

  it('leaves out a file that is deleted while the folder is read', async () => {
    const root = tempFolder({ 'lifecycle.yaml': definition, [guide]: good, 'docs/gone.md': '# Gone\n' });
    const disk: Disk = {
      ...realDisk,
      read(path) {
        rmSync(join(root, 'docs/gone.md'), { force: true });
        return realDisk.read(path);
      },
    };
    const workspace = await loadWorkspace(root, { disk });
    assert.ok(workspace.documents.has(guide) && !workspace.documents.has('docs/gone.md'));
    assert.deepEqual(workspace.problems, []);
    const [checked] = checkWorkspace(workspace, '2026-06-15');
    assert.ok(checked?.findings.some(({ path, rule }) => path === guide && rule === 'link-broken'));
  });

  it('says so when a definition is deleted while the folder is read', async () => {
    const root = tempFolder({ 'lifecycle.yaml': definition, [guide]: good });
    const disk: Disk = {
      ...realDisk,
      read(path) {
        rmSync(join(root, 'lifecycle.yaml'), { force: true });
        return realDisk.read(path);
      },
    };
    const [checked] = checkWorkspace(await loadWorkspace(root, { disk }), '2026-06-15');
    assert.deepEqual(
      checked?.findings.map(({ rule }) => rule),
      ['lifecycle-invalid'],
    );
  });
});
