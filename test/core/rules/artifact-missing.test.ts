import assert from 'node:assert/strict';
import { assertFix, assertMarked, assertSilent, fixTitles } from '../../support/marked.ts';
import { type Files, findingsIn, passedUpTo, people, projectOf } from '../../support/product.ts';

const rule = 'artifact-missing';

const draft = (type: string): string =>
  `---\ntype: ${type}\nstatus: draft\nowner: Ana\nversion: 1.0.0\n---\n\n# ${type}\n`;

/** A product of which nothing is asked but what the test is about. */
const calm = (...lines: readonly string[]): string =>
  `lifecycle: 1\nextends: standard\nrecords: null\n${lines.join('\n')}\n`;

const subjects = (files: Files): readonly string[] =>
  findingsIn(files, rule).map(({ severity, subject }) => `${severity} ${subject}`);

describe(rule, () => {
  it('asks a product in its first week for what the first gate needs, and for nothing else', () => {
    assert.deepEqual(
      subjects({
        'docs/development/product-brief.md': draft('product-brief'),
        'docs/development/market-research.md': draft('market-research'),
      }),
      ['warning requirements', 'info stakeholders, risk-register, metrics, gate-log'],
    );
  });

  it('is shown where the definition names the lifecycle, with gate, accountable person and purpose', () => {
    assertMarked(rule, {
      ...people({ 'product-manager': 'Ana', sponsor: 'Sara' }),
      'docs/development/product-brief.md': draft('product-brief'),
      'docs/development/market-research.md': draft('market-research'),
      'lifecycle.yaml': `
lifecycle: 1
extends: standard
         ^^^^^^^^ warning: Requirements are missing: the next gate, “Concept agreed”, needs them (accountable: product manager, Ana). Lists what the product must do
         ^^^^^^^^ warning: Risk register is missing: the next gate, “Concept agreed”, needs it. Keeps what could go wrong
         ^^^^^^^^ warning: Metrics are missing
         ^^^^^^^^ warning: Gate log is missing
product: { version: 1.0.0 }
`,
    });
  });

  it('is shown at the entry of a definition that asks for it itself', () => {
    assertMarked(rule, {
      'lifecycle.yaml': `
lifecycle: 1
extends: standard
records: null
artifacts:
  product-brief: null
  requirements: { need: optional }
  market-research:
  ^^^^^^^^^^^^^^^ Market research is missing
    required-by: concept
  pitch:
  ^^^^^ Pitch is missing: the next gate, “Concept agreed”, needs it.
    title: Pitch
    phase: development
    required-by: concept
    path: docs/pitch.md
`,
    });
  });

  it('gets graver as the gate comes nearer', () => {
    const missing = (gate: string | undefined): string | undefined =>
      findingsIn(gate === undefined ? {} : passedUpTo(gate), rule).find(({ subject }) => subject === 'user-manual')
        ?.severity;
    assert.deepEqual([undefined, 'concept', 'verification', 'handoff', 'launch'].map(missing), [
      undefined,
      undefined,
      undefined,
      'warning',
      'error',
    ]);
  });

  it('treats every gate up to the horizon as next', () => {
    const found = subjects({ 'lifecycle.yaml': calm('horizon: launch') });
    assert.ok(found.includes('warning user-manual'));
    assert.ok(!found.some(subject => subject.endsWith('launch-review')));
  });

  it('judges who has shipped in fact as if the launch were next', () => {
    const found = subjects({ 'CHANGELOG.md': '# Changelog\n\n## 1.0.0 - 2026-06-01\n\n- First release\n' });
    assert.ok(found.includes('warning user-manual'));
  });

  it('only mentions what is recommended, and never what is optional', () => {
    const found = findingsIn(passedUpTo('concept'), rule);
    const recommended = found.find(({ subject }) => subject === 'ux-design');
    assert.equal(recommended?.severity, 'info');
    assert.match(recommended?.message ?? '', /needs it, if it applies \(accountable: designer\)\. Shows/);
    assert.ok(!found.some(({ subject }) => ['decision-record', 'retirement-plan'].includes(subject)));
  });

  it('counts one file for each type that it names', () => {
    assertSilent(rule, {
      'lifecycle.yaml': calm(),
      'docs/all.md': draft('[product-brief, market-research, requirements]'),
    });
  });

  it('counts a file whose type is found by evidence', () => {
    const files = {
      'lifecycle.yaml': calm('artifacts: { market-research: null, requirements: null }'),
      'notes/one-pager.md': '# Product brief\n\nTo come.\n',
    };
    assertSilent(rule, files);
  });

  it('does not count a document that is out of use, but one that is waived in it', () => {
    const files = (status: string): Files => ({
      'lifecycle.yaml': calm('artifacts: { market-research: null, requirements: null }'),
      'docs/development/product-brief.md': `---\nstatus: ${status}\nowner: Ana\n---\n\n# Brief\n`,
    });
    assert.deepEqual(subjects(files('superseded')), ['warning product-brief']);
    assert.deepEqual(fixTitles(rule, files('superseded')), [
      'Declare “product-brief” not applicable',
      'Say where “product-brief” is kept instead',
    ]);
    assertSilent(rule, files('draft\nnot_applicable: { reason: The pitch does, by: Ana }'));
  });

  it('is content with a waiver in the definition that holds, and with a document kept elsewhere', () => {
    const waive = (waiver: string): Files => ({
      'lifecycle.yaml': calm(
        'artifacts: { market-research: null, requirements: null }',
        `waive: { product-brief: ${waiver} }`,
      ),
    });
    assertSilent(rule, waive('{ reason: The pitch does, by: Ana, until: 2026-06-15 }'));
    assert.deepEqual(subjects(waive('{ reason: The pitch does, by: Ana, until: 2026-06-14 }')), [
      'warning product-brief',
    ]);
    assert.deepEqual(subjects(waive('{ reason: "", by: Ana }')), ['warning product-brief']);
    assertSilent(rule, {
      'lifecycle.yaml': calm(
        'artifacts: { market-research: null, requirements: null }',
        'provided-by: { product-brief: { url: https://example.org/brief } }',
      ),
    });
  });

  it('counts a record that a document holds, and goes on folding the others', () => {
    const risks = '\n## Risks\n\n| Risk | Title | Impact |\n| - | - | - |\n| RISK-1 | Late | 2 |\n';
    const files = { 'docs/development/product-brief.md': draft('product-brief') + risks };
    assert.ok(subjects(files).includes('info stakeholders, metrics, gate-log'));
    const begun = subjects({ ...files, 'docs/records/metrics.yaml': '[]\n' });
    assert.deepEqual(begun.filter(subject => /log|register|stakeholders|metrics/.test(subject)).sort(), [
      'warning gate-log',
      'warning stakeholders',
    ]);
  });

  it('counts changes that the changelog holds', () => {
    const changelog = (line: string) => ({ 'CHANGELOG.md': `# Changelog\n\n## 1.0.0\n\n- ${line}\n` });
    const asked = (line: string) => subjects({ ...passedUpTo('verification'), ...changelog(line) });
    assert.ok(asked('Sync').includes('warning change-log'));
    assert.ok(!asked('CHG-1: Sync').includes('warning change-log'));
  });

  it('folds the records into one note until the first of them exists', () => {
    const [note, ...others] = findingsIn({}, rule).filter(({ severity }) => severity === 'info');
    assert.deepEqual(others, []);
    assert.equal(
      note?.message,
      'No record is begun: stakeholders and roles, risk register, metrics and gate log. Begin with docs/records/stakeholders.yaml: the next gate, “Concept agreed”, is judged by records.',
    );
    assert.deepEqual(
      subjects({ 'docs/records/metrics.yaml': '[]\n' }).filter(subject => /log|register|stakeholders/.test(subject)),
      ['warning gate-log', 'warning risk-register', 'warning stakeholders'],
    );
  });

  it('says nothing when the definition cannot be read', () => {
    assertSilent(rule, { 'lifecycle.yaml': '- a list\n' });
  });

  describe('offers', () => {
    it('a new document that is silent itself', () => {
      const before: Files = { 'lifecycle.yaml': `${calm('product: { version: 1.2.0 }')}horizon: launch\n` };
      assertFix(rule, {
        title: 'Create docs/deployment/training-plan.md',
        before,
        after: {
          'docs/deployment/training-plan.md': `---
type: training-plan
status: draft
owner: product-manager
version: 1.2.0
---

# Training plan

## Who needs what

<!-- Developers and testers: technologies and tools. Users and support staff: use and troubleshooting. Sales: the product and its promises. -->

| Role | Topic | Needed by |
| --- | --- | --- |
‸
## Material

<!-- What exists, what must be made, and for which product version. -->
‸
## Delivery

<!-- When and how each group is trained; record each session in the training log (TRN). -->
‸`,
        },
      });
    });

    it('nothing of which a fresh draft would be accused', () => {
      const before: Files = {
        'lifecycle.yaml': 'lifecycle: 1\nextends: standard\nproduct: { version: 1.2.0 }\nhorizon: launch-review\n',
      };
      const created: Record<string, string> = { ...before };
      for (const { fixes } of findingsIn(before, rule))
        for (const { changes } of fixes.filter(({ byName }) => byName))
          for (const change of changes) if (change.kind === 'create') created[change.path] = change.text;
      assert.ok(Object.keys(created).length > 20);
      assert.deepEqual(
        findingsIn(created)
          .filter(({ path }) => path !== 'lifecycle.yaml')
          .map(({ path, message }) => `${path}: ${message}`),
        [
          'docs/deployment/support-plan.md: The field “roles” is empty. Roles that answer customers; each needs a finished training entry.',
        ],
      );
      assert.equal(
        projectOf(created).artifacts.every(({ state }) => state.status === 'draft' || state.status === 'approved'),
        true,
      );
    });

    it('the sign with which nobody overwrites a file', () => {
      const files = { 'docs/development/product-brief.md': draft('roadmap') };
      assert.ok(!fixTitles(rule, files).includes('Create docs/development/product-brief.md'));
    });

    it('to begin a record', () => {
      assertFix(rule, {
        title: 'Create docs/records/risks.yaml',
        before: {},
        after: {
          'docs/records/risks.yaml':
            '# Risk register: Keeps what could go wrong, how bad it would be, and what is done about it.\n[]\n',
        },
      });
    });

    it('to name the type of a file that could be it', () => {
      const pitch = (id: string): string =>
        `  ${id}: { title: ${id}, phase: development, required-by: concept, path: docs/${id}.md, recognise: { files: [pitch], headings: [pitch] } }`;
      const before = {
        'lifecycle.yaml': `lifecycle: 1\nextends: standard\nartifacts:\n${pitch('short')}\n${pitch('long')}\n`,
        'notes/pitch.md': '# Pitch\n\nWhy not?\n',
      };
      assertFix(rule, {
        title: 'Say that notes/pitch.md is it',
        before,
        after: { 'notes/pitch.md': '---\ntype: ‸short\n---\n\n# Pitch\n\nWhy not?\n' },
      });
    });

    const waivable = calm(
      'artifacts: { market-research: { need: optional }, requirements: { need: optional } }',
    ).trimEnd();

    it('to declare it not applicable, without saying why for anybody', () => {
      const title = 'Declare “product-brief” not applicable';
      assertFix(rule, {
        title,
        before: { 'lifecycle.yaml': waivable },
        after: {
          'lifecycle.yaml': `${waivable}\nwaive:\n  product-brief:\n    reason: "‸"\n    by: "‸"\n    until: "‸"\n`,
        },
      });
      assertFix(rule, {
        title,
        before: {
          'lifecycle.yaml': `waive:\n    roadmap:\n        reason: None # yet\n        by: Ana\n\n# The rest\n${waivable}\n`,
        },
        after: {
          'lifecycle.yaml': `waive:\n    roadmap:\n        reason: None # yet\n        by: Ana\n    product-brief:\n      reason: "‸"\n      by: "‸"\n      until: "‸"\n\n# The rest\n${waivable}\n`,
        },
      });
    });

    it('an entry that has no effect until it is filled in', () => {
      const entries = `waive:\n  product-brief:\n    reason: ""\n    by: ""\n    until: ""\nprovided-by:\n  product-brief:\n    url: ""\n`;
      assert.deepEqual(
        findingsIn({ 'lifecycle.yaml': `${waivable}\n${entries}` }).map(({ rule: id, message }) => `${id}: ${message}`),
        [
          'artifact-missing: Product brief is missing: the next gate, “Concept agreed”, needs it (accountable: product manager). States on a page or two why the product exists, for whom, what is in and out, and how success will be seen.',
          'waiver-invalid: The waiver of “product-brief” gives no reason and names nobody who decided it, so it has no effect. Complete it, or remove it.',
        ],
      );
    });

    it('to say where it is kept', () => {
      assertFix(rule, {
        title: 'Say where “product-brief” is kept instead',
        before: { 'lifecycle.yaml': `provided-by:\n${waivable}\n` },
        after: { 'lifecycle.yaml': `provided-by:\n  product-brief:\n    url: "‸"\n${waivable}\n` },
      });
    });

    it('no entry in braces and none that is there', () => {
      const titles = fixTitles(rule, {
        'lifecycle.yaml': `${waivable}\nwaive: { roadmap: { reason: None, by: Ana } }\nprovided-by:\n  product-brief:\n`,
      });
      assert.deepEqual(titles, ['Create docs/development/product-brief.md']);
    });
  });
});
