import { assertMarked, assertSilent } from '../../support/marked.ts';
import { passedUpTo } from '../../support/product.ts';

const rule = 'gate-order';
const path = 'docs/records/gates.yaml';

const by = 'by: [{ name: Ana, role: product-manager }]';

describe(rule, () => {
  it('marks the gate that was passed too early and names the open one', () => {
    assertMarked(rule, {
      [path]: `
- gate: concept
  date: 2026-02-12
  decision: hold
  ${by}
- gate: design
        ^^^^^^ error: The gate “Design agreed” is passed although “Concept agreed” is still open. Decide the earlier gate first, or withdraw this decision.
  date: 2026-03-20
  decision: conditional-go
  ${by}
`,
    });
  });

  it('says it once, at the first gate that was passed too early', () => {
    assertMarked(rule, {
      [path]: `
- { gate: verification, date: 2026-03-20, decision: go, ${by} }
          ^^^^^^^^^^^^ “Product verified” is passed although “Concept agreed” and “Design agreed” are still open. Decide the earlier gates first
- { gate: handoff, date: 2026-03-21, decision: go, ${by} }
`,
    });
  });

  it('goes by the newest decision of a gate', () => {
    assertMarked(rule, {
      [path]: `
- { gate: concept, date: 2026-02-12, decision: go, ${by} }
- { gate: concept, date: 2026-04-12, decision: recycle, ${by} }
- { gate: design, date: 2026-03-20, decision: go, ${by} }
          ^^^^^^ although “Concept agreed” is still open
`,
    });
  });

  it('is silent about gates in their order, decisions that stop, and gates that repeat', () => {
    assertSilent(rule, passedUpTo('launch-review'));
    assertSilent(rule, { [path]: `- { gate: launch, date: 2026-03-20, decision: stop, ${by} }\n` });
    assertSilent(rule, { [path]: `- { gate: release, version: 1.0.0, date: 2026-03-20, decision: go, ${by} }\n` });
    assertSilent(rule, {});
  });

  it('follows the order that a lifecycle gives its gates', () => {
    assertSilent(rule, {
      'lifecycle.yaml': 'lifecycle: 1\nextends: standard\ngates: { design: { order: 0 } }\n',
      [path]: `- { gate: design, date: 2026-03-20, decision: go, ${by} }\n`,
    });
  });

  it('survives entries that make no sense', () => {
    assertSilent(rule, {
      [path]: '- gate: lunch\n  decision: go\n- gate: design\n  decision: perhaps\n- 3\n- gate: [a]\n',
    });
  });
});
