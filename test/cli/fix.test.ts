import assert from 'node:assert/strict';
import { chmodSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { applyPatch } from 'diff';
import fc from 'fast-check';
import { editText, exactText } from '../../server/cli/fixing/bytes.ts';
import { writeFiles } from '../../server/cli/fixing/writeDraft.ts';
import { fixSchema } from '../../server/cli/output/fix.ts';
import { planFixes } from '../../server/core/fixes/plan.ts';
import type { Finding } from '../../server/core/rules/rule.ts';
import { tempFolder } from '../host/tempFolder.ts';
import { slipway } from './slipway.ts';

const definition = 'lifecycle: 1\nextends: standard\nproduct: { name: Pulse, version: 1.0.0 }\n';
const guide = 'docs/deployment/deployment-guide.md';
const body =
  '---\ntype: deployment-guide\nstatus: draft\nowner: operations\nversion: 1.0.0\n---\n\n# Deployment guide\n\n## Prerequisites\n\nA cable.\n';
const fixed = body.replace('## Prerequisites', '## Before you start');

const read = (root: string, path = guide): string => readFileSync(join(root, path), 'utf8');

describe('slipway fix', () => {
  it('writes the safe fixes, keeps the mode, and does nothing the second time', async () => {
    const root = tempFolder({ 'lifecycle.yaml': definition, [guide]: body });
    chmodSync(join(root, guide), 0o640);
    const first = await slipway(['fix'], { cwd: root });
    assert.equal(first.status, 0, first.stderr);
    assert.match(first.stdout, /Fixed 1 finding in 1 file/);
    assert.equal(read(root), fixed);
    assert.equal(statSync(join(root, guide)).mode & 0o777, 0o640);
    assert.deepEqual(readdirSync(join(root, 'docs/deployment')), ['deployment-guide.md']);
    const { mtimeNs } = statSync(join(root, guide), { bigint: true });
    assert.match((await slipway(['fix'], { cwd: root })).stdout, /Nothing to fix/);
    assert.equal(statSync(join(root, guide), { bigint: true }).mtimeNs, mtimeNs);
  });

  it('keeps a byte-order mark, line endings and everything else', async () => {
    const windows = (text: string): string => `\uFEFF${text.replaceAll('\n', '\r\n')}odd\rend \t`;
    const root = tempFolder({ 'lifecycle.yaml': definition, [guide]: windows(body) });
    await slipway(['fix'], { cwd: root });
    assert.equal(read(root), windows(fixed));
  });

  it('writes nothing on a dry run and prints a diff that applies', async () => {
    for (const text of [body, `\uFEFF${body.replaceAll('\n', '\r\n')}`, body.trimEnd()]) {
      const root = tempFolder({ 'lifecycle.yaml': definition, [guide]: text });
      const { status, stdout, stderr } = await slipway(['fix', '--dry-run'], { cwd: root });
      assert.equal(status, 0);
      assert.equal(read(root), text);
      assert.match(stderr, /Would fix 1 finding in 1 file/);
      assert.match(stdout, new RegExp(`^--- a/${guide}\n\\+\\+\\+ b/${guide}\n`));
      assert.equal(
        applyPatch(text, stdout, { autoConvertLineEndings: false }),
        text.replace('## Prerequisites', '## Before you start'),
      );
    }
  });

  it('fixes only the rule that is named', async () => {
    const root = tempFolder({ 'lifecycle.yaml': definition, [guide]: body });
    const { stdout } = await slipway(['fix', '--rule', 'guidance-left', '--format', 'json'], { cwd: root });
    const output = fixSchema.parse(JSON.parse(stdout));
    assert.deepEqual(output.files, []);
    assert.equal(output.summary.hint, 1);
    assert.equal(read(root), body);
  });

  it('leaves a file alone that it cannot write back exactly', async () => {
    const bytes = Buffer.concat([Buffer.from(body), Buffer.from([0xe9, 0x0a])]);
    const root = tempFolder({ 'lifecycle.yaml': definition, [guide]: bytes });
    const { stderr } = await slipway(['fix'], { cwd: root });
    assert.deepEqual(readFileSync(join(root, guide)), bytes);
    if (stderr !== '') assert.match(stderr, /not clean UTF-8/);
  });

  it('leaves a file alone that changed in the meantime', () => {
    const root = tempFolder({ 'a.md': 'newer' });
    const [problem] = writeFiles(root, new Map([['a.md', { before: 'old', after: 'fixed' }]]));
    assert.match(problem?.message ?? '', /changed while it was being fixed/);
    assert.equal(read(root, 'a.md'), 'newer');
  });

  it('never replaces a file that it meant to create', () => {
    const root = tempFolder({ 'a.md': 'mine' });
    const [problem] = writeFiles(root, new Map([['a.md', { before: undefined, after: 'fixed' }]]));
    assert.match(problem?.message ?? '', /Could not be written/);
    assert.equal(read(root, 'a.md'), 'mine');
  });
});

describe('exact bytes', () => {
  it('gives the same bytes again, or nothing', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array(),
          fc.string({ unit: 'binary' }).map(text => Buffer.from(text)),
        ),
        bytes => {
          const text = exactText(bytes);
          if (text !== undefined) assert.ok(Buffer.from(text, 'utf8').equals(bytes));
        },
      ),
    );
  });

  const unit = fc.constantFrom('a', 'é', '😀', '\n', '\r\n', '\r', ' ', '#');
  it('changes nothing outside the edits', () => {
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.string({ unit }),
        fc.string({ unit }),
        fc.string({ unit }),
        (bom, before, middle, end) => {
          const mark = bom ? '\uFEFF' : '';
          const span = { start: before.length, end: before.length + middle.length };
          const edited = editText(`${mark}${before}${middle}${end}`, [{ span, text: 'new' }]);
          assert.equal(edited, `${mark}${before}new${end}`);
        },
      ),
    );
  });

  it('gives inserted text the line endings of the file', () => {
    assert.equal(editText('a\r\nb', [{ span: { start: 3, end: 3 }, text: 'x\ny\n' }]), 'a\r\nx\r\ny\r\nb');
  });
});

function finding(
  rule: string,
  safe: boolean,
  ...edits: readonly [path: string, start: number, end: number][]
): Finding {
  const changes = edits.map(([path, start, end]) => ({
    kind: 'edit' as const,
    path,
    edits: [{ span: { start, end }, text: 'x' }],
  }));
  return {
    rule,
    severity: 'hint',
    path: 'a.md',
    span: { start: 0, end: 0 },
    subject: '',
    message: '',
    fixes: [{ title: rule, safe, changes }],
  };
}

describe('planFixes', () => {
  const plans: readonly { name: string; findings: Finding[]; applied: string[] }[] = [
    {
      name: 'takes only safe fixes',
      findings: [finding('one', false, ['a.md', 0, 1]), finding('two', true, ['a.md', 2, 3])],
      applied: ['two'],
    },
    {
      name: 'leaves an overlapping fix for later',
      findings: [finding('one', true, ['a.md', 0, 3]), finding('two', true, ['a.md', 2, 5])],
      applied: ['one'],
    },
    {
      name: 'takes neighbours',
      findings: [finding('one', true, ['a.md', 0, 3]), finding('two', true, ['a.md', 3, 5])],
      applied: ['one', 'two'],
    },
    {
      name: 'takes one of two insertions at a place',
      findings: [finding('one', true, ['a.md', 3, 3]), finding('two', true, ['a.md', 3, 3])],
      applied: ['one'],
    },
    {
      name: 'takes a fix whole or not at all',
      findings: [finding('one', true, ['a.md', 0, 3]), finding('two', true, ['b.md', 0, 1], ['a.md', 2, 5])],
      applied: ['one'],
    },
  ];
  for (const { name, findings, applied } of plans) {
    it(name, () => {
      const plan = planFixes(findings);
      assert.deepEqual(
        plan.applied.map(({ rule }) => rule),
        applied,
      );
    });
  }

  it('leaves out what is not possible', () => {
    assert.deepEqual(planFixes([finding('one', true, ['a.md', 0, 1])], { isPossible: () => false }).applied, []);
  });
});
