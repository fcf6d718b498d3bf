/** What became of a test: `none` when nothing is said, or in words that say neither. */
export type Verdict = 'pass' | 'fail' | 'blocked' | 'skipped' | 'none';

const negated = "(?:not|never|n\u2019t|n't|no|without)[ \\t]+(?:yet[ \\t]+)?";
const word = (words: string): string => `(?<![\\p{L}\\d])(?:${words})(?![\\p{L}\\d])`;

/** Tried at each place of the text in this order; the first place where one fits decides. */
const words: readonly (readonly [verdict: Verdict, pattern: string])[] = [
  ['skipped', word(`${negated}(?:run|executed|tested|done|performed|applicable|started|available)`)],
  ['pass', word('(?:no|0|zero|without)[ \\t]+(?:failures?|errors?|faults?|defects?|issues?)')],
  ['fail', word(`${negated}(?:pass(?:ed|ing)?|ok|okay|successful|success|met|good)|nok|part(?:ly|ial|ially)`)],
  ['pass', word('pass(?:e[ds]|ing)?|ok|okay|success(?:ful(?:ly)?)?|succeeded|successes|met|green|yes')],
  ['pass', '[\u2713\u2714\u2705\u{1F7E2}\u{1F44D}]'],
  ['fail', word('fail(?:s|ed|ing|ures?)?|errors?|errored|broken|red|no|crash(?:ed|es)?')],
  ['fail', '[\u2717\u2718\u274C\u{1F534}\u{1F44E}]'],
  ['blocked', word('block(?:ed|ing)')],
  ['skipped', word('skip(?:ped)?|deferred|postponed|pending|n/a|omitted|left out')],
];

const names = words.map((_, index) => `v${index}`);
const pattern = new RegExp(words.map(([, source], index) => `(?<${names[index]}>${source})`).join('|'), 'iu');

/** Reads a result as people write it: `pass`, `**Failed**`, `✅`, `12 of 12 passed`. */
export function verdictOf(written: string): Verdict {
  const groups = pattern.exec(written.slice(0, longest))?.groups;
  const index = names.findIndex(name => groups?.[name] !== undefined);
  return words[index]?.[0] ?? 'none';
}

/** A result is a word; what follows far behind it is a story. */
const longest = 200;
