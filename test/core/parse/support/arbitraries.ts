import fc from 'fast-check';

const markdownPieces = [
  ...['# ', '## ', '- ', '* ', '1. ', '> ', '    ', '\t', '---\n', '===\n', '\n', '\n\n', '\r\n', '\r', '  \n', '\\\n'],
  ...[
    '```\n',
    '~~~ js\n',
    '| a | b |\n|---|---|\n',
    '|',
    '[ ] ',
    '[x] ',
    '[^1]',
    '[^1]: ',
    '[f]: g\n',
    '[f]',
    '![h](i)',
  ],
  ...[
    '[d](<e f> "g")',
    '[](#h)',
    '*',
    '**',
    '_',
    '`',
    '~~',
    '<b>',
    '<br>',
    '<div>\n',
    '<!-- k -->',
    '<!--',
    '-->',
    '<https://z.z>',
  ],
  ...[
    'www.x.yy',
    'https://x.yy',
    'a@b.cc',
    '&amp;',
    '\\',
    'word ',
    'é',
    '😀',
    '\uD83D',
    '\0',
    '\uFEFF',
    'key: value\n',
    '"',
    ': ',
  ],
];

const yamlPieces = [
  ...[
    'a',
    'b',
    'é',
    '😀',
    '1',
    '1.50',
    'true',
    '~',
    '2026-06-15',
    ': ',
    ':',
    ':\n',
    '- ',
    '-\n',
    '\n',
    '\r\n',
    '  ',
    '    ',
    '\t',
  ],
  ...[
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    ', ',
    '# c\n',
    ' # c\n',
    '#',
    '|\n',
    '>-\n',
    '&x ',
    '*x',
    '<<: ',
    '? ',
    '!t ',
    '!!str ',
    '%',
    '@',
  ],
  ...['---\n', '...\n', 'title: A: b\n', 'k: v\n', '  n: w\n', '- i\n', '\\', '\uFEFF', '\uD83D', '\0', '\uE000'],
];

const joined = (pieces: readonly string[]): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map(parts => parts.join(''));

/** Texts that look like Markdown more or less, and any others. */
export const markdownText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: joined(markdownPieces) },
  { weight: 1, arbitrary: joined(yamlPieces).map(body => `---\n${body}\n---\n`) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
);

/** Texts that look like YAML more or less, and any others. */
export const yamlText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: joined(yamlPieces) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
);

/** Maps that JSON can say, without the key that YAML reads in its own way. */
export const plainMap = fc
  .dictionary(fc.string({ minLength: 1 }), fc.jsonValue({ maxDepth: 4 }))
  .filter(value => !JSON.stringify(value).includes('"<<":'));
