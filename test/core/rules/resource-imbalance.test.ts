import { assertMarked, assertSilent } from '../../support/marked.ts';
import { passedUpTo } from '../../support/product.ts';

const rule = 'resource-imbalance';
const path = 'docs/records/resources.yaml';

const row = (area: string, planned: string, phase = 'development'): string =>
  `- { phase: ${phase}, area: ${area}, unit: person-weeks, planned: ${planned}, owner: Mei }\n`;
const three = row('research', '6') + row('engineering', '50') + row('design', '18');

describe(rule, () => {
  it('marks an area for which nothing is planned', () => {
    assertMarked(rule, {
      [path]: `${three}${row('testing', '0').trimEnd()}\n                                                                    ^ info: “Product development” depends on testing, but 0 is planned for it. Plan who does it and how much it takes.\n`,
    });
  });

  it('marks the record when nobody thought of an area', () => {
    assertMarked(rule, {
      [path]: `
# Weeks of work.
^^^^^^^^^^^^^^^^ “Product development” depends on testing, and nothing is planned for it
${three}`,
    });
  });

  it('marks what went over the plan by more than a fifth, over all entries about it', () => {
    assertMarked(rule, {
      [path]: `
${three}${row('testing', '10, actual: 11')}- { phase: development, area: testing, unit: person-weeks, planned: 10, actual: 14, owner: Ravi }
                                                                                ^^ More went into testing than was planned: 25 person weeks instead of 20, 25 % more.
`,
    });
    assertSilent(rule, { [path]: three + row('testing', '10, actual: 12') });
    assertSilent(rule, { [path]: three + row('testing', '10, actual: many') });
  });

  it('asks for the areas of a phase once its gates are near, and not of one that is over', () => {
    assertSilent(rule, { [path]: three + row('testing', '5') + row('support', '0', 'deployment') });
    assertSilent(rule, {
      ...passedUpTo('handoff'),
      [path]:
        row('testing', '1, actual: 9') +
        ['logistics', 'operations', 'support'].map(area => row(area, '4', 'deployment')).join(''),
    });
  });

  it('keeps money and weeks apart, and takes either', () => {
    assertSilent(rule, {
      [path]: `${three}${row('testing', '0')}- { phase: development, area: testing, unit: currency, planned: 900, owner: Mei }\n`,
    });
  });

  it('is silent without a record and in an empty one', () => {
    assertSilent(rule, {});
    assertSilent(rule, { [path]: '[]\n' });
  });
});
