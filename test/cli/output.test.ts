import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type CheckOutput, checkSchema } from '../../server/cli/output/check.ts';
import { explainSchema } from '../../server/cli/output/explain.ts';
import { fixSchema } from '../../server/cli/output/fix.ts';
import { gateReviewSchema } from '../../server/cli/output/gate.ts';
import { rulesSchema } from '../../server/cli/output/rules.ts';
import { jsonSchemas } from '../../server/cli/output/schemas.ts';
import { type StatusOutput, statusSchema } from '../../server/cli/output/status.ts';
import { slipway } from './slipway.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));
const example = 'examples/stride-one';

async function json(...args: readonly string[]): Promise<unknown> {
  const { stdout } = await slipway([...args, '--format', 'json'], { cwd: project });
  return JSON.parse(stdout);
}

const outputs = [
  { name: 'check', schema: checkSchema, args: ['check', example] },
  { name: 'status', schema: statusSchema, args: ['status', example] },
  { name: 'gate', schema: gateReviewSchema, args: ['gate', 'handoff', example] },
  { name: 'fix', schema: fixSchema, args: ['fix', example, '--dry-run'] },
  { name: 'rules', schema: rulesSchema, args: ['rules'] },
  { name: 'one rule', schema: rulesSchema, args: ['rules', 'link-broken'] },
  { name: 'explain a document', schema: explainSchema, args: ['explain', `${example}/docs/deployment/roadmap.md`] },
  { name: 'explain a record', schema: explainSchema, args: ['explain', `${example}/docs/records/risks.yaml`] },
] as const;

describe('JSON output', () => {
  for (const { name, schema, args } of outputs) {
    it(`of ${name} is what its schema says and nothing more`, async () => {
      const value = await json(...args);
      assert.deepEqual(schema.parse(value), value);
    });
  }

  it('has published schemas that are up to date', () => {
    for (const [path, schema] of jsonSchemas()) {
      const published: unknown = JSON.parse(readFileSync(`${project}${path}`, 'utf8'));
      assert.deepEqual(published, JSON.parse(JSON.stringify(schema)), `${path}: run "npm run generate"`);
    }
  });

  it('sorts findings and counts them', async () => {
    const { findings, summary } = checkSchema.parse(await json('check', example));
    const keys = findings.map(({ path, line, column, rule, subject }) => ({ path, line, column, rule, subject }));
    const sorted = [...keys].sort(
      (a, b) =>
        Number(a.path > b.path) - Number(a.path < b.path) ||
        a.line - b.line ||
        a.column - b.column ||
        Number(a.rule > b.rule) - Number(a.rule < b.rule) ||
        Number(a.subject > b.subject) - Number(a.subject < b.subject),
    );
    assert.deepEqual(keys, sorted);
    for (const severity of ['error', 'warning', 'info', 'hint'] as const)
      assert.equal(summary[severity], findings.filter(finding => finding.severity === severity).length);
    assert.equal(summary.documents, 32);
  });

  it('gives paths relative to the one folder, and to the current one when there are several', async () => {
    const one: CheckOutput = checkSchema.parse(await json('check', example));
    const two: CheckOutput = checkSchema.parse(await json('check', example, example));
    assert.ok(one.findings.some(({ path }) => path === 'lifecycle.yaml'));
    assert.deepEqual(
      new Set(two.findings.map(({ path }) => path)),
      new Set(one.findings.map(({ path }) => `${example}/${path}`)),
    );
  });

  it('tells the same facts about the status as the text', async () => {
    const { products }: StatusOutput = statusSchema.parse(await json('status', example));
    const { stdout } = await slipway(['status', example], { cwd: project });
    const [product] = products;
    assert.ok(product);
    const lines = stdout.split('\n');
    const lineOf = (title: string): string =>
      lines.find(line => line.startsWith(`${title}  `)) ?? lines.find(line => line.includes(` ${title}  `)) ?? '';
    for (const { title, state, artifacts, criteria } of product.phases) {
      assert.match(lineOf(title), new RegExp(state.replaceAll('-', ' ')));
      assert.ok(stdout.includes(`${artifacts.done} of ${artifacts.all} document`), title);
      assert.ok(stdout.includes(`${criteria.done} of ${criteria.all} criteria met`), title);
    }
    for (const { title, state, must } of product.gates) {
      assert.match(lineOf(title), new RegExp(state));
      assert.ok(lineOf(title).includes(`${must.done} of ${must.all} criteria met`), title);
    }
    for (const { title, state, artifacts } of product.phases.flatMap(({ stages }) => stages)) {
      assert.match(lineOf(title), new RegExp(state.replaceAll('-', ' ')));
      for (const artifact of artifacts) assert.ok(stdout.includes(artifact.title), artifact.title);
    }
    const next = product.gates.find(({ id }) => id === product.next);
    for (const { say, state, reason } of next?.criteria ?? []) {
      assert.equal(stdout.includes(say), state !== 'met', say);
      if (state === 'unmet' && reason) assert.ok(stdout.includes(reason), reason);
    }
  });

  it('tells the same findings as the text, but for hints', async () => {
    const { findings } = checkSchema.parse(await json('check', example));
    const { stdout } = await slipway(['check', example], { cwd: project });
    const lines = stdout.split('\n').filter(line => /^ +\d+:\d+ /.test(line));
    const shown = findings.filter(({ severity }) => severity !== 'hint');
    assert.equal(lines.length, shown.length);
    for (const [index, { line, column, severity, message, rule }] of shown.entries()) {
      assert.match(lines[index] ?? '', new RegExp(`^ +${line}:${column} +\\S ${severity} +`));
      assert.ok(lines[index]?.endsWith(`${message}  ${rule}`), lines[index]);
    }
  });
});
