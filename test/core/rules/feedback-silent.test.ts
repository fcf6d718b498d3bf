import { assertFix, assertMarked, assertSilent } from '../../support/marked.ts';
import { passedUpTo } from '../../support/product.ts';

const rule = 'feedback-silent';
const path = 'docs/records/feedback.yaml';

const feedback = (origin: string, fields: string): string =>
  `- { id: FB-1, ${fields}, origin: ${origin}, summary: Nights, severity: low, status: triaged }\n`;
const inside = feedback('internal', 'date: 2026-02-01');
const released = (version: string, date: string) => ({
  'CHANGELOG.md': `# Changelog\n\n## ${version} - ${date}\n\n- A\n`,
});
const head = '# Feedback\n';
const under = '^^^^^^^^^^ ';

describe(rule, () => {
  it('misses the voice of users 60 days after a release', () => {
    assertMarked(rule, {
      ...released('1.2.0', '2026-04-15'),
      [path]: `${head}${under}info: Version 1.2.0 is out since 2026-04-15, for 61 days now, and no feedback of users on it is recorded.\n${inside}`,
    });
    assertSilent(rule, { ...released('1.2.0', '2026-04-16'), [path]: head + inside });
    assertMarked(rule, { ...released('1.2.0', '2026-03-01'), [path]: `[]\n^^ Version 1.2.0 is out since\n` });
  });

  it('takes feedback on the version, or of later days, for an answer', () => {
    const release = released('1.2.1', '2026-03-02');
    assertSilent(rule, { ...release, [path]: feedback('external', 'date: 2026-02-01, version: 1.2.0') });
    assertSilent(rule, { ...release, [path]: feedback('external', 'date: 2026-05-01, version: 1.1.0') });
    assertMarked(rule, {
      ...release,
      [path]: `${head}${under}1.2.1 is out since\n${feedback('external', 'date: 2026-02-01, version: 1.1.0')}`,
    });
  });

  it('misses the voice of testers before the gate that needs the record', () => {
    const outside = feedback('external', 'date: 2026-06-01, version: 0.9.0');
    assertMarked(rule, {
      ...passedUpTo('design'),
      [path]: `${head}${under}info: No feedback of testers or colleagues is recorded: the next gate, “Product verified”, asks\n${outside}`,
    });
    assertSilent(rule, { ...passedUpTo('design'), [path]: inside });
    assertSilent(rule, { ...passedUpTo('concept'), [path]: outside });
    assertSilent(rule, { ...passedUpTo('verification'), [path]: outside });
    assertSilent(rule, {
      ...passedUpTo('concept'),
      'lifecycle.yaml': 'lifecycle: 1\nextends: standard\nhorizon: launch\n',
      [path]: outside,
    });
  });

  it('says nothing before there is a record or a release, and no more than the lifecycle asks', () => {
    assertSilent(rule, { ...passedUpTo('design'), ...released('1.2.0', '2026-01-01') });
    assertSilent(rule, { [path]: inside });
    assertSilent(rule, {
      'lifecycle.yaml':
        'lifecycle: 1\nextends: standard\nrecords: { feedback-log: { limits: { silence-after-release: null } } }\n',
      ...released('1.2.0', '2026-01-01'),
      [path]: inside,
    });
  });

  it('offers an entry to be filled in', () => {
    assertFix(rule, {
      title: 'Add feedback of a user',
      before: { ...released('1.2.0', '2026-03-01'), [path]: inside },
      after: {
        [path]: `${inside}- id: FB-2\n  origin: external\n  version: 1.2.0\n  status: new\n  date: ‸\n  channel: ‸\n  summary: ‸\n  severity: ‸\n`,
      },
    });
  });
});
