import assert from 'node:assert/strict';
import { matches } from '../../../server/core/project/condition.ts';
import { releaseOf } from '../../../server/core/project/release.ts';
import { subjectOf } from '../../../server/core/project/subject.ts';
import { projectOf } from '../../support/product.ts';

const changelog = (...headings: readonly string[]) => ({
  'CHANGELOG.md': `# Changelog\n${headings.map(heading => `\n## ${heading}\n\n- A\n`).join('')}`,
});

describe('the day of the release', () => {
  it('is that of the newest version from the first one on, up to today', () => {
    const project = projectOf(
      changelog('1.2.0 - 2026-07-01', '1.1.0 - 2026-05-04', '1.0.0 - 2026-01-02', '0.9.0 - 2025-10-01'),
    );
    assert.deepEqual(releaseOf(project), { version: '1.1.0', date: '2026-05-04' });
    assert.deepEqual(releaseOf(project, '1.0.0'), { version: '1.0.0', date: '2026-01-02' });
    assert.equal(releaseOf(project, '0.9.0'), undefined);
    assert.equal(project.released, '2026-05-04');
  });

  it('is told by released notes and by milestones too', () => {
    const notes = (status: string) => ({
      'docs/deployment/release-notes/1.3.0.md': `---\nstatus: ${status}\nowner: Ana\ndate: 2026-06-01\n---\n\n# Notes\n`,
    });
    assert.equal(projectOf({ ...changelog('1.1.0 - 2026-05-04'), ...notes('released') }).released, '2026-06-01');
    assert.equal(projectOf({ ...changelog('1.1.0 - 2026-05-04'), ...notes('approved') }).released, '2026-05-04');
    const milestone = (phase: string) => ({
      'docs/records/milestones.yaml': `- { id: MIL-1, phase: ${phase}, kind: ship, planned: 2026-05-01, actual: 2026-05-02 }\n`,
    });
    assert.deepEqual(releaseOf(projectOf(milestone('deployment'))), { version: undefined, date: '2026-05-02' });
    assert.equal(projectOf(milestone('development')).released, undefined);
  });

  it('can be asked for in conditions, as can what the definition says of the product', () => {
    const project = projectOf({
      'lifecycle.yaml':
        'lifecycle: 1\nextends: standard\nproduct: { name: Pulse, class: B }\nproduct-fields: { class: { type: enum, values: [A, B] } }\n',
      ...changelog('1.1.0 - 2026-05-04'),
    });
    const subject = subjectOf(project, {}, () => undefined);
    assert.ok(matches({ 'product.released': { 'older-than': '30 days' } }, subject));
    assert.ok(!matches({ 'product.released': { 'older-than': '2 months' } }, subject));
    assert.ok(matches({ 'product.class': 'B', 'product.name': 'Pulse' }, subject));
    assert.ok(matches({ 'product.colour': { present: false } }, subject));
  });
});
