import { assertFix, assertMarked, assertSilent } from '../../support/marked.ts';
import { type Files, passedUpTo } from '../../support/product.ts';
import { at, document, requirements } from '../../support/traces.ts';

const rule = 'requirement-undesigned';
const design = (...lines: readonly string[]): Files => document(at.design, `## Structure\n\n${lines.join('\n')}\n`);
const store = design('### DES-1: Store', '', 'Keeps each day.', '', '- satisfies: REQ-1');
const asked = (mark: string): Files =>
  requirements('### REQ-5: Offline use', ...(mark === '' ? [] : [`    ^^^^^ ${mark}`]), '', '- priority: must');

describe(rule, () => {
  it('is a warning before the gate and an error behind it, and silent before', () => {
    assertMarked(rule, {
      ...asked(
        'warning: Requirement REQ-5 “Offline use” is answered by no design element and no specification: the next gate, “Design agreed”, needs one.',
      ),
      ...store,
      ...passedUpTo('concept'),
    });
    assertMarked(rule, { ...asked('error: already passed'), ...store, ...passedUpTo('design') });
    assertSilent(rule, { ...asked(''), ...store });
  });

  it('asks for must requirements only, and takes a specification for an answer', () => {
    assertSilent(rule, {
      ...requirements('### REQ-5: Offline', '', '- priority: should'),
      ...store,
      ...passedUpTo('design'),
    });
    assertSilent(rule, {
      ...asked(''),
      ...document(
        'docs/development/technical-specification.md',
        '## Specifications\n\n| Item | Value | Satisfies |\n| --- | --- | --- |\n| SPEC-1 | 7 days | REQ-5 |\n',
      ),
      ...passedUpTo('design'),
    });
  });

  it('is quiet while there is neither design nor specification', () => {
    assertSilent(rule, { ...asked(''), ...passedUpTo('design') });
  });

  it('offers a new design element and the nearest one', () => {
    const before = {
      ...asked(''),
      ...design(
        '### DES-1: Offline store',
        '',
        'Keeps each day.',
        '',
        '- satisfies: REQ-1',
        '',
        '## Behaviour',
        '',
        'Text.',
      ),
      ...passedUpTo('concept'),
    };
    assertFix(rule, {
      title: `Add design element DES-2 in ${at.design}`,
      before,
      after: design(
        '### DES-1: Offline store',
        '',
        'Keeps each day.',
        '',
        '- satisfies: REQ-1',
        '',
        '### DES-2: ‸',
        '',
        '- satisfies: REQ-5',
        '',
        '## Behaviour',
        '',
        'Text.',
      ),
    });
    assertFix(rule, {
      title: 'Link DES-1 “Offline store”',
      before,
      after: design(
        '### DES-1: Offline store',
        '',
        'Keeps each day.',
        '',
        '- satisfies: REQ-1, REQ-5',
        '',
        '## Behaviour',
        '',
        'Text.',
      ),
    });
  });
});
