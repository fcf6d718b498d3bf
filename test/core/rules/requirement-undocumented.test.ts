import { assertFix, assertMarked, assertSilent } from '../../support/marked.ts';
import { type Files, passedUpTo } from '../../support/product.ts';
import { at, definition, document, requirements } from '../../support/traces.ts';

const rule = 'requirement-undocumented';
const near = definition('horizon: launch\n');

const manual = (body: string, fields = '', status = 'in-review'): Files =>
  document(at.manual, body, status, `version: 1.0.0\n${fields}`);

const asked = (mark = ''): Files =>
  requirements('### REQ-2: Sleep tracking', ...(mark === '' ? [] : [`    ^^^^^ ${mark}`]), '', '- user_facing: true');

const tasks = '## Using the product\n\n### See how you slept\n\nOpen the app.\n';

describe(rule, () => {
  it('asks for every requirement that users meet, from the launch on', () => {
    assertMarked(rule, {
      ...near,
      ...asked(
        'warning: Requirement REQ-2 “Sleep tracking” is described in no section of the user manual: the next gate, “Ready to launch”, needs one.',
      ),
      ...manual(tasks),
    });
    assertMarked(rule, {
      ...definition(),
      ...requirements(
        '### REQ-2: Sleep',
        '    ^^^^^ warning: needs one',
        '',
        '- user_facing: true',
        '- version: 1.0.0',
      ),
      ...manual(tasks),
      ...passedUpTo('launch-review'),
    });
    assertSilent(rule, { ...definition(), ...asked(), ...manual(tasks), ...passedUpTo('design') });
    assertSilent(rule, { ...near, ...requirements('### REQ-2: Sleep', '', '- user_facing: false'), ...manual(tasks) });
  });

  it('is content with covers in the front matter and with a comment', () => {
    for (const covers of [
      'covers:\n  See how you slept: [REQ-2]\n',
      'covers: { See how you slept: REQ-2 }\n',
      'covers: [REQ-2]\n',
    ])
      assertSilent(rule, { ...near, ...asked(), ...manual(tasks, covers) });
    assertSilent(rule, { ...near, ...asked(), ...manual(`${tasks}\n<!-- covers: REQ-1, REQ-2 -->\n`) });
  });

  it('is not content with a heading that is not there, a section without text, or a replaced manual', () => {
    const wrong = manual(tasks, 'covers:\n  Sleeping: [REQ-2]\n');
    assertMarked(rule, { ...near, ...asked('no section'), ...wrong });
    assertMarked(rule, {
      ...near,
      ...asked('no section'),
      ...manual('## Using the product\n\n### See how you slept\n\n<!-- covers: REQ-2 -->\n\n### Pay\n\nPay.\n'),
    });
    assertMarked(rule, {
      ...near,
      ...asked('no section'),
      ...manual(tasks),
      'docs/deployment/old-user-manual.md':
        '---\ntype: user-manual\nstatus: retired\nowner: Ana\ncovers: [REQ-2]\n---\n\n# Old\n',
    });
  });

  it('is quiet while the manual is missing or only begun', () => {
    assertSilent(rule, { ...near, ...asked() });
    assertSilent(rule, { ...near, ...asked(), ...manual(tasks, '', 'draft') });
  });

  describe('offers', () => {
    const title = `Add a section on REQ-2 in ${at.manual}`;

    it('a section where the tasks are, which counts once it is written', () => {
      const before = { ...near, ...asked(), ...manual(`${tasks}\n## Troubleshooting\n\nNone.\n`) };
      const after = manual(`${tasks}\n### ‸Sleep tracking\n\n<!-- covers: REQ-2 -->\n\n## Troubleshooting\n\nNone.\n`);
      assertFix(rule, { title, before, after });
      assertMarked(rule, {
        ...near,
        ...asked('no section'),
        [at.manual]: (after[at.manual] ?? '').replaceAll('‸', ''),
      });
    });

    it('a section beside those that describe others, at their depth', () => {
      const usage = (more: string): Files =>
        manual(`## Everyday\n\n### Watch\n\n#### Steps\n\nWalk.\n\n<!-- covers: REQ-1 -->\n${more}`);
      assertFix(rule, {
        title,
        before: { ...near, ...asked(), ...usage('') },
        after: usage('\n#### ‸Sleep tracking\n\n<!-- covers: REQ-2 -->\n'),
      });
    });

    for (const [form, before, after] of [
      ['none', '', 'covers: { Follow your sleep: [REQ-2] }\n'],
      ['a block', 'covers:\n  Pay: [REQ-1]\n', 'covers:\n  Pay: [REQ-1]\n  Follow your sleep: [REQ-2]\n'],
      ['braces', 'covers: { Pay: REQ-1 }\n', 'covers: { Pay: REQ-1, Follow your sleep: [REQ-2] }\n'],
      ['a list', 'covers:\n  Follow your sleep: [REQ-1]\n', 'covers:\n  Follow your sleep: [REQ-1, REQ-2]\n'],
      ['one id', 'covers:\n  Follow your sleep: REQ-1\n', 'covers:\n  Follow your sleep: [REQ-1, REQ-2]\n'],
      [
        'lines',
        'covers:\n  Follow your sleep:\n    - REQ-1\n',
        'covers:\n  Follow your sleep:\n    - REQ-1\n    - REQ-2\n',
      ],
    ] as const)
      it(`to say which section describes it, beside ${form}`, () => {
        const body = '## Using the product\n\n### Follow your sleep\n\nOpen the app.\n\n### Pay\n\nPay.\n';
        assertFix(rule, {
          title: 'Say that “Follow your sleep” describes REQ-2',
          before: { ...near, ...asked(), ...manual(body, before) },
          after: manual(body, after),
        });
      });
  });
});
