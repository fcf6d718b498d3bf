import { assertFix, assertMarked, assertSilent } from '../../support/marked.ts';
import { passedUpTo } from '../../support/product.ts';

const rule = 'risk-high-open';
const path = 'docs/records/risks.yaml';

const risk = (phase: string, status: string, fields = '', likelihood = 4): string =>
  `- { id: RISK-6, title: Brick, phase: ${phase}, category: scope, likelihood: ${likelihood}, impact: 4, response: reduce, mitigation: Two images, owner: Lena, review_by: 2026-06-30${fields}, status: ${status} }\n`;
const under = (text: string, word: string, message: string): string =>
  `${text}${' '.repeat(text.lastIndexOf(word))}${'^'.repeat(word.length)} ${message}\n`;

describe(rule, () => {
  it('warns before the gate and is an error once it is passed', () => {
    const text = risk('development', 'open');
    assertMarked(rule, {
      ...passedUpTo('design'),
      [path]: under(
        text,
        'open',
        'warning: RISK-6 is high (score 16) and still open: the next gate, “Product verified”, lets no such risk pass (owner: Lena).',
      ),
    });
    assertMarked(rule, { [path]: under(text, 'open', 'warning: the gate “Product verified” lets no such risk pass') });
    assertMarked(rule, {
      ...passedUpTo('verification'),
      [path]: under(text, 'open', 'error: the gate “Product verified”, already passed, lets no such risk pass'),
    });
  });

  it('stays a warning in a phase that is complete', () => {
    assertMarked(rule, {
      ...passedUpTo('handoff'),
      [path]: under(risk('development', 'open'), 'open', 'warning: RISK-6 is high'),
    });
  });

  it('asks who accepted a high risk, and how bad it still is', () => {
    const text = risk('deployment', 'accepted');
    assertMarked(rule, {
      [path]: under(
        text,
        'RISK-6',
        'warning: RISK-6 is high and accepted, but does not say how bad it still is and who accepted it. At “Ready to launch” somebody has to answer for it.',
      ),
    });
    const half = risk('deployment', 'accepted', ', accepted_by: Sara, residual: { likelihood: 2, impact: }');
    assertMarked(rule, { [path]: under(half, '{ likelihood: 2, impact: }', 'does not say how bad it still is.') });
    assertSilent(rule, {
      [path]: risk('deployment', 'accepted', ', accepted_by: Sara, residual: { likelihood: 2, impact: 4 }'),
    });
    assertSilent(rule, { ...passedUpTo('handoff'), [path]: risk('development', 'accepted') });
  });

  it('leaves other risks alone, and goes by the bands of the lifecycle', () => {
    assertSilent(rule, { [path]: risk('deployment', 'mitigating') });
    assertSilent(rule, { [path]: risk('deployment', 'open', '', 2) });
    assertMarked(rule, {
      'lifecycle.yaml':
        'lifecycle: 1\nextends: standard\nrecords: { risk-register: { fields: { level: { derive: { limits: { medium: 7 } } } } } }\n',
      [path]: under(risk('deployment', 'open', '', 2), 'open', 'RISK-6 is high (score 8)'),
    });
  });

  it('offers to work on it, or an acceptance that people fill in', () => {
    assertFix(rule, {
      title: 'Set the status to “mitigating”',
      before: { [path]: risk('deployment', 'open') },
      after: { [path]: risk('deployment', 'mitigating') },
    });
    assertFix(rule, {
      title: 'Prepare the acceptance to be filled in',
      before: { [path]: risk('deployment', 'accepted') },
      after: {
        [path]: risk('deployment', 'accepted').replace(
          'accepted }',
          'accepted, residual: { likelihood: ‸, impact: ‸}, accepted_by: ‸ }',
        ),
      },
    });
  });
});
