import assert from 'node:assert/strict';
import { type Break, broken, exampleFiles } from '../support/example.ts';
import { type Files, findingsIn, projectOf } from '../support/product.ts';

const files = exampleFiles('change-proposals');
const change = 'changes/add-two-step-sign-in';
const [proposal, tasks, spec] = [`${change}/proposal.md`, `${change}/tasks.md`, `${change}/specs/sign-in.md`];

/** The findings as `rule path: message`. */
const messages = (product: Files): readonly string[] =>
  findingsIn(product).map(({ rule, path, message }) => `${rule} ${path}: ${message}`);

/** What each constraint says when it is broken: rule, file, the beginning of the message. */
const breaks: readonly (readonly [what: string, breaks: readonly Break[], expected: readonly string[]])[] = [
  [
    'a proposal says why',
    [[proposal, /## Why\n\n.*\n\n/, '']],
    [`section-missing ${proposal}: The section “Why” is missing`],
  ],
  [
    'in more than a word',
    [[proposal, /A stolen.*/, 'For safety.']],
    [`section-form ${proposal}: “Why” has 2 words; at least 10 are asked for.`],
  ],
  [
    'and then what and where',
    [[proposal, /(## Why\n\n.*\n\n)(## What Changes\n[\s\S]*?)(## Impact)/, '$2$1$3']],
    [`section-form ${proposal}: “What Changes” is out of place: it belongs after “Why”.`],
  ],
  [
    'with all that it touches',
    [[proposal, '- Affected specs: sign-in', '- Affected specs']],
    [`section-form ${proposal}: “Affected specs” has no answer.`],
  ],
  [
    'with all that it touches',
    [[proposal, /- Affected code.*\n/, '']],
    [`section-form ${proposal}: “Impact” lacks the item “Affected code”.`],
  ],
  [
    'and nothing else',
    [[proposal, '## Impact', '## Thanks\n\nTo all.\n\n## Impact']],
    [`section-form ${proposal}: “Thanks” is no section of the type “change proposal”.`],
  ],
  ['a task list holds tasks', [[tasks, /[\s\S]*/, '']], [`artifact-stub`]],
  [
    'in groups',
    [[tasks, '## 2. Settings', '## Settings']],
    [`section-form ${tasks}: “Settings page” is no section of the type “task list”.`],
  ],
  [
    'that can be ticked',
    [[tasks, /## 2[\s\S]*/, '## 2. Settings page\n\n1. Show the code.\n']],
    [
      `section-form ${tasks}: “2. Settings page” lacks a checklist.`,
      `section-form ${tasks}: “Show the code.” does not have the form`,
    ],
  ],
  [
    'and have numbers',
    [[tasks, '2.1 Show', 'Show']],
    [`section-form ${tasks}: “Show the code that the app reads” does not have the form`],
  ],
  [
    'a specification has one of three parts',
    [
      [
        spec,
        /## ADDED[\s\S]*/,
        'The system asks for a code after the password, and waits for a minute after three wrong ones. It remembers a device for thirty days, and then asks again, whatever the person wants.\n',
      ],
    ],
    [`section-missing ${spec}: The section “ADDED Requirements” is missing`],
  ],
  [
    'and no other',
    [[spec, '## REMOVED', '## RENAMED']],
    [
      `section-form ${spec}: “RENAMED Requirements” is no section of the type “change of a specification”. Did you mean “REMOVED Requirements”?`,
    ],
  ],
  [
    'each with requirements',
    [[spec, '### Requirement: Known devices', '### Known devices']],
    [
      `section-missing ${spec}: “MODIFIED Requirements” lacks the section “Requirement: …”`,
      `section-form ${spec}: “Known devices” is no section of “MODIFIED Requirements”.`,
    ],
  ],
  [
    'that say what must be',
    [[spec, /The system SHALL remember.*\n\n/, '']],
    [`section-form ${spec}: “Requirement: Known devices” lacks a paragraph of text.`],
  ],
  [
    'each with a scenario',
    [[spec, '#### Scenario: The device is known', '#### Example']],
    [
      `section-missing ${spec}: “Requirement: Known devices” lacks the section “Scenario: …”`,
      `section-form ${spec}: “Example” is no section of “Requirement: Known devices”.`,
    ],
  ],
  [
    'of steps',
    [[spec, '- **WHEN** a person signs in on', '- A person signs in on']],
    [`section-form ${spec}: “Scenario: The device is known” lacks the item “WHEN”.`],
  ],
  [
    'that lead to something',
    [[spec, '- **THEN** no code', '- No code']],
    [`section-form ${spec}: “Scenario: The device is known” lacks the item “THEN”.`],
  ],
  [
    'and a reason where one is removed',
    [[spec, '- **Reason:** a script', '- A script']],
    [`section-form ${spec}: “Requirement: Passwords for scripts” lacks the item “Reason”.`],
  ],
];

describe('examples/change-proposals', () => {
  it('is a definition without faults and documents without findings', () => {
    const { definition, artifacts } = projectOf(files);
    assert.deepEqual(definition.problems, []);
    assert.equal(artifacts.length, 6);
    assert.deepEqual(messages(files), []);
  });

  it('leaves the archive alone, which would not pass', () => {
    const [archived] = Object.keys(files).filter(path => path.endsWith('-export-notes/proposal.md'));
    assert.ok(archived);
    const moved = { ...files, 'changes/export-notes/proposal.md': files[archived] ?? '' };
    assert.ok(messages(moved).length > 2);
  });

  it('asks for the tasks of a change', () => {
    const { [tasks]: _, ...others } = files;
    assert.deepEqual(
      findingsIn(others).map(({ rule, path }) => `${rule} ${path}`),
      [`artifact-missing ${proposal}`],
    );
  });

  for (const [what, edits, expected] of breaks)
    it(`says so when it does not hold that ${what}`, () => {
      const found = messages(broken(files, edits));
      assert.equal(found.length, expected.length, found.join('\n'));
      for (const words of expected)
        assert.ok(
          found.some(message => message.startsWith(words)),
          found.join('\n'),
        );
    });
});
