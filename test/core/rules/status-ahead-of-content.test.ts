import assert from 'node:assert/strict';
import { assertFix, assertMarked, assertSilent } from '../../support/marked.ts';
import { findingsIn, passedUpTo } from '../../support/product.ts';

const rule = 'status-ahead-of-content';
const path = 'docs/development/requirements.md';

const page = (status: string, body: string): string => `---
status: ${status}
owner: product-manager
approvals: [{ by: Ana, role: product-manager }]
---

# Requirements

## Functional requirements

### REQ-1: Sleep

The watch shows how long somebody slept last night, and how often they woke up, without being asked
for it. It learns the usual hours of the week and shows the night below them.

## Quality requirements

### REQ-2: Battery

The battery lasts seven days with the settings of the factory at room temperature.

## Constraints

- The radio rules of the European market
${body}`;

const open = '\n## Open questions\n\n- Who pays for the cloud? Ana, 1 June\n';

describe(rule, () => {
  it('marks the status and lists what is left', () => {
    assertMarked(rule, {
      [path]: page('approved', `- TBD\n${open}`).replace(
        'approved',
        'approved\n        ^^^^^^^^ error: This document is approved, but “TBD” is left in the text and questions are open. Fill the gaps, or set the status back until they are filled.',
      ),
    });
  });

  it('counts missing and empty sections', () => {
    const text = page('released', '')
      .replace('## Constraints\n\n- The radio rules of the European market\n', '')
      .replace(/The battery lasts.*\n/, '')
      .replace('### REQ-2: Battery\n', '');
    assertMarked(rule, {
      [path]: text.replace(
        'released',
        'released\n        ^^^^^^^^ is released, but “Quality requirements” is empty and “Constraints” is missing',
      ),
    });
  });

  it('names the first gaps of many', () => {
    const text = page('approved', '\nTBD TODO FIXME XXX {{company}}\n').replace(
      'approved',
      'approved\n        ^^^^^^^^ “TODO” is left in the text, “FIXME” is left in the text and 2 more gaps are left',
    );
    assertMarked(rule, {
      [path]: text
        .replace('TBD TODO', 'TODO TBD')
        .replace(
          '“TODO” is left in the text, “FIXME”',
          '“TODO” is left in the text, “TBD” is left in the text, “FIXME”',
        ),
    });
  });

  it('points at every gap', () => {
    const [found] = findingsIn({ [path]: page('approved', `- TBD\n${open}`) }, rule);
    assert.deepEqual(
      found?.related?.map(({ message }) => message),
      ['Here “TBD” is left in the text.', 'Here questions are open.'],
    );
  });

  for (const none of [
    'None.',
    '- None',
    'None left, as of June.',
    'No open questions.',
    '<!-- Later. -->\n\nNothing.',
    '<!-- Later. -->',
  ])
    it(`does not take “${none.replaceAll('\n', ' ')}” for an open question`, () => {
      assertSilent(rule, { [path]: page('approved', `\n## Open questions\n\n${none}\n`) });
    });

  it('is not fooled by a question that begins like "none"', () => {
    assertMarked(rule, {
      [path]: page('approved', '\n## Open questions\n\nNone of us knows who pays for the cloud.\n').replace(
        'approved',
        'approved\n        ^^^^^^^^ questions are open',
      ),
    });
  });

  it('leaves documents alone that claim no agreement, are out of use, or are complete', () => {
    for (const status of ['draft', 'in-review', 'superseded'])
      assertSilent(rule, { [path]: page(status, `- TBD\n${open}`) });
    assertSilent(rule, { [path]: page('approved', '') });
  });

  it('leaves shells to the rule that reports them as a whole', () => {
    assertSilent(rule, { [path]: '---\nstatus: approved\nowner: Ana\n---\n\n# Requirements\n\nTBD\n' });
  });

  it('leaves a changelog alone, which nobody called approved', () => {
    assertSilent(rule, { ...passedUpTo('launch'), 'CHANGELOG.md': '# Changelog\n\n## Unreleased\n\n- TBD\n' });
  });

  it('leaves waived sections alone', () => {
    assertSilent(rule, {
      [path]: page('approved\nnot_applicable: { Constraints: { reason: None known, by: Ana } }', '').replace(
        '- The radio rules of the European market\n',
        '',
      ),
    });
  });

  it('sets the status back', () => {
    assertFix(rule, {
      title: 'Set the status to “in review”',
      before: { [path]: page('approved', '- TBD\n') },
      after: { [path]: page('in-review', '- TBD\n') },
    });
  });
});
