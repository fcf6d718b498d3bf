import assert from 'node:assert/strict';
import type { CheckOutput } from '../../server/cli/output/check.ts';
import type { FindingOutput } from '../../server/cli/output/finding.ts';
import type { ProductStatusOutput } from '../../server/cli/output/status.ts';
import { createProgress } from '../../server/cli/progress.ts';
import { createStyle } from '../../server/cli/style.ts';
import { findingsText } from '../../server/cli/text/findings.ts';
import { statusText } from '../../server/cli/text/status.ts';
import { summaryText } from '../../server/cli/text/summary.ts';

const pipe = createStyle({ color: false, env: {}, isTerminal: false, columns: undefined });
const narrow = createStyle({ color: false, env: {}, isTerminal: true, columns: 70 });

const finding = (
  path: string,
  line: number,
  severity: FindingOutput['severity'],
  fixes: FindingOutput['fixes'] = [],
): FindingOutput => ({
  rule: 'link-broken',
  severity,
  path,
  line,
  column: 1,
  endLine: line,
  endColumn: 9,
  subject: 'x.md',
  message: 'The link “x.md” leads to no file. Correct it, or create the file.',
  fixes,
});

const findings = [
  finding('docs/a.md', 7, 'error', [{ title: 'Link to y.md', safe: false }]),
  finding('docs/a.md', 120, 'warning', [
    { title: 'Link to z.md', safe: false },
    { title: 'Link to X.md', safe: true },
  ]),
  finding('docs/a.md', 121, 'hint', [{ title: 'Rename', safe: true }]),
  finding('docs/b.md', 1, 'info'),
];

const counts = { error: 1, warning: 1, info: 1, hint: 1 };
const output: CheckOutput = { version: 1, findings, summary: { documents: 2, ...counts } };

const status: ProductStatusOutput = {
  product: 'Pulse',
  productVersion: '1.0.0',
  lifecycle: 'Two steps',
  definition: 'lifecycle.yaml',
  asOf: '2026-06-15',
  counts,
  next: 'go',
  headline: {
    severity: 'error',
    title: 'Deployed too early',
    detail: 'CHG-1 is deployed.',
    place: { path: 'changes.yaml', line: 3, column: 1 },
  },
  phases: [
    {
      id: 'make',
      title: 'Make',
      state: 'in-progress',
      artifacts: { done: 1, all: 2 },
      criteria: { done: 1, all: 3 },
      gates: { done: 0, all: 1, regressed: 0 },
      counts,
      stages: [
        {
          id: 'write',
          title: 'Write',
          phase: 'make',
          state: 'in-progress',
          gates: ['go'],
          artifacts: [
            {
              type: 'brief',
              title: 'Brief',
              phase: 'make',
              need: 'required',
              state: 'approved',
              satisfied: true,
              newPath: 'brief.md',
              documents: [{ path: 'brief.md', title: 'Brief', state: 'approved', overdue: true }],
            },
            {
              type: 'plan',
              title: 'Plan',
              phase: 'make',
              need: 'required',
              state: 'missing',
              satisfied: false,
              newPath: 'plan.md',
              documents: [],
            },
            {
              type: 'note',
              title: 'Note',
              phase: 'make',
              need: 'optional',
              state: 'in-review',
              satisfied: false,
              newPath: 'note.md',
              documents: [
                { path: 'a.md', title: 'A', state: 'draft', overdue: false },
                { path: 'b.md', title: 'B', state: 'in-review', overdue: false },
              ],
            },
          ],
        },
      ],
    },
  ],
  gates: [
    {
      id: 'go',
      title: 'Ready to go',
      phase: 'make',
      question: 'Can it go?',
      repeats: false,
      state: 'blocked',
      must: { done: 1, all: 3 },
      criteria: [
        { id: 'a', part: 'exit', level: 'must', check: 'artifact', say: 'The brief is approved.', state: 'met' },
        {
          id: 'b',
          part: 'exit',
          level: 'should',
          check: 'artifact',
          say: 'A note is approved.',
          state: 'unmet',
          reason: 'Note is in review.',
        },
        {
          id: 'c',
          part: 'exit',
          level: 'must',
          check: 'test-results',
          say: 'Tests pass.',
          state: 'unmet',
          reason: 'Nothing is tested.',
        },
        {
          id: 'd',
          part: 'exit',
          level: 'must',
          check: 'artifact',
          say: 'The plan is approved.',
          state: 'unmet',
          reason: 'Plan is missing.',
          place: { path: 'lifecycle.yaml', line: 2, column: 1 },
        },
      ],
    },
  ],
};

describe('text output', () => {
  it('shows findings by file, aligned, without hints', () => {
    assert.deepEqual(findingsText(pipe, findings), [
      'docs/a.md',
      '    7:1  ✖ error    The link “x.md” leads to no file. Correct it, or create the file.  link-broken',
      '                    fix: Link to y.md (in the editor)',
      '  120:1  ▲ warning  The link “x.md” leads to no file. Correct it, or create the file.  link-broken',
      '                    fix: Link to X.md (slipway fix)',
      '',
      'docs/b.md',
      '  1:1  ● info     The link “x.md” leads to no file. Correct it, or create the file.  link-broken',
      '',
    ]);
  });

  it('wraps on a narrow terminal', () => {
    assert.deepEqual(findingsText(narrow, findings.slice(0, 1)), [
      'docs/a.md',
      '  7:1  ✖ error    The link “x.md” leads to no file. Correct it, or',
      '                  create the file.  link-broken',
      '                  fix: Link to y.md (in the editor)',
      '',
    ]);
  });

  it('closes with counts, what repairs itself and what comes next', () => {
    assert.deepEqual(summaryText(pipe, output, [status]), [
      '✖ 1 error, 1 warning, 1 info in 2 documents.',
      '  slipway fix repairs 1 of them and 1 hint.',
      '  Next gate: Ready to go (1 of 3 criteria met). First: Nothing is tested.',
    ]);
  });

  it('says so when there is nothing to report', () => {
    const empty: CheckOutput = {
      version: 1,
      findings: [],
      summary: { documents: 1, error: 0, warning: 0, info: 0, hint: 0 },
    };
    assert.deepEqual(summaryText(pipe, empty, []), ['✔ 1 document: nothing to report.']);
  });

  it('shows the status as a line of stages and gates', () => {
    assert.deepEqual(statusText(pipe, status), [
      'Pulse 1.0.0  lifecycle Two steps, as of 2026-06-15',
      '',
      '✖ error    Deployed too early',
      '  CHG-1 is deployed.  changes.yaml:3',
      '',
      'Make  in progress',
      '  1 of 2 documents ready; 1 of 3 criteria met; 0 of 1 gate passed',
      '    Write        in progress  ● Brief (review overdue)  ◌ Plan (missing)  ◐ Note (in review, optional, 2 documents)',
      '  ◇ Ready to go  blocked      1 of 3 criteria met',
      '',
      'Next gate: Ready to go  blocked  1 of 3 criteria met',
      '  Can it go?',
      '  ✖ Tests pass.',
      '    Nothing is tested.',
      '  ✖ The plan is approved.',
      '    Plan is missing.  lifecycle.yaml:2',
      '  ✖ A note is approved. (should)',
      '    Note is in review.',
      '',
      '1 error, 1 warning, 1 info: slipway check lists them.',
    ]);
  });
});

describe('progress', () => {
  const world = (isTerminal: boolean, written: string[]) => ({
    cwd: '/',
    env: {},
    today: '2026-06-15',
    stdout: { write() {}, isTerminal, columns: 80 },
    stderr: { write: (text: string) => void written.push(text), isTerminal, columns: 80 },
  });

  it('writes nothing for short work, in a pipe or when quiet', () => {
    const written: string[] = [];
    for (const progress of [
      createProgress(world(true, written), false),
      createProgress(world(false, written), false),
      createProgress(world(true, written), true),
    ]) {
      progress.update(1, 2);
      progress.clear();
    }
    assert.deepEqual(written, []);
  });

  it('shows one line for long work on a terminal and takes it away', () => {
    const written: string[] = [];
    let now = 0;
    const progress = createProgress(world(true, written), false, () => now);
    progress.update(1, 9);
    now = 1000;
    progress.update(5, 9);
    progress.update(6, 9);
    progress.clear();
    assert.deepEqual(written, ['\r\u001b[KReading documents: 5 of 9', '\r\u001b[K']);
  });
});
