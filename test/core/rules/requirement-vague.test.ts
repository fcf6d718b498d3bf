import { assertFix, assertMarked, assertSilent } from '../../support/marked.ts';
import { passedUpTo } from '../../support/product.ts';
import { at, definition, document, requirements } from '../../support/traces.ts';

const rule = 'requirement-vague';

describe(rule, () => {
  it('marks the first word that no test can settle', () => {
    assertMarked(
      rule,
      requirements(
        '### REQ-7: Sync',
        '',
        'Sync must be fast and easy to use, as far as possible.',
        '             ^^^^ hint: No test can settle “fast”, “easy” and “as far as possible”, and the requirement REQ-7 has no acceptance text. Say how it is measured',
        '',
        '- priority: should',
      ),
    );
  });

  it('reads the title, lists, rows and user-friendly phrases', () => {
    assertMarked(rule, {
      ...requirements(
        '### REQ-1: A user-friendly start',
        '             ^^^^^^^^^^^^^ “user-friendly”',
        '',
        '- **REQ-2** Opens PDF, DOCX, etc. from the phone',
        '                             ^^^ “etc”',
        '- **REQ-3** Read and/or write files',
        '                 ^^^^^^ “and/or”',
      ),
    });
    const table = (acceptance: string): string =>
      `## Functional requirements\n\n| Id | Text | Acceptance |\n| --- | --- | --- |\n| REQ-1 | Robust case | ${acceptance} |\n`;
    assertMarked(rule, document(at.requirements, `${table('')}          ^^^^^^ “robust”\n`));
    assertSilent(rule, document(at.requirements, table('survives ten falls')));
  });

  for (const acceptance of [
    '- acceptance: within 3 s',
    'Acceptance: within 3 s',
    '#### Acceptance criteria\n\n- It is done.',
  ])
    it(`is content with “${acceptance.split('\n')[0]}”`, () => {
      assertSilent(rule, requirements('### REQ-7: Sync', '', 'Sync must be fast.', '', acceptance));
    });

  it('is not content with an acceptance text that has gaps', () => {
    assertMarked(rule, {
      ...requirements(
        '### REQ-7: Sync',
        '',
        'Be fast.',
        '   ^^^^ “fast”',
        '',
        '- acceptance: measured by … on … in less than …',
      ),
    });
  });

  for (const words of [
    'Sync must be fast: under 2 seconds for a day.',
    'Breakfast is easygoing in the fast-forward lane.',
    'Run `fast`. <!-- easy -->',
    'See [it](fast.md) in the quick start.',
    '```\nfast\n```',
    'Sync as the plan says.',
  ])
    it(`leaves “${words.split('\n')[0]}” alone`, () => {
      assertSilent(rule, requirements('### REQ-7: Sync', '', words));
    });

  it('speaks about requirements only, not about what stands around them', () => {
    assertSilent(
      rule,
      requirements(
        'Everything here is easy.',
        '',
        '### REQ-7: Sync',
        '',
        'Sync daily.',
        '',
        '## Constraints',
        '',
        'Be fast.',
      ),
    );
  });

  it('leaves drafts alone, and what is dropped or for later, and old requirements of a completed phase', () => {
    const body = '## Functional requirements\n\n### REQ-7: Sync\n\nSync must be fast.\n';
    assertSilent(rule, document(at.requirements, body, 'draft'));
    for (const line of ['- status: dropped', '- version: 2.0.0'])
      assertSilent(rule, { ...definition(), ...requirements('### REQ-7: Sync', '', 'Be fast.', '', line) });
    assertSilent(rule, {
      ...definition(),
      ...requirements('### REQ-7: Sync', '', 'Be fast.'),
      ...passedUpTo('handoff'),
    });
    assertMarked(rule, {
      ...definition(),
      ...requirements('### REQ-7: Sync', '', 'Be fast.', '   ^^^^ fast', '', '- version: 1.0.0'),
      ...passedUpTo('handoff'),
    });
  });

  it('offers an acceptance text with gaps', () => {
    assertFix(rule, {
      title: 'Add an acceptance text to be filled in',
      before: requirements('### REQ-7: Sync', '', 'Sync must be fast.', '', '- **Priority:** should'),
      after: requirements(
        '### REQ-7: Sync',
        '',
        'Sync must be fast.',
        '',
        '- **Priority:** should',
        '- **acceptance:** measured by ‸… on ‸… in less than ‸…',
      ),
    });
  });
});
