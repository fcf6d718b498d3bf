import assert from 'node:assert/strict';
import { type Files, plainDefinition, projectOf } from '../../support/product.ts';
import { artifactAt } from './support.ts';

const path = 'docs/development/decisions/0001-bluetooth.md';
const record = (body: string): string => `# 1. Use Bluetooth\n\n${body}\n\n## Context\n\nWords.\n`;
const statusOf = (text: string, file = path, files: Files = {}): string => {
  const { state } = artifactAt(projectOf({ ...files, [file]: text }), file);
  return state.declared ? state.status : `${state.status}?`;
};

describe('a status under its own heading', () => {
  const table: readonly (readonly [string, string])[] = [
    ['## Status\n\nAccepted', 'approved'],
    ['## Status\n\naccepted', 'approved'],
    ['## Status\n\n**Accepted**', 'approved'],
    ['## 2. Status:\n\nProposed.', 'in-review'],
    ['## Status\n\n- Accepted', 'approved'],
    ['## Status\n\n✅ Accepted', 'approved'],
    ['## Status\n\n~~Proposed~~ Accepted', 'approved'],
    ['## Status\n\nAccepted on 2026-01-02', 'approved'],
    ['## Status\n\nAccepted (2026-01-02)', 'approved'],
    ['## Status\n\nAccepted 2026-01-02', 'approved'],
    ['## Status\n\nAccepted, replaces 0004', 'approved'],
    ['## Status\n\nAccepted - by all of us', 'approved'],
    ['## Status\n\nAccepted\n\nSupersedes [0004](0004-x.md).', 'approved'],
    ['## Status\n\nSuperseded by [0012](0012-wifi.md)', 'superseded'],
    ['## Status\n\nDeprecated since May', 'retired'],
    ['## Status\n\nAccepted changes are listed below.', 'draft?'],
    ['## Status\n\nWe are on track.', 'draft?'],
    ['## Status\n\n<!-- Accepted -->', 'draft?'],
    ['## Status\n\n```\nAccepted\n```', 'draft?'],
    ['## Status\n\n### Accepted', 'draft?'],
    ['## Status', 'draft?'],
    ['## Team\n\n### Status\n\nAccepted', 'draft?'],
    ['## Status of the team\n\nAccepted', 'draft?'],
  ];
  for (const [body, expected] of table)
    it(`${JSON.stringify(body)} is ${expected}`, () => {
      assert.equal(statusOf(record(body)), expected);
      assert.equal(statusOf(record(body).replaceAll('\n', '\r\n')), expected);
    });

  it('gives way to the metadata', () => {
    assert.equal(statusOf(`---\nstatus: rejected\n---\n\n${record('## Status\n\nAccepted')}`), 'retired');
    assert.equal(statusOf(record('Status: Rejected\n\n## Status\n\nAccepted')), 'retired');
  });

  it('counts beside other metadata', () => {
    assert.equal(statusOf(`---\ndate: 2026-01-02\n---\n\n${record('## Status\n\nAccepted')}`), 'approved');
  });

  it('points at its word', () => {
    const text = record('## Status\n\n**Accepted** on 2026-01-02');
    const status = artifactAt(projectOf({ [path]: text }), path).fields.get('status');
    assert.ok(status);
    assert.equal(text.slice(status.value.span.start, status.value.span.end), 'Accepted');
    assert.equal(text.slice(status.keySpan.start, status.keySpan.end), 'Status');
  });

  it('is looked for only where the type knows of it', () => {
    const brief = 'docs/development/product-brief.md';
    const text = '# Product brief\n\n## State\n\nApproved\n';
    assert.equal(statusOf(text.replace('State', 'Status'), brief), 'draft?');
    const own = {
      'lifecycle.yaml': `${plainDefinition}artifacts: { product-brief: { sections: { state: { heading: State, aliases: [Status] } } } }\n`,
    };
    assert.equal(statusOf(text.replace('State', 'Status'), brief, own), 'approved');
  });
});
