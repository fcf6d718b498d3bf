import assert from 'node:assert/strict';
import { assertFix, assertMarked, assertSilent } from '../../support/marked.ts';
import { findingsIn, passedUpTo, people } from '../../support/product.ts';

const rule = 'deployment-before-development';

describe(rule, () => {
  it('marks the first evidence and says whose decision is missing', () => {
    assertMarked(rule, {
      ...people({ 'product-manager': 'Ana', operations: 'Lena' }),
      ...passedUpTo('verification'),
      'docs/records/changes.yaml': `
- { id: CHG-4, title: Gauge, phase: development, kind: fix, status: implemented, date: 2026-05-21 }
- id: CHG-5
      ^^^^^ error: “Product deployment” has begun (CHG-5: a change is deployed), but nobody has decided to go at the gate before it, “Handed over to deployment”. Meet its criteria and record the decision of Ana (product manager) and Lena (operations), or take the release back.
  title: Pilot sale
  phase: deployment
  kind: scope
  status: deployed
  date: 2026-06-03
`,
    });
  });

  it('takes a released version, a milestone, feedback from outside and a plan in force for evidence', () => {
    assertMarked(rule, {
      'CHANGELOG.md': `
# Changelog

## 1.0.0 - 2026-06-01
   ^^^^^^^^^^^^^^^^^^ (version 1.0.0 is released)

- First release
`,
    });
    assertMarked(rule, {
      'docs/records/milestones.yaml': `
- { id: MIL-1, title: Launch, phase: deployment, kind: launch, planned: 2026-05-01, actual: 2026-05-02, owner: Ana }
        ^^^^^ (MIL-1: a launch, shipment or rollout has taken place)
`,
    });
    assertMarked(rule, {
      'docs/records/feedback.yaml': `
- { id: FB-1, date: 2026-06-01, origin: external, channel: survey, version: 1.0.0, summary: Nice, severity: low, status: new }
        ^^^^ (FB-1: somebody outside uses a version)
`,
    });
    assertMarked(rule, {
      'docs/deployment/launch-plan.md': `
---
status: released
        ^^^^^^^^ has begun
owner: Ana
---

# Launch plan
`,
    });
  });

  it('is said once, whatever the evidence', () => {
    const found = findingsIn(
      {
        'CHANGELOG.md': '# Changelog\n\n## 1.1.0 - 2026-06-02\n\n- More\n\n## 1.0.0 - 2026-06-01\n\n- First release\n',
        'docs/records/changes.yaml': '- { id: CHG-5, title: Pilot, phase: deployment, status: deployed }\n',
      },
      rule,
    );
    assert.equal(found.length, 1);
  });

  it('never counts documents that are drafted early, versions before 1.0.0, and pre-releases', () => {
    assertSilent(rule, {
      'docs/deployment/launch-plan.md': '---\nstatus: approved\nowner: Ana\n---\n\n# Launch plan\n',
      'docs/deployment/user-manual.md': '---\nstatus: released\nowner: Ana\n---\n\n# Manual\n',
      'CHANGELOG.md':
        '# Changelog\n\n## 1.0.0-rc.1 - 2026-06-01\n\n- Try it\n\n## 0.9.0 - 2026-05-01\n\n- Beta\n\n## 2.0.0\n\n- Some day\n',
    });
  });

  it('is silent once the gate is passed', () => {
    assertSilent(rule, {
      ...passedUpTo('handoff'),
      'CHANGELOG.md': '# Changelog\n\n## 1.0.0 - 2026-06-01\n\n- First release\n',
    });
  });

  it('is silent about phases without an entry gate', () => {
    assertSilent(rule, {
      'lifecycle.yaml': 'lifecycle: 1\nextends: standard\nphases: { deployment: { entry-gate: null } }\n',
      'CHANGELOG.md': '# Changelog\n\n## 1.0.0 - 2026-06-01\n\n- First release\n',
    });
  });

  it('prepares the decision, which stays for people to write', () => {
    const log = (more: string): string => `- gate: concept\n  date: 2026-02-12\n  decision: go\n${more}`;
    const path = 'docs/records/gates.yaml';
    const changes = '- { id: CHG-5, title: Pilot, phase: deployment, status: deployed }\n';
    assertFix(rule, {
      title: 'Prepare the decision to be filled in',
      before: { 'docs/records/changes.yaml': changes, [path]: log('') },
      after: { [path]: log('- gate: handoff\n  date: ‸\n  decision: ‸\n  by: ‸\n') },
    });
  });
});
