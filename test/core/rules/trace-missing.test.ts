import { assertFix, assertMarked, assertSilent } from '../../support/marked.ts';
import { passedUpTo } from '../../support/product.ts';
import { at, definition, document, requirements } from '../../support/traces.ts';

const rule = 'trace-missing';

const needs = (level = 'must'): ReturnType<typeof definition> =>
  definition(
    `coverage:\n  every-need:\n    every: NEED\n    link: leads-to\n    to: [REQ]\n    level: ${level}\n    from-gate: design\n    say: Every need leads to a requirement.\n`,
  );

const research = (mark = ''): ReturnType<typeof document> =>
  document(
    at.research,
    `## Customer needs\n\n- **NEED-1**: I want to sleep well.\n${mark}- **NEED-2**: I want peace.\n`,
  );

const source = requirements('### REQ-1: Sleep tracking', '', '- source: NEED-2');

describe(rule, () => {
  it('names the link, the gate and what should hold', () => {
    assertMarked(rule, {
      ...needs(),
      ...research(
        '    ^^^^^^ warning: Need NEED-1 “I want to sleep well.” has no link “leads to” to a requirement: the next gate, “Design agreed”, needs one. Every need leads to a requirement.\n',
      ),
      ...source,
      ...passedUpTo('concept'),
    });
  });

  it('is an error behind the gate, an information where it should be, silent before', () => {
    const files = { ...research('    ^^^^^^ error: Need\n'), ...source };
    assertMarked(rule, { ...needs(), ...files, ...passedUpTo('design') });
    assertMarked(rule, {
      ...needs('should'),
      ...research('    ^^^^^^ info: already passed, asks for one.\n'),
      ...source,
      ...passedUpTo('design'),
    });
    assertSilent(rule, { ...needs(), ...files });
  });

  it('understands a mention anywhere and a choice of links', () => {
    const mention = 'coverage:\n  named: { every: NEED, from-gate: concept }\n';
    assertMarked(rule, {
      ...definition(mention),
      ...research('    ^^^^^^ is mentioned nowhere: the next gate\n'),
      ...source,
    });
    const either = `coverage:\n  met: { every: NEED, link: [leads-to, released-in], to: [REQ, version], from-gate: concept }\n`;
    assertMarked(rule, {
      ...definition(either),
      ...research('    ^^^^^^ has no link “leads to” or “released in” to a requirement or a version\n'),
      ...source,
    });
  });

  it('judges the entries of a section', () => {
    const goals = `coverage:\n  kept: { every: section:product-brief/scope, link: verified-by, to: [REQ], from-gate: concept }\n`;
    assertMarked(rule, {
      ...definition(goals),
      ...document(
        at.brief,
        '## Scope\n\n- Steps (REQ-1)\n- Peace of mind\n  ^^^^^^^^^^^^^ “Peace of mind” has no link “verified by” to a requirement\n',
      ),
      ...source,
    });
  });

  it('leaves the coverage of the built-in lifecycles to the rules for it', () => {
    assertSilent(rule, { ...definition('horizon: launch\n'), ...research(), ...requirements('### REQ-1: Sleep') });
  });

  it('is quiet while nothing exists that could hold the link', () => {
    assertSilent(rule, { ...needs(), ...research(), ...passedUpTo('design') });
  });

  it('offers a new item that says the link, and the nearest ones', () => {
    const before = { ...needs(), ...research(), ...source, ...passedUpTo('concept') };
    assertFix(rule, {
      title: `Add requirement REQ-2 in ${at.requirements}`,
      before,
      after: requirements(
        '### REQ-1: Sleep tracking',
        '',
        '- source: NEED-2',
        '',
        '### REQ-2: ‸',
        '',
        '- derives-from: NEED-1',
      ),
    });
    assertFix(rule, {
      title: 'Link REQ-1 “Sleep tracking”',
      before,
      after: requirements('### REQ-1: Sleep tracking', '', '- source: NEED-2, NEED-1'),
    });
  });

  describe('offers to link the entry of a record', () => {
    const resolving = definition('coverage:\n  t: { every: CHG, link: changes, to: [REQ], from-gate: concept }\n');
    const sleep = requirements('### REQ-1: Sleep tracking');
    const change = (fields: string): string => `- id: CHG-1\n  title: Sleep stages\n${fields}`;
    for (const [form, before, after] of [
      ['without the field', '', '  affects: [REQ-1]\n'],
      ['with an empty field', '  affects:\n', '  affects: REQ-1\n'],
      ['with another value', '  affects: user-manual\n', '  affects: [user-manual, REQ-1]\n'],
      ['with an empty list', '  affects: []\n', '  affects: [REQ-1]\n'],
      ['with a list', '  affects: [user-manual, TST-3]\n', '  affects: [user-manual, TST-3, REQ-1]\n'],
      ['with lines', '  affects:\n    - user-manual\n', '  affects:\n    - user-manual\n    - REQ-1\n'],
    ] as const)
      it(form, () => {
        assertFix(rule, {
          title: 'Link REQ-1 “Sleep tracking”',
          before: { ...resolving, ...sleep, [at.changes]: change(before) },
          after: { [at.changes]: change(after) },
        });
      });
  });
});
