import { assertFix, assertMarked, assertSilent } from '../../support/marked.ts';
import type { Files } from '../../support/product.ts';

const rule = 'scope-creep';
const path = 'docs/development/requirements.md';

const requirements = (...items: readonly string[]): Files => ({
  [path]: `---\nstatus: draft\nowner: product-manager\n---\n\n# Requirements\n\n## Functional requirements\n\n${items.join('\n')}`,
});
const agreed = (gate: string, ids: string, version = ''): string =>
  `- { gate: ${gate}, ${version}date: 2026-02-12, decision: go, by: [{ name: Sara }], baseline: { ids: [${ids}] } }\n`;
const log = (...entries: readonly string[]): Files => ({ 'docs/records/gates.yaml': entries.join('') });
const changes = (...entries: readonly string[]): Files => ({
  'docs/records/changes.yaml': entries.map(entry => `- { ${entry} }\n`).join(''),
});

describe(rule, () => {
  it('marks what nobody agreed to, and names the gate', () => {
    assertMarked(rule, {
      ...log(agreed('concept', 'REQ-1')),
      ...requirements(
        '### REQ-1: Steps\n',
        '### REQ-2: Payment',
        '    ^^^^^ warning: REQ-2 was not agreed at “Concept agreed”, and no change names it. Record the change that brought it in, or set it to proposed.\n',
      ),
    });
  });

  const quiet: readonly (readonly [string, Files])[] = [
    ['no gate is passed', requirements('### REQ-2: Payment\n')],
    [
      'no baseline was kept',
      { ...log('- { gate: concept, decision: go }\n'), ...requirements('### REQ-2: Payment\n') },
    ],
    ['it was agreed', { ...log(agreed('concept', 'REQ-2')), ...requirements('### REQ-2: Payment\n') }],
    [
      'a later gate agreed to it',
      { ...log(agreed('concept', 'REQ-1'), agreed('design', 'REQ-1, REQ-2')), ...requirements('### REQ-2: Payment\n') },
    ],
    [
      'a change brought it in',
      {
        ...log(agreed('concept', 'REQ-1')),
        ...requirements('### REQ-2: Payment\n'),
        ...changes('id: CHG-1, title: Payment, affects: [REQ-2], status: approved'),
      },
    ],
    [
      'it is proposed',
      { ...log(agreed('concept', 'REQ-1')), ...requirements('### REQ-2: Payment\n\n- status: proposed\n') },
    ],
    [
      'it was dropped',
      { ...log(agreed('concept', 'REQ-1')), ...requirements('### REQ-2: Payment\n\n- status: dropped\n') },
    ],
    [
      'it is aimed at a later version',
      {
        'lifecycle.yaml': 'lifecycle: 1\nextends: standard\nproduct: { version: 1.0.0 }\n',
        ...log(agreed('concept', 'REQ-1')),
        ...requirements('### REQ-2: Payment\n\n- version: 2.0.0\n'),
      },
    ],
    [
      'the baseline holds no item of its kind',
      { ...log(agreed('concept', 'NEED-1')), ...requirements('### REQ-2: Payment\n') },
    ],
  ];
  for (const [name, files] of quiet)
    it(`is content when ${name}`, () => {
      assertSilent(rule, files);
    });

  it('is not content with a change that was rejected', () => {
    assertMarked(rule, {
      ...log(agreed('concept', 'REQ-1')),
      ...requirements('### REQ-1: Steps\n', '### REQ-2: Payment\n    ^^^^^ REQ-2 was not agreed\n'),
      ...changes('id: CHG-1, title: Payment, affects: [REQ-2], status: rejected'),
    });
  });

  it('prepares the change, which stays for people to explain', () => {
    const before = {
      ...log(agreed('concept', 'REQ-1')),
      ...requirements('### REQ-1: Steps\n', '### REQ-2: Payment\n'),
      'docs/records/changes.yaml': '- id: CHG-1\n  title: Other\n  affects: [REQ-1]\n',
    };
    assertFix(rule, {
      title: 'Record a change that adds REQ-2',
      before,
      after: {
        'docs/records/changes.yaml': `${before['docs/records/changes.yaml']}- id: CHG-2\n  kind: scope\n  affects: REQ-2\n  status: proposed\n  title: ‸\n  phase: ‸\n  date: ‸\n  reason: ‸\n`,
      },
    });
  });
});
