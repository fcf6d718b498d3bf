import assert from 'node:assert/strict';
import type { Project } from '../../../server/core/project/model.ts';
import { coverageOf } from '../../../server/core/project/traces/coverage.ts';
import { endKey } from '../../../server/core/project/traces/ends.ts';
import { tracesOf } from '../../../server/core/project/traces/links.ts';
import type { TraceLink } from '../../../server/core/project/traces/model.ts';
import { withCrlf } from '../../support/marked.ts';
import { type Files, projectOf } from '../../support/product.ts';

const page = (type: string, body: string, fields = ''): string =>
  `---\ntype: ${type}\nstatus: draft\nowner: engineer\n${fields}---\n\n# Title\n\n${body}`;
const requirements = (body: string): Files => ({
  'r.md': page('requirements', `## Functional requirements\n\n${body}`),
});
const testPlan = (body: string): Files => ({ 't.md': page('test-plan', `## Test cases\n\n${body}`) });
const records = (file: string, ...entries: readonly string[]): Files => ({
  [`docs/records/${file}.yaml`]: entries.map(entry => `- { ${entry} }\n`).join(''),
});

const arrow = ({ type, from, to }: TraceLink): string => `${name(from)} ${type} ${name(to)}`;
const name = (end: TraceLink['from']): string => endKey(end).replace(/^item /, '');
const linksIn = (files: Files): readonly string[] => tracesOf(projectOf(files)).links.map(arrow).sort();
const open = (project: Project, rule: string): readonly string[] =>
  coverageOf(project, rule)
    .filter(({ covered }) => !covered)
    .map(({ name: subject }) => subject);

describe('items', () => {
  const item = (files: Files, id: string) => tracesOf(projectOf(files)).items.get(id);

  const forms: readonly (readonly [string, Files])[] = [
    [
      'a heading with lines below it',
      requirements('### REQ-1: Count steps\n\nWords.\n\n- priority: must\n- **Source:** NEED-1\n'),
    ],
    ['a list item with nested lines', requirements('- **REQ-1**: Count steps\n  - Priority: must\n')],
    [
      'a row of a table',
      requirements('| Id | Requirement | Priority |\n|---|---|---|\n| REQ-1 | Count steps | must |\n'),
    ],
  ];
  for (const [form, files] of forms)
    for (const [ends, variant] of [
      ['LF', files],
      ['CRLF', withCrlf(files)],
    ] as const)
      it(`are read from ${form}, ${ends}`, () => {
        const found = item(variant, 'REQ-1');
        assert.equal(found?.title, 'Count steps');
        const priority = found?.get('priority');
        assert.equal(priority?.kind === 'scalar' && priority.source, 'must');
      });

  it('keep what is said about an item inside another apart', () => {
    const files = requirements('### REQ-1: Outer\n\n- priority: must\n\n#### REQ-2: Inner\n\n- priority: could\n');
    const said = (id: string): number => item(files, id)?.statements.length ?? 0;
    assert.deepEqual([said('REQ-1'), said('REQ-2')], [1, 1]);
  });

  it('are retired when their kind says so', () => {
    const files = requirements('### REQ-1: One\n\n- status: dropped\n\n### REQ-2: Two\n\n- status: agreed\n');
    assert.deepEqual([item(files, 'REQ-1')?.retired, item(files, 'REQ-2')?.retired], [true, false]);
  });

  it('say nothing inside code', () => {
    const files = requirements('### REQ-1: One\n\n```\npriority: must\n```\n');
    assert.equal(item(files, 'REQ-1')?.get('priority'), undefined);
  });
});

describe('links', () => {
  const table: readonly (readonly [string, Files, readonly string[]])[] = [
    ['a line under a heading', requirements('### REQ-1: One\n\nSource: NEED-3\n'), ['REQ-1 derives-from NEED-3']],
    [
      'a column headed by the verb',
      testPlan('| Test | Verifies |\n|---|---|\n| TST-1 | REQ-1, REQ-2 |\n'),
      ['TST-1 verifies REQ-1', 'TST-1 verifies REQ-2'],
    ],
    [
      'a column headed by the kind',
      testPlan('| Test | Requirement |\n|---|---|\n| TST-1 | REQ-1 |\n'),
      ['TST-1 verifies REQ-1'],
    ],
    [
      'a field of a record, from the side of the target',
      records('feedback', 'id: FB-1, summary: x, resolved_by: [CHG-1]'),
      ['CHG-1 resolves FB-1'],
    ],
    [
      'words where ids could stand',
      records('risks', 'id: RISK-1, title: x, mitigation: We buy two.'),
      ['text We buy two. mitigates RISK-1'],
    ],
    ['a version', records('changes', 'id: CHG-1, title: x, version: 1.0.0'), ['CHG-1 released-in version 1.0.0']],
    [
      'a role under one of its names',
      records('training', 'id: TRN-1, title: x, audience: [developer]'),
      ['TRN-1 trains role engineer'],
    ],
    [
      'an id of another system',
      requirements('### REQ-1: One\n\nSource: PROJ-17\n'),
      ['REQ-1 derives-from external PROJ-17'],
    ],
    [
      'a field that maps headings to ids',
      { 'm.md': page('user-manual', '## Using it\n\nWords.\n', 'covers: { Using it: [REQ-1] }\n') },
      ['REQ-1 described-in section m.md user-manual'],
    ],
    [
      'a comment in a section',
      { 'm.md': page('user-manual', '## Using it\n\n<!-- covers: REQ-1 -->\n\nWords.\n') },
      ['REQ-1 described-in section m.md user-manual'],
    ],
    ['a mention in prose', requirements('### REQ-1: One\n\nUnlike NEED-3, this is new.\n'), []],
    ['a word in code', requirements('### REQ-1: One\n\n```\nSource: NEED-3\n```\n'), []],
  ];
  for (const [form, files, expected] of table)
    for (const [ends, variant] of [
      ['LF', files],
      ['CRLF', withCrlf(files)],
    ] as const)
      it(`are read from ${form}, ${ends}`, () => {
        const known = linksIn(variant).map(link => link.replace(/ \d+$/, ''));
        assert.deepEqual(known, expected);
      });
});

describe('coverage', () => {
  const own = (rule: string, more = ''): Files => ({
    'lifecycle.yaml': `lifecycle: 1\nextends: standard\nproduct: { version: 1.4.0 }\n${more}coverage: { own: { ${rule}, from-gate: concept } }\n`,
  });

  it('leaves out what is retired, and what is aimed at a later version', () => {
    const project = projectOf({
      ...own('every: REQ, link: verified-by, to: [TST]'),
      ...requirements(
        '### REQ-1: One\n\n### REQ-2: Two\n\n- status: dropped\n\n### REQ-3: Three\n\n- version: 2.0.0\n',
      ),
    });
    assert.deepEqual(open(project, 'own'), ['REQ-1']);
  });

  it('does not count what is retired at the other end, nor what is declared nowhere', () => {
    const project = projectOf({
      ...own('every: TST, link: verifies, to: [REQ]'),
      ...requirements('### REQ-1: One\n\n- status: dropped\n\n### REQ-2: Two\n'),
      ...testPlan('| Test | Verifies |\n|---|---|\n| TST-1 | REQ-1 |\n| TST-2 | REQ-2 |\n| TST-3 | REQ-9 |\n'),
    });
    assert.deepEqual(open(project, 'own'), ['TST-1', 'TST-3']);
  });

  it('goes over several steps', () => {
    const project = projectOf({
      ...own('every: NEED, through: [leads-to], link: verified-by, to: [TST]'),
      'n.md': page('market-research', '## Customer needs\n\n- **NEED-1**: One\n- **NEED-2**: Two\n'),
      ...requirements('### REQ-1: One\n\n- source: NEED-1\n\n### REQ-2: Two\n\n- source: NEED-2\n'),
      ...testPlan('| Test | Verifies |\n|---|---|\n| TST-1 | REQ-1 |\n'),
    });
    assert.deepEqual(open(project, 'own'), ['NEED-2']);
  });

  it('without a link, is content with a mention anywhere, in code nowhere', () => {
    const project = projectOf({
      ...own(
        'every: CLAUSE',
        "items: { CLAUSE: { title: Clause, pattern: '\\d+\\.\\d+\\.\\d+' } }\nrecords: { clauses: { title: Clauses, path: clauses.yaml, declares: [CLAUSE] } }\n",
      ),
      'clauses.yaml': '- { id: 5.1.1 }\n- { id: 5.1.2 }\n- { id: 5.1.3 }\n',
      ...requirements('### REQ-1: One\n\nAsked for by clause 5.1.2.\n\n`5.1.3`\n'),
    });
    assert.deepEqual(open(project, 'own'), ['5.1.1', '5.1.3']);
  });

  it('is asked of the entries of a section and of the values of a field', () => {
    const goals = projectOf({
      'b.md': page('product-brief', '## Goals\n\n- Be fast (MET-1).\n- Be loved.\n'),
      ...records('metrics', 'id: MET-1, title: Speed'),
    });
    assert.deepEqual(open(goals, 't-met-goal'), ['Be loved.']);
    const roles = projectOf({
      's.md': page('support-plan', '', 'roles: [customer-support, it-support]\n'),
      ...records('training', 'id: TRN-1, title: x, audience: [customer-support], status: done'),
    });
    assert.deepEqual(open(roles, 't-role-trained'), ['it-support']);
  });
});
