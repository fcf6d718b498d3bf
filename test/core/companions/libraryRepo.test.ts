import assert from 'node:assert/strict';
import { checkProject } from '../../../server/core/check.ts';
import { statusOf } from '../../../server/core/status/status.ts';
import { type Files, projectOf } from '../../support/product.ts';

/** A package as packages are: no front matter anywhere. */
const files: Files = {
  'lifecycle.yaml': 'lifecycle: 1\nextends: library\nproduct: { name: tinydate, version: 0.3.0 }\n',
  'README.md':
    '# tinydate\n\nReads dates as people write them.\n\n## Install\n\n`npm install tinydate`\n\n## Usage\n\n`parse("3 May")`\n\n## License\n\nApache-2.0, see [LICENSE](LICENSE).\n',
  LICENSE: 'Apache License\n\n   Copyright [yyyy] [name of copyright owner]\n',
  'CONTRIBUTING.md':
    '# Contributing\n\n## Building\n\nRun the tests.\n\n## Pull requests\n\nOne change each; we answer in a week.\n',
  'SECURITY.md':
    '# Security\n\n## Reporting a vulnerability\n\nWrite to us in private.\n\n## Supported versions\n\nThe newest.\n',
  'docs/index.md':
    '# tinydate\n\n## Getting started\n\nParse one date and print it.\n\n## API\n\n`parse(text)` gives a date or nothing.\n',
  'CHANGELOG.md': '# Changelog\n\n## [0.3.0] - 2026-05-01\n\n### Added\n\n- Months in French.\n',
  'docs/records/gates.yaml': '[]\n',
  'src/data.txt': 'TODO: no document of ours\n',
};

describe('a package with its community files', () => {
  const project = projectOf(files);
  const findings = checkProject(project);
  const { gates, next } = statusOf(project, findings);

  it('has all of them recognised, the licence too', () => {
    assert.deepEqual(
      project.artifacts.map(({ type, path, state }) => `${type} ${path} ${state.status}`),
      [
        'changelog CHANGELOG.md approved',
        'contributing CONTRIBUTING.md approved',
        'licence-file LICENSE approved',
        'readme README.md approved',
        'security-policy SECURITY.md approved',
        'user-manual docs/index.md approved',
      ],
    );
  });

  it('hears of the testing notes and of nothing else that is loud', () => {
    const loud = findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
    assert.deepEqual(
      loud.map(({ rule, path, subject }) => `${rule} ${path} ${subject}`),
      ['artifact-missing lifecycle.yaml test-plan'],
    );
  });

  it('is ready to publish', () => {
    assert.equal(next, 'publish');
    assert.equal(gates.find(({ id }) => id === 'publish')?.state, 'ready');
  });

  it('is not ready without a licence', () => {
    const { LICENSE: _, ...rest } = files;
    const without = projectOf(rest);
    const publish = statusOf(without, checkProject(without)).gates.find(({ id }) => id === 'publish');
    assert.equal(publish?.state, 'blocked');
    assert.deepEqual(
      publish.criteria.filter(({ state }) => state === 'unmet').map(({ id }) => id),
      ['p-licence', 'p-tests'],
    );
  });
});
