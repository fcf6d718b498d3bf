import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { findingsIn, projectOf } from '../support/product.ts';

const definition = readFileSync('examples/kubernetes-enhancements/lifecycle.yaml', 'utf8');
const folder = 'keps/sig-node/4000-sleep-mode';

const metadata = `title: Sleep mode
kep-number: 4000
authors: ["@mei"]
owning-sig: sig-node
status: implementable
creation-date: 2026-02-03
reviewers: ["@tom"]
approvers: ["@lena"]
stage: alpha
latest-milestone: v1.35
milestone:
  alpha: v1.35
`;

describe('examples/kubernetes-enhancements', () => {
  it('is a definition without faults', () => {
    assert.deepEqual(projectOf({ 'lifecycle.yaml': definition }).definition.problems, []);
  });

  it('recognises a proposal and its metadata, and no template', () => {
    const { artifacts } = projectOf({
      'lifecycle.yaml': definition,
      [`${folder}/kep.yaml`]: metadata,
      [`${folder}/README.md`]: '# KEP-4000: Sleep mode\n',
      'keps/NNNN-kep-template/README.md': '# KEP-NNNN: Your title\n',
      'keps/NNNN-kep-template/kep.yaml': 'title: KEP Template\n',
    });
    assert.deepEqual(
      artifacts.map(({ path, type }) => `${type} ${path}`),
      [`proposal ${folder}/README.md`, `metadata ${folder}/kep.yaml`],
    );
  });

  it('objects to a status that the process does not know and to a missing approver', () => {
    const spoilt = metadata.replace('implementable', 'done').replace(/approvers.*\n/, '');
    const found = findingsIn({ 'lifecycle.yaml': definition, [`${folder}/kep.yaml`]: spoilt });
    assert.deepEqual(found.map(({ rule, subject }) => `${rule} ${subject}`).sort(), [
      'front-matter-field approvers',
      'front-matter-field status',
    ]);
  });
});
