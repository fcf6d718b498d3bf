import assert from 'node:assert/strict';
import { documentChoices } from '../../../client/commands/newDocumentChoices.ts';
import { strideOne } from '../fixture/strideOne.ts';

describe('the choice of a new document', () => {
  const lines = documentChoices(strideOne).map(choice =>
    choice.kind === 'phase' ? `-- ${choice.title}` : `${choice.title}: ${choice.words}`,
  );

  it('goes by phase, and in each what is missing and needed comes first', () => {
    assert.deepEqual(lines.slice(0, 4), [
      '-- Product development',
      'Quality and compliance record: missing · recommended',
      'Market research: approved',
      'Product brief: approved',
    ]);
    const at = lines.indexOf('-- Product deployment');
    assert.deepEqual(lines.slice(at, at + 12), [
      '-- Product deployment',
      'Release notes: missing',
      'Launch plan: missing',
      'Support guide: missing',
      'Monitoring plan: missing',
      'Distribution plan: missing · recommended',
      'Sales enablement guide: missing · recommended',
      'Runbook: missing · recommended',
      'Incident report: later · optional',
      'Launch review: later',
      'Retirement plan: later · optional',
      'Production plan: draft · recommended',
    ]);
  });

  it('has every type of the lifecycle once', () => {
    const types = strideOne.phases.flatMap(phase => phase.stages.flatMap(stage => stage.artifacts)).length;
    assert.equal(lines.length, types + strideOne.phases.length);
    assert.equal(new Set(lines).size, lines.length);
  });
});
