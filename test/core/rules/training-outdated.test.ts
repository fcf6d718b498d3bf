import { assertFix, assertMarked, assertSilent } from '../../support/marked.ts';
import { type Files, passedUpTo } from '../../support/product.ts';

const rule = 'training-outdated';
const log = 'docs/records/training.yaml';

const making = (version: string): Files => ({
  'lifecycle.yaml': `lifecycle: 1\nextends: standard\nproduct: { version: ${version} }\n`,
});

const training = (id: string, version: string, more = ''): string =>
  `- id: ${id}\n  title: Curing faults\n  phase: deployment\n  audience: [customer-support]\n  topic: troubleshooting\n  version: ${version}\n  status: done\n${more}`;

const change = (affects: string, version = '1.2.0', breaking = true): Files => ({
  'docs/records/changes.yaml': `- { id: CHG-9, title: New reset, phase: deployment, kind: improvement, affects: [${affects}], status: implemented, breaking: ${breaking}, version: ${version}, date: 2026-05-01 }\n`,
});

describe(rule, () => {
  it('marks a training for an earlier major version', () => {
    assertMarked(rule, {
      ...making('2.0.0'),
      [log]: `
- id: TRN-2
  title: Curing faults
  audience: [customer-support, sales]
  topic: troubleshooting
  version: 1.4.0
           ^^^^^ info: TRN-2 trained customer support and sales for version 1.4.0, but the version being made is 2.0.0. Plan a refresher, or record the one that took place.
  status: done
`,
    });
  });

  it('marks a training on what a change broke', () => {
    for (const affects of ['TRN-2', 'troubleshooting', 'support-guide'])
      assertMarked(rule, {
        ...making('1.2.0'),
        ...change(affects),
        'docs/deployment/support-guide.md': '# Support guide\n',
        [log]: `
- id: TRN-2
  audience: [customer-support]
  topic: troubleshooting
  material: docs/deployment/support-guide.md
  version: 1.1.0
           ^^^^^ but CHG-9 breaks what was taught, in version 1.2.0.
  status: done
`,
      });
  });

  it('leaves changes alone that break nothing, are about other things, or were there before or come later', () => {
    for (const other of [
      change('TRN-2', '1.2.0', false),
      change('REQ-1'),
      change('TRN-2', '1.1.0'),
      change('TRN-2', '1.3.0'),
    ])
      assertSilent(rule, { ...making('1.2.0'), ...other, [log]: training('TRN-2', '1.1.0') });
  });

  it('is content with a later training of the same people', () => {
    assertSilent(rule, { ...making('2.0.0'), [log]: training('TRN-2', '1.0.0') + training('TRN-3', '2.0.0') });
    assertMarked(rule, {
      ...making('2.0.0'),
      [log]: `${training('TRN-2', '1.0.0\n           ^^^^^ TRN-2 trained')}${training('TRN-3', '2.0.0').replace('customer-support', 'sales')}`,
    });
  });

  it('leaves trainings alone that are planned, for all versions, or for a later one', () => {
    assertSilent(rule, { ...making('2.0.0'), [log]: training('TRN-2', '1.0.0').replace('done', 'planned') });
    assertSilent(rule, { ...making('2.0.0'), [log]: training('TRN-2', '') });
    assertSilent(rule, { ...making('1.0.0'), [log]: training('TRN-2', '2.0.0') });
    assertSilent(rule, { [log]: training('TRN-2', '1.0.0') });
  });

  it('says nothing where the roles already count as untrained', () => {
    assertSilent(rule, {
      ...making('2.0.0'),
      ...passedUpTo('handoff'),
      [log]: training('TRN-2', '1.0.0'),
      'docs/deployment/support-plan.md':
        '---\nstatus: in-review\nowner: Kofi\nversion: 2.0.0\nroles: [customer-support]\n---\n\n# Support plan\n',
    });
  });

  it('plans a refresher', () => {
    assertFix(rule, {
      title: 'Plan it again for 2.0.0',
      before: { ...making('2.0.0'), [log]: training('TRN-2', '1.0.0') },
      after: {
        [log]: `${training('TRN-2', '1.0.0')}- id: TRN-3\n  title: Curing faults\n  phase: deployment\n  audience: [customer-support]\n  topic: troubleshooting\n  version: 2.0.0\n  status: planned\n  due: ‸\n`,
      },
    });
  });
});
