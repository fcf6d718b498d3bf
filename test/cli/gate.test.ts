import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tempFolder } from '../host/tempFolder.ts';
import { slipway } from './slipway.ts';

const example = fileURLToPath(new URL('../../examples/stride-one', import.meta.url));
const small = `lifecycle: 1
phases: { make: { title: Make, stages: { sell: { title: Sell } } } }
statuses: { draft: {}, approved: { agreed: true } }
roles: { owner: { title: Owner } }
artifacts:
  brief: { title: Brief, phase: make, path: brief.md, required-by: agreed, accountable: [owner] }
  plan: { title: Plan, phase: make, path: plan.md, required-by: sold, accountable: [owner] }
gates:
  agreed: { title: Agreed, phase: make, opens: [sell], decided-by: { roles: [owner] }, exit: { b: { check: artifact, type: brief, status: approved, say: The brief is approved. } } }
  sold: { title: Sold, phase: make, exit: { p: { check: artifact, type: plan, status: approved, say: The plan is approved. } } }
records: { gate-log: { title: Gate log, path: gates.yaml } }
`;
const approved = '---\nstatus: approved\napprovals: [{ by: Ana, role: owner }]\n---\n\n# Brief\n';

describe('slipway gate', () => {
  const inFolder = async (files: Readonly<Record<string, string>>, ...args: readonly string[]) =>
    slipway(['gate', ...args], { cwd: tempFolder(files) });

  it('says what blocks the next gate, where to go, and what passing it would open', async () => {
    const { status, stdout } = await inFolder({ 'lifecycle.yaml': small });
    assert.equal(status, 1);
    assert.deepEqual(stdout.trimEnd().split('\n'), [
      'Agreed  blocked  0 of 1 criteria met',
      '  Decided by owner.',
      '',
      'What blocks it',
      '  ✖ The brief is approved.',
      '    Brief is missing.',
      '',
      'What passing it would open',
      '  Stages: Sell.',
      '  Next gate: Sold, 0 of 1 criteria met today.',
      '  1 finding would be new or graver:',
      '  ▲ warning  Plan is missing: the next gate, “Sold”, needs it (accountable: owner).  lifecycle.yaml:7',
    ]);
  });

  it('says that people can decide once every must-criterion is met', async () => {
    const { status, stdout } = await inFolder({ 'lifecycle.yaml': small, 'brief.md': approved });
    assert.equal(status, 0);
    assert.match(stdout, /^Agreed {2}ready {2}1 of 1 criteria met\n/);
    assert.match(stdout, /people can decide, and record it in the gate log/);
  });

  it('says what stands when the gate is passed, and what fell when it is not any more', async () => {
    const log = '- { gate: agreed, date: 2026-06-01, decision: go, by: [{ name: Ana, role: owner }] }\n';
    const passed = await inFolder({ 'lifecycle.yaml': small, 'brief.md': approved, 'gates.yaml': log }, 'agreed');
    assert.equal(passed.status, 0);
    assert.match(passed.stdout, /The decision “go” is recorded, and every must-criterion holds\./);
    const fallen = await inFolder({ 'lifecycle.yaml': small, 'gates.yaml': log }, 'agreed');
    assert.equal(fallen.status, 1);
    assert.match(fallen.stdout, /^Agreed {2}regressed {2}0 of 1/);
  });

  it('takes earlier open gates as passed when it looks ahead', async () => {
    const { stdout } = await inFolder({ 'lifecycle.yaml': small }, 'sold');
    assert.match(stdout, /^Sold {2}later/);
    assert.doesNotMatch(stdout, /gate-order|earlier gate/);
  });

  for (const [args, expected] of [
    [['heaven'], /There is no gate "heaven"\. There are agreed, sold\./],
    [['agreed', 'nowhere'], /no folder "nowhere"/],
  ] as const)
    it(`refuses ${args.join(' ')} in words`, async () => {
      const { status, stderr } = await inFolder({ 'lifecycle.yaml': small }, ...args);
      assert.equal(status, 2);
      assert.match(stderr, expected);
    });

  it('reviews each gate of the sample product', async () => {
    const { stdout } = await slipway(['gate', 'launch', '--quiet'], { cwd: example });
    assert.match(stdout, /Ready to launch {2}later {2}1 of 11 criteria met/);
    assert.match(stdout, /RISK-6 is left, none may be\. {2}docs\/records\/risks\.yaml:\d+/);
  });

  it('prepares the entry of a decision with its baseline, and leaves to people what is theirs', async () => {
    const cwd = tempFolder({ 'lifecycle.yaml': small, 'brief.md': approved });
    const prepared = await slipway(['gate', 'agreed', '--prepare'], { cwd });
    assert.equal(prepared.status, 0);
    assert.match(prepared.stderr, /Prepared in gates\.yaml: people fill in decision, date and names\./);
    const log = readFileSync(join(cwd, 'gates.yaml'), 'utf8');
    assert.match(
      log,
      /^- gate: agreed\n {2}baseline: \{ ids: \[\], fingerprints: \{ "brief\.md": "[0-9a-f]{12}" \} \}\n {2}date: \n {2}decision: \n {2}by: \n$/,
    );
    const again = await slipway(['gate', 'agreed', '--prepare'], { cwd });
    assert.equal(again.status, 2);
    assert.match(again.stderr, /an entry for this gate waits/);
    assert.equal(readFileSync(join(cwd, 'gates.yaml'), 'utf8'), log);
  });

  it('tells with the baseline what was edited since', async () => {
    const cwd = tempFolder({ 'lifecycle.yaml': small, 'brief.md': approved });
    await slipway(['gate', 'agreed', '--prepare'], { cwd });
    const decided = readFileSync(join(cwd, 'gates.yaml'), 'utf8').replace('decision: ', 'decision: go');
    writeFileSync(join(cwd, 'gates.yaml'), decided);
    writeFileSync(join(cwd, 'brief.md'), `${approved.replace('approved', 'draft')}\nMore.\n`);
    const { stdout } = await slipway(['check'], { cwd });
    assert.match(stdout, /gate-regressed/);
    assert.match(stdout, /Since the decision, brief\.md was\s+edited\./);
  });
});
