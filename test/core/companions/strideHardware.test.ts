import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { checkProject } from '../../../server/core/check.ts';
import { statusOf } from '../../../server/core/status/status.ts';
import { type Files, projectOf } from '../../support/product.ts';

const folder = 'examples/stride-one';

/** The sample product as it is, with another line in its definition. */
const files: Files = Object.fromEntries(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => /\.(?:md|ya?ml)$/.test(path))
    .map(path => [path.replaceAll('\\', '/'), readFileSync(`${folder}/${path}`, 'utf8')]),
);
const definition = files['lifecycle.yaml']?.replace('extends: standard', 'extends: [standard, hardware]');

describe('the sample product as hardware', () => {
  const project = projectOf({ ...files, 'lifecycle.yaml': definition ?? '' });
  const findings = checkProject(project);
  const status = statusOf(project, findings);
  const artifacts = status.phases.flatMap(({ stages }) => stages.flatMap(stage => stage.artifacts));

  it('is a sound definition', () => {
    assert.match(definition ?? '', /\[standard, hardware\]/);
    assert.deepEqual(project.definition.problems, []);
  });

  it('has the gates of the builds in their places', () => {
    assert.deepEqual(
      status.gates.map(({ id, title }) => `${id}: ${title}`),
      [
        'concept: Concept agreed',
        'design: Design agreed',
        'evt: Engineering validated (EVT)',
        'verification: Design validated (DVT)',
        'handoff: Design transferred',
        'pvt: Production validated (PVT)',
        'launch: Ready to launch',
        'launch-review: Launch reviewed',
        'release: Next version released',
      ],
    );
    assert.equal(status.next, 'evt');
  });

  it('asks for build reports and packaging, though nobody touched a file', () => {
    const states = new Map(artifacts.map(({ type, state }) => [type, state]));
    assert.equal(states.get('build-report'), 'missing');
    assert.ok(states.has('packaging-specification') && states.has('quality-control-plan'));
    const titles = new Map(artifacts.map(({ type, title }) => [type, title]));
    assert.equal(titles.get('production-plan'), 'Manufacturing plan');
  });

  it('misses the bill of materials', () => {
    const missing = findings.filter(({ rule }) => rule === 'artifact-missing').map(({ message }) => message);
    assert.ok(
      missing.some(message => /bill of materials/i.test(message)),
      missing.join('\n'),
    );
  });
});
