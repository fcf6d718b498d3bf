import assert from 'node:assert/strict';
import { workSections } from '../../../client/panel/model/work.ts';
import type { GateForEditor } from '../../../server/lsp/protocol.ts';
import { countOf } from '../fixture/build.ts';
import { strideBand, strideOne } from '../fixture/strideOne.ts';

const sections = workSections(strideOne);

describe('what the panel asks for', () => {
  it('starts with the next gate, then what no longer holds, then the gate after it', () => {
    assert.deepEqual(
      sections.map(section => section.heading),
      ['Next gate “Handed over to deployment” is blocked by', 'No longer holds', 'Then “Ready to launch” still needs'],
    );
  });

  it('gives each entry one button that says what it does, and marks the first', () => {
    const [next] = sections;
    assert.deepEqual(
      next?.items.map(({ title, detail, button }) => [title, detail, button?.text, button?.label, button?.isFirst]),
      [
        [
          'The handoff checklist is in review',
          'development/handoff.md:4',
          'Open',
          'Open docs/development/handoff.md:4',
          true,
        ],
        [
          'Nobody in operations or customer support has accepted it',
          'development/handoff.md:7',
          'Open',
          'Open docs/development/handoff.md:7',
          false,
        ],
        ['CHG-6 is left, none may be', 'records/changes.yaml:52', 'Open', 'Open docs/records/changes.yaml:52', false],
      ],
    );
  });

  it('makes a missing document at once, and says who answers for it', () => {
    const plan = sections[2]?.items.find(item => item.title === 'Launch plan: missing');
    assert.equal(plan?.detail, 'marketing');
    assert.deepEqual(plan?.button?.request, {
      type: 'create',
      creation: {
        definitionUri: strideOne.definitionUri,
        type: 'launch-plan',
        title: 'Launch plan',
        path: 'docs/deployment/launch-plan.md',
      },
    });
  });

  it('leaves the entry criteria of the gate after next to the next gate', () => {
    assert.ok(!sections[2]?.items.some(item => item.title.includes('has no decision')));
  });

  it('names the gate that regressed', () => {
    assert.deepEqual(
      sections[1]?.items.map(item => item.detail),
      [
        'Concept agreed · development/requirements.md:4',
        'Product verified · development/requirements.md:95',
        'Product verified · test-reports/1.0.0.md:45',
      ],
    );
  });

  it('says quietly what is only recommended', () => {
    assert.deepEqual(
      sections[0]?.notes.map(({ summary, sentences }) => [summary, sentences]),
      [['1 recommended, not blocking', ['3 errors are left in the development documents']]],
    );
  });

  it('asks for the decision once every must-criterion is met', () => {
    const ready = (gate: GateForEditor): GateForEditor => {
      const criteria = gate.criteria.map(each => ({ ...each, state: 'met' as const }));
      return { ...gate, state: gate.id === strideBand.next ? 'ready' : gate.state, criteria, must: countOf(criteria) };
    };
    const [section] = workSections({ ...strideBand, gates: strideBand.gates.map(ready) });
    assert.equal(section?.heading, 'Next gate “Concept agreed” is ready');
    assert.deepEqual(
      section?.items.map(({ title, detail }) => [title, detail]),
      [['Record the decision', 'Every must-criterion is met · records/gates.yaml:2']],
    );
  });

  it('has nothing to say when every gate is decided', () => {
    const gates = strideOne.gates.map(gate => ({ ...gate, state: 'passed' as const }));
    assert.deepEqual(workSections({ ...strideOne, gates, next: undefined }), []);
  });
});
