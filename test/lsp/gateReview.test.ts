import assert from 'node:assert/strict';
import { type GateReviewResult, gateReviewRequest } from '../../server/lsp/protocol.ts';
import { useFixture } from './support/fixture.ts';

const definition = `lifecycle: 1
phases: { make: { title: Make, stages: { write: { title: Write } } } }
statuses: { draft: {}, approved: { agreed: true } }
artifacts:
  manual: { title: Manual, phase: make, stage: write, path: manual.md, required-by: ready }
gates:
  ready:
    { title: Ready, phase: make, opens: [write], exit: { m: { check: artifact, type: manual, status: approved, say: The manual is approved. } } }
`;

describe('gate review', () => {
  const { folderWith, connect } = useFixture();

  it('says what blocks a gate, where to go, and what passing it would open', async () => {
    const folder = folderWith({ 'lifecycle.yaml': definition, 'manual.md': '---\nstatus: draft\n---\n\n# Manual\n' });
    const client = await connect([folder]);
    const params = { definitionUri: folder.uri('lifecycle.yaml'), gate: 'ready' };
    const review: GateReviewResult = await client.connection.sendRequest(gateReviewRequest, params);
    assert.equal(review.gate.state, 'blocked');
    assert.deepEqual(
      review.blocking.map(({ id, reason, place }) => [id, reason, place]),
      [['m', 'Manual is draft, approved is asked for.', { uri: folder.uri('manual.md'), line: 1, column: 8 }]],
    );
    assert.deepEqual(review.opens.stages, [{ id: 'write', title: 'Write', phase: 'make' }]);
    assert.equal(review.opens.next, undefined);
    assert.ok(review.opens.findings.every(({ place }) => place.uri.startsWith('file:')));
  });

  it('is refused in words when the gate is not known', async () => {
    const folder = folderWith({ 'lifecycle.yaml': definition });
    const client = await connect([folder]);
    const ask = client.connection.sendRequest(gateReviewRequest, {
      definitionUri: folder.uri('lifecycle.yaml'),
      gate: 'heaven',
    });
    await assert.rejects(ask, /no gate "heaven"/);
  });
});
