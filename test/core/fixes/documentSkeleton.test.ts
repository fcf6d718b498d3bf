import assert from 'node:assert/strict';
import { newDocument } from '../../../server/core/fixes/documentSkeleton.ts';
import { projectOf } from '../../support/product.ts';
import { definitionWith } from '../sections/proposal.ts';

const settings = `
      sections:
        motivation: { heading: Motivation }
        goals: { heading: Goals, within: motivation }
        plan: { heading: Plan, level: should, depth: 2 }
        step: { heading: "Step {number}: {name}", within: plan }
        sub: { heading: Check, within: step }
        dangers: { heading: Dangers, until: 2026-01-01 }
        notes: { heading: Notes, required: false }
        part: { heading: Part, within: notes }
        low: { heading: Low }
        high: { heading: High }
        example: { heading: Example, within: [low, high] }
        rights: { heading: Rights, text: All rights are waived. }
`;

describe('the skeleton of a new document', () => {
  it('has the sections that are asked for now, each in what it is part of', () => {
    const files = { 'lifecycle.yaml': definitionWith(settings) };
    assert.equal(
      newDocument(projectOf(files), 'proposal', 'proposals/a.md')?.text,
      `# Proposal

## Motivation

### Goals

## Plan

### Step 

#### Check

## Part

## Low

### Example

## High

### Example

## Rights

All rights are waived.
`,
    );
  });
});
