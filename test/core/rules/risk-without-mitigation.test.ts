import { assertFix, assertMarked, assertSilent } from '../../support/marked.ts';
import { passedUpTo } from '../../support/product.ts';

const rule = 'risk-without-mitigation';
const path = 'docs/records/risks.yaml';

const risk = (phase: string, fields: string, likelihood = 2): string =>
  `- id: RISK-5\n  title: Late\n  phase: ${phase}\n  category: scope\n  likelihood: ${likelihood}\n  impact: 4\n  owner: Lena\n  status: open\n  review_by: 2026-06-30\n  ${fields}\n`;
const marked = (text: string, message: string): string => text.replace('RISK-5', `RISK-5\n      ^^^^^^ ${message}`);

describe(rule, () => {
  it('is a warning when the gate is next, an error once it is passed, and silent before', () => {
    const text = risk('development', 'response: reduce');
    assertSilent(rule, { [path]: text });
    assertMarked(rule, {
      ...passedUpTo('concept'),
      [path]: marked(
        text,
        'warning: RISK-5 has no mitigation: the next gate, “Design agreed”, needs to know what is done about it (owner: Lena).',
      ),
    });
    assertMarked(rule, {
      ...passedUpTo('verification'),
      [path]: marked(text, 'error: RISK-5 has no mitigation: the gate “Design agreed”, already passed, needs'),
    });
    assertSilent(rule, { ...passedUpTo('handoff'), [path]: text });
  });

  it('asks for the mitigation of a deployment risk at the first gate of that phase', () => {
    const text = risk('deployment', 'response: reduce');
    assertSilent(rule, { ...passedUpTo('design'), [path]: text });
    assertMarked(rule, {
      ...passedUpTo('handoff'),
      [path]: marked(text, 'warning: RISK-5 has no mitigation: the next gate, “Ready to launch”'),
    });
  });

  it('objects to a mitigation whose ids do not exist', () => {
    assertMarked(rule, {
      ...passedUpTo('concept'),
      [path]: risk('development', 'response: reduce\n  mitigation: [TST-9]').replace(
        '[TST-9]',
        '[TST-9]\n              ^^^^^^^ What RISK-5 names as its mitigation does not exist',
      ),
    });
  });

  it('is content with words, with an id that exists, and with a link from the other side', () => {
    const gates = passedUpTo('concept');
    assertSilent(rule, { ...gates, [path]: risk('development', 'response: reduce\n  mitigation: Two suppliers') });
    const requirements = (line: string): string =>
      `# Requirements\n\n## Functional requirements\n\n### REQ-1: Two\n\n${line}\n`;
    assertSilent(rule, {
      ...gates,
      'docs/development/requirements.md': requirements('- priority: must'),
      [path]: risk('development', 'response: reduce\n  mitigation: [REQ-1]'),
    });
    assertSilent(rule, {
      ...gates,
      'docs/development/requirements.md': requirements('mitigates: RISK-5'),
      [path]: risk('development', 'response: reduce'),
    });
  });

  it('leaves risks alone that are accepted, or that the lifecycle does not ask about', () => {
    const gates = passedUpTo('concept');
    assertSilent(rule, { ...gates, [path]: risk('development', 'response: accept') });
    assertSilent(rule, { ...gates, [path]: risk('development', 'response: reduce').replace('open', 'closed') });
    assertSilent(rule, {
      ...gates,
      'lifecycle.yaml': 'lifecycle: 1\nextends: standard\ncoverage: { t-risk-mitigated: null }\n',
      [path]: risk('development', 'response: reduce'),
    });
  });

  it('offers an empty field, and an acceptance that people fill in', () => {
    const gates = passedUpTo('concept');
    const text = risk('development', 'response: reduce', 4);
    assertFix(rule, {
      title: 'Add “mitigation”',
      before: { ...gates, [path]: text },
      after: { [path]: `${text}  mitigation: ‸\n` },
    });
    assertFix(rule, {
      title: 'Accept the risk, with the acceptance to be filled in',
      before: { ...gates, [path]: text },
      after: {
        [path]: `${text.replace('reduce', 'accept')}  residual: { likelihood: ‸, impact: ‸}\n  accepted_by: ‸\n`,
      },
    });
  });
});
