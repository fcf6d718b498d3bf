import assert from 'node:assert/strict';
import { applyFix, assertFix, assertMarked } from '../../support/marked.ts';
import { type Files, findingsIn } from '../../support/product.ts';

const path = 'docs/deployment/roadmap.md';

const page = (body: string): string =>
  `---\nstatus: draft\nowner: Ana\nversion: 1.0.0\n---\n\n# Roadmap\n\n## Now\n\n- Sleep\n\n## Next\n\n${body}`;

const rulesIn = (files: Files): readonly string[] =>
  findingsIn(files)
    .filter(finding => finding.path !== 'lifecycle.yaml')
    .map(finding => finding.rule);

/** A comment that suppresses, with the rest of what it says. */
const comment = (rest: string): string => `<!-- slipway-disable-${rest} -->`;

describe('a suppression in a comment', () => {
  it('hides what the next line is accused of', () => {
    assert.deepEqual(rulesIn({ [path]: page(`${comment('next-line placeholder-left -- Ana knows')}\n- TBD\n`) }), []);
  });

  it('hides what its own line is accused of', () => {
    assert.deepEqual(rulesIn({ [path]: page(`- TBD ${comment('line placeholder-left -- Ana knows')}\n`) }), []);
  });

  it('may stand before a blank line, and over several lines', () => {
    const text = `<!-- slipway-disable-next-line placeholder-left --\n  Ana knows\n-->\n\n- TBD\n`;
    assert.deepEqual(rulesIn({ [path]: page(text) }), []);
    assert.deepEqual(rulesIn({ [path]: page(text).replaceAll('\n', '\r\n') }), []);
  });

  it('hides only its rule and its line', () => {
    const text = `${comment('next-line link-broken -- Soon')}\n- [a](no.md) TBD\n- [b](no.md)\n`;
    assert.deepEqual(rulesIn({ [path]: page(text) }), ['placeholder-left', 'link-broken']);
  });

  it('may name several rules', () => {
    for (const names of [
      'link-broken, placeholder-left',
      'link-broken placeholder-left',
      'link-broken,placeholder-left',
    ])
      assert.deepEqual(rulesIn({ [path]: page(`${comment(`next-line ${names} -- Soon`)}\n- [a](no.md) TBD\n`) }), []);
  });

  it('hides all findings of its rule in the line', () => {
    assert.deepEqual(
      rulesIn({ [path]: page(`${comment('next-line placeholder-left -- Soon')}\n- TBD and TODO\n`) }),
      [],
    );
  });

  it('works at a heading, for what is said about the whole document', () => {
    const text =
      '---\nstatus: in-review\nowner: Ana\nversion: 1.0.0\n---\n\n<!-- slipway-disable-next-line section-missing -- Small -->\n# Roadmap\n\n## Now\n\n- Sleep stages as the watch sees them, with the usual hours of the week and a word about what to do with them, tomorrow or later, so that nobody has to guess\n\n## Next\n\n- Swimming\n';
    assert.deepEqual(rulesIn({ [path]: text }), []);
  });

  it('works in front matter', () => {
    const text =
      '---\nstatus: Done # slipway-disable-line front-matter-field -- Old tool\nowner: Ana\n# slipway-disable-next-line front-matter-field -- Old tool\nversion: latest\n---\n\n# Roadmap\n';
    assert.deepEqual(rulesIn({ [path]: text }), []);
  });

  it('works in a record and in the definition', () => {
    const risks = '- id: RISK-1\n- id: RISK-1 # slipway-disable-line id-duplicate -- Both\n';
    assert.deepEqual(findingsIn({ 'docs/records/risks.yaml': risks }, 'id-duplicate'), []);
    const definition = 'lifecycle: 1\nextends: standard # slipway-disable-line artifact-missing -- All on paper\n';
    assert.deepEqual(findingsIn({ 'lifecycle.yaml': definition }), []);
  });

  it('in code is no suppression', () => {
    assert.deepEqual(rulesIn({ [path]: page('`<!-- slipway-disable-line placeholder-left -- No -->` TBD\n') }), [
      'placeholder-left',
    ]);
  });

  describe('is reported', () => {
    const rule = 'waiver-invalid';
    const marked = (rest: string, message: string, line = '- TBD'): Files => ({
      [path]: page(`${comment(rest)}\n${'^'.repeat(comment(rest).length)} ${message}\n\n${line}\n`),
    });

    it('without a reason, and has no effect then', () => {
      for (const rest of [
        'next-line placeholder-left',
        'next-line placeholder-left --',
        'next-line placeholder-left --  ',
      ])
        assertMarked(
          rule,
          marked(
            rest,
            'warning: This suppression of placeholder-left gives no reason, so it has no effect. Add “-- ” and the reason: a later reader must know why.',
          ),
        );
      const text = page(`${comment('next-line placeholder-left')}\n- TBD\n`);
      assert.deepEqual(rulesIn({ [path]: text }), ['waiver-invalid', 'placeholder-left']);
    });

    it('when it suppresses nothing', () => {
      const message =
        'There is nothing of placeholder-left to suppress here. Remove the suppression, so that it cannot hide a later finding.';
      assertMarked(rule, marked('next-line placeholder-left -- Soon', message, '- Swimming'));
      assertMarked(rule, marked('line placeholder-left -- Soon', message));
    });

    it('when one of its rules has nothing to suppress', () => {
      assertMarked(
        rule,
        marked('next-line placeholder-left, link-broken -- Soon', 'There is nothing of link-broken to suppress here'),
      );
    });

    it('when there is no such rule', () => {
      assertMarked(rule, marked('next-line placeholder -- Soon', 'There is no rule “placeholder” to suppress.'));
      assertMarked(rule, marked('next-line placeholders-left -- Soon', 'Did you mean “placeholder-left”?'));
    });

    it('when it cannot be understood', () => {
      for (const rest of [
        'next-line',
        'next-line -- Soon',
        'file placeholder-left -- Soon',
        'next-line: placeholder-left',
      ])
        assertMarked(
          rule,
          marked(rest, 'This suppression cannot be understood. Write “slipway-disable-next-line RULE -- REASON”.'),
        );
    });

    it('unless that is turned off', () => {
      const files = {
        'lifecycle.yaml': 'lifecycle: 1\nextends: standard\nrules: { waiver-invalid: off }\n',
        [path]: page(`${comment('next-line placeholder-left -- Soon')}\n- Swimming\n`),
      };
      assert.deepEqual(rulesIn(files), []);
    });
  });

  describe('is mended', () => {
    const rule = 'waiver-invalid';

    it('by removing it with its line', () => {
      assertFix(rule, {
        title: 'Remove the suppression',
        before: { [path]: page(`- Swimming\n\n${comment('next-line placeholder-left -- Soon')}\n\n- Running\n`) },
        after: { [path]: page('- Swimming\n\n- Running\n') },
      });
      assertFix(rule, {
        title: 'Remove the suppression',
        before: { 'docs/records/risks.yaml': '- id: RISK-1 # slipway-disable-line id-duplicate -- Both\n' },
        after: { 'docs/records/risks.yaml': '- id: RISK-1\n' },
      });
    });

    it('by removing the rule that it does not need', () => {
      assertFix(rule, {
        title: 'Remove link-broken from the suppression',
        before: { [path]: page(`${comment('next-line link-broken, placeholder-left -- Soon')}\n- TBD\n`) },
        after: { [path]: page(`${comment('next-line placeholder-left -- Soon')}\n- TBD\n`) },
      });
    });

    it('by correcting the name of the rule', () => {
      const files = {
        [path]: page(`${comment('next-line placeholders-left, link-broken -- Soon')}\n- [a](no.md) TBD\n`),
      };
      const fix = findingsIn(files, rule)[0]?.fixes[0];
      assert.equal(fix?.title, 'Change to “placeholder-left”');
      assert.deepEqual(rulesIn(fix ? applyFix(files, fix) : files), []);
    });
  });
});
