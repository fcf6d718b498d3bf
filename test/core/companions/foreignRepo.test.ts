import assert from 'node:assert/strict';
import { checkProject } from '../../../server/core/check.ts';
import { type Files, projectOf } from '../../support/product.ts';

const files: Files = {
  'spec.md': '# Export to CSV\n\n## Summary\n\nPeople want their data.\n\n## Acceptance\n\n- A file arrives.\n',
  'tasks.md': '# Tasks\n\n- [ ] Write the exporter\n- [x] Ask two customers\n',
  'proposal.md': '# Proposal: export\n\n## Why\n\nTwo customers asked.\n\n## What changes\n\n- A button\n',
  'templates/TEST_PLAN_TEMPLATE.md':
    '# Test plan\n\n## Scope\n\nTBD\n\n## Approach\n\n{{approach}}\n\n## Test cases\n\n| ID | Case |\n| --- | --- |\n',
  'docs/ADR/0001.md':
    '# Use SQLite\n\n## Context\n\nWe need a store.\n\n## Decision\n\nSQLite.\n\n## Consequences\n\nOne file.\n',
  'RUNBOOK.md': '# Runbook\n\n## Diagnosis\n\nLook at the log.\n\n## Mitigation\n\n1. Restart the service.\n',
};

describe('a repository that never heard of a lifecycle', () => {
  const project = projectOf(files);

  it('has its decision record and its runbook recognised, and nothing else', () => {
    assert.deepEqual(
      project.artifacts.map(({ path, type }) => `${type} ${path}`),
      ['runbook RUNBOOK.md', 'decision-record docs/ADR/0001.md'],
    );
  });

  it('hears nothing of its template and of documents that are none of ours', () => {
    const others = ['spec.md', 'tasks.md', 'proposal.md', 'templates/TEST_PLAN_TEMPLATE.md'];
    const said = checkProject(project).filter(({ path }) => others.includes(path));
    assert.deepEqual(said, []);
  });
});
