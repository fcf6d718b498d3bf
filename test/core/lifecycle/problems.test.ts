import assert from 'node:assert/strict';
import { applyEdits } from '../../../server/core/text/edits.ts';
import { lineIndex } from '../../../server/core/text/lineIndex.ts';
import { unmark } from '../../support/marked.ts';
import { load } from './definitions.ts';

type Files = Readonly<Record<string, string>>;

const rules = ['section-missing', 'artifact-missing'];

/** Each file as it is written; `^^^ words` stands under the place of a problem whose message holds these words. */
const cases: Readonly<Record<string, string | Files>> = {
  'an unknown key': `
lifecycle: 1
extends: standard
artefacts: {}
^^^^^^^^^ \`artefacts\` is not a key of the lifecycle, so it has no effect. Did you mean \`artifacts\`?
`,
  'an unknown key far from any other': `
lifecycle: 1
extends: standard
artifacts:
  test-plan:
    recognise: { zebra: [x] }
                 ^^^^^ \`zebra\` is not a key of \`recognise\` of artifact type \`test-plan\`, so it has no effect. Known keys: \`files\`, \`folders\` and \`headings\`.
`,
  'a word that is not among the choices': `
lifecycle: 1
extends: standard
artifacts:
  test-plan:
    need: mandatory
          ^^^^^^^^^ \`need\` of artifact type \`test-plan\` cannot be \`mandatory\`. It must be \`required\`, \`recommended\` or \`optional\`.
    sections:
      scope: { form: tabel }
                     ^^^^^ Did you mean \`table\`?
`,
  'a list where a map belongs': `
lifecycle: 1
extends: standard
artifacts:
  test-plan: [a]
             ^^^ Artifact type \`test-plan\` must be a map (\`key: value\` lines), not a list.
`,
  'one value where a list belongs': `
lifecycle: 1
extends: standard
artifacts:
  test-plan: { accountable: engineer }
                            ^^^^^^^^ \`accountable\` of artifact type \`test-plan\` must be a list. Write \`[engineer]\`.
`,
  'a number out of range': `
lifecycle: 1
extends: standard
gates:
  launch:
    exit:
      l-described: { coverage: 80 }
                               ^^ \`coverage\` of criterion \`l-described\` cannot be \`80\`. It must be a number from 0 to 1.
`,
  'a duration that is none': `
lifecycle: 1
extends: standard
artifacts:
  test-plan: { review-every: 6 moons }
                             ^^^^^^^ It must be a duration such as \`14 days\` or \`6 months\`.
records:
  feedback-log: { limits: { triage-within: soon } }
                                           ^^^^ cannot be \`soon\`
`,
  'a condition that is none': `
lifecycle: 1
extends: standard
artifacts:
  test-plan:
    sections:
      scope: { required: { status: { at-lest: approved } } }
                                     ^^^^^^^ Did you mean \`at-least\`?
      cases: { required: perhaps }
                         ^^^^^^^ cannot be \`perhaps\`. It must be \`true\`, \`false\` or a map
`,
  'a new entry without what it needs': `
lifecycle: 1
extends: standard
artifacts:
  safety: { path: x.md }
  ^^^^^^ Artifact type \`safety\` needs \`title\` and \`phase\`; until then it is left out.
`,
  'an inherited id misspelt': `
lifecycle: 1
extends: standard
artifacts:
  user-manul: { path: x.md }
  ^^^^^^^^^^ Did you mean \`user-manual\`?
`,
  'one problem only for a needed key misspelt': `
lifecycle: 1
extends: standard
artifacts:
  safety: { titel: Safety, phase: deployment, path: x.md }
            ^^^^^ Did you mean \`title\`?
`,
  'one problem only for a needed key with a wrong value': `
lifecycle: 1
extends: standard
artifacts:
  safety: { title: [Safety], phase: deployment, path: x.md }
                   ^^^^^^^^ \`title\` of artifact type \`safety\` must be text, not a list.
`,
  'a criterion of an unknown kind': `
lifecycle: 1
extends: standard
gates:
  launch: { exit: { l-x: { check: artefact, say: X } } }
                                  ^^^^^^^^ \`check\` of criterion \`l-x\` cannot be \`artefact\`. Did you mean \`artifact\`?
`,
  'names that lead nowhere': `
lifecycle: 1
extends: standard
horizon: lunch
         ^^^^^ \`horizon\` names the gate \`lunch\`, which does not exist. Did you mean \`launch\`?
roles:
  tester: { title: Tester, phase: developement }
                                  ^^^^^^^^^^^^ Did you mean \`development\`?
artifacts:
  test-plan:
    phase: development
    stage: assuer
           ^^^^^^ \`stage\` of artifact type \`test-plan\` names the stage \`assuer\`, which does not exist. Did you mean \`assure\`?
    accountable: [qa-testr]
                  ^^^^^^^^ the role \`qa-testr\`
    declares: [TSTT]
               ^^^^ the item kind \`TSTT\`
    status-words: { done: aproved }
                          ^^^^^^^ the status \`aproved\`
    sections:
      more: { heading: More, after: scop }
                                    ^^^^ \`after\` of section \`more\` names the section \`scop\`, which does not exist. Did you mean \`scope\`?
gates:
  launch:
    closes: [prodice]
             ^^^^^^^ the stage \`prodice\`
    exit:
      l-y: { check: artifact, type: user-manuel, status: approved, say: Y }
                                    ^^^^^^^^^^^ \`type\` of criterion \`l-y\` names the artifact type \`user-manuel\`
      l-z: { check: trace, rule: t-req-tests, say: Z }
                                 ^^^^^^^^^^^ the coverage rule \`t-req-tests\`
      l-v: { check: records, kind: risk-regster, say: V }
                                   ^^^^^^^^^^^^ the record kind \`risk-regster\`
      l-w: { check: records, kind: risk-register, where: { stauts: open }, max: 0, say: W }
                                                           ^^^^^^ the field \`stauts\`
links:
  proves: { from: [TST], to: [RQE], inverse: proven-by }
                              ^^^ the end of a link \`RQE\`
coverage:
  t-own: { every: REQ, link: verifed-by, to: [TST], from-gate: launch, rule: own }
                             ^^^^^^^^^^ the link \`verifed-by\`
waive:
  launchplan: { reason: x, by: me, until: 2030-01-01 }
  ^^^^^^^^^^ the artifact type \`launchplan\`
rules:
  section-misssing: off
  ^^^^^^^^^^^^^^^^ There is no rule \`section-misssing\`, so the setting has no effect. Did you mean \`section-missing\`?
  requirement-untested: off
`,
  'a name that the same file removes': `
lifecycle: 1
extends: standard
artifacts:
  user-manual: null
  ^^^^^^^^^^^ and with it the criteria that need it
gates:
  launch: { exit: { l-y: { check: artifact, type: user-manual, status: approved, say: Y } } }
                                                  ^^^^^^^^^^^ names the artifact type \`user-manual\`, which this definition removes.
`,
  'nothing about a base whose names the file removes': `
lifecycle: 1
extends: standard
artifacts: { runbook: null }
roles: { operations: null }
`,
  'null for what was never there': `
lifecycle: 1
extends: standard
artifacts:
  sales-enablment: null
  ^^^^^^^^^^^^^^^ \`artifacts\` has no \`sales-enablment\` that could be removed. Did you mean \`sales-enablement\`?
`,
  'a key without a value': `
lifecycle: 1
extends: standard
rules:
artifacts:
  user-manual:
  ^^^^^^^^^^^ \`user-manual\` has no value, so it changes nothing.
`,
  'sections under the same words': `
lifecycle: 1
artifacts:
  note:
    title: Note
    phase: work
    path: note.md
    sections:
      risks: { heading: Risks, aliases: [dangers] }
      perils: { heading: Perils, aliases: [Danger] }
                                           ^^^^^^ Section \`perils\` claims the words \`Danger\`, which already stand for section \`risks\`
phases: { work: { title: Work } }
`,
  'a heading that an inherited section has': `
lifecycle: 1
extends: standard
artifacts:
  product-brief: { sections: { aims: { heading: Goals } } }
                                                ^^^^^ Section \`aims\` claims the words \`Goals\`, which already stand for section \`goals\`
`,
  'gates that wait for each other': `
lifecycle: 1
phases: { work: { title: Work } }
gates:
  a: { title: A, phase: work, entry: { a-b: { check: gate-passed, gate: b, say: B is passed. } } }
  b: { title: B, phase: work, entry: { b-a: { check: gate-passed, gate: a, say: A is passed. } } }
                                                                        ^ Gate \`b\` can never be passed, because gates wait for each other: \`a\` → \`b\` → \`a\`.
`,
  'a section after itself': `
lifecycle: 1
phases: { work: { title: Work } }
artifacts:
  note:
    title: Note
    phase: work
    path: note.md
    sections:
      one: { heading: One, after: two }
                                  ^^^ comes \`after\` a section that comes after it
      two: { heading: Two, after: one }
                                  ^^^ comes \`after\` a section that comes after it
`,
  'a pattern that cannot be read': `
lifecycle: 1
fields:
  code: { pattern: '(?=x)' }
                   ^^^^^^^ Patterns follow RE2
`,
  'an unknown built-in lifecycle': `
lifecycle: 1
extends: standrd
         ^^^^^^^ There is no built-in lifecycle \`standrd\`. Did you mean \`standard\`? It is used meanwhile. Built in: \`standard\`.
artifacts: { user-manual: { need: optional } }
`,
  'a missing file': `
lifecycle: 1
extends: [../base.yaml, standard.yaml, base.yaml]
          ^^^^^^^^^^^^ \`../base.yaml\` lies outside the workspace
                        ^^^^^^^^^^^^^ There is no file \`standard.yaml\`, so nothing is inherited from it. The built-in lifecycle is called \`standard\`.
                                       ^^^^^^^^^ There is no file \`base.yaml\`
`,
  'a circle of files': {
    'lifecycle.yaml': 'lifecycle: 1\nextends: bases/a.yaml\n',
    'bases/a.yaml': 'lifecycle: 1\nextends: b.yaml\n',
    'bases/b.yaml': `
lifecycle: 1
extends: ../lifecycle.yaml
         ^^^^^^^^^^^^^^^^^ \`../lifecycle.yaml\` is extended in a circle: \`lifecycle.yaml\` → \`bases/a.yaml\` → \`bases/b.yaml\` → \`lifecycle.yaml\`.
`,
  },
  'a mistake in a base': {
    'lifecycle.yaml': 'lifecycle: 1\nextends: base.yaml\n',
    'base.yaml': `
lifecycle: 1
extends: standard
artifacts:
  test-plan: { required-by: lunch }
                            ^^^^^ the gate \`lunch\`
`,
  },
  'a base that is no definition': {
    'lifecycle.yaml': 'lifecycle: 1\nextends: [base.yaml, standard]\n',
    'base.yaml': `
- one
^^^^^ A lifecycle is a map of settings, one \`key: value\` a line; this file holds a list.
`,
  },
  'an empty file': {
    'lifecycle.yaml': `
# nothing yet
`,
  },
  'a single value': `
standard
^^^^^^^^ this file holds a single value
`,
  'another version of the language': `
lifecycle: 2
           ^ This Slipway reads version 1 of the lifecycle language
`,
  'no version of the language': `
extends: standard
^^^^^^^ The version of the language is missing. Begin the file with \`lifecycle: 1\`.
`,
  'a key written twice': `
lifecycle: 1
extends: standard
product: { name: A }
product: { name: B }
^^^^^^^ written twice
`,
  'paths that lead nowhere': `
lifecycle: 1
extends: standard
artifacts:
  test-plan:
    path: plans/{part/test.md
          ^^^^^^^^^^^^^^^^^^^ has a brace that belongs to no named part
  test-report:
    path: reports/{group}/{number}.md
    sidecar: facts.md
             ^^^^^^^^ The sidecar \`facts.md\` is no YAML file
    companions:
      log: { path: "logs/{group}/{owner}.txt", type: test-log }
                                                     ^^^^^^^^ names the artifact type \`test-log\`, which does not exist
      sheet: { path: "sheets/{gruop}.csv" }
                     ^^^^^^^^^^^^^^^^^^^^ \`{gruop}\` stands for nothing here, so the file is never found: it must be a named part of the path of its document or one of its fields. Did you mean \`group\`?
      any: { path: "sheets/*.csv" }
                   ^^^^^^^^^^^^^^ has a \`*\` in it
      void: { say: nothing }
      ^^^^ Companion \`void\` has neither a path nor a type
      signed: { path: signed.txt, required: { owner: { matches: "(a" } } }
                                                                ^^^^ The pattern \`(a\` cannot be read
  user-manual:
    sidecar: "{owner}.yaml"
             ^^^^^^^^^^^^^^ \`{owner}\` stands for nothing here, so the file is never found: it must be a named part of the path of its document.
`,
};

describe('problems of a definition:', () => {
  for (const [name, given] of Object.entries(cases))
    it(name, () => {
      const { files, expected } = unmark(typeof given === 'string' ? { 'lifecycle.yaml': given } : given);
      const problems = load(files, rules).problems.filter(({ message }) => !message.includes('is empty'));
      const actual = problems.map(({ file, span, message }) => {
        const { line, column } = lineIndex(files[file] ?? '').positionAt(span.start);
        const place = `${file}:${line + 1}:${column + 1}+${span.end - span.start} `;
        return expected.find(it => it.startsWith(place) && message.includes(it.slice(place.length))) ?? place + message;
      });
      assert.deepEqual(actual.sort(), [...expected].sort());
    });

  it('speak plain English: no word of the validator, one or more whole sentences', () => {
    for (const given of Object.values(cases)) {
      const { files } = unmark(typeof given === 'string' ? { 'lifecycle.yaml': given } : given);
      for (const { message, subject } of load(files, rules).problems) {
        assert.doesNotMatch(message, /Invalid|Unrecognized|expected|received|undefined|NaN|\[object/);
        assert.match(message, /^[A-Z`].*[.?]$/);
        assert.notEqual(subject, '');
      }
    }
  });

  it('are put right by their fixes', () => {
    for (const given of Object.values(cases)) {
      const { files } = unmark(typeof given === 'string' ? { 'lifecycle.yaml': given } : given);
      for (const problem of load(files, rules).problems) {
        if (!problem.fix) continue;
        const fixed = applyEdits(files[problem.file] ?? '', problem.fix.edits);
        const after = load({ ...files, [problem.file]: fixed }, rules).problems.map(({ message }) => message);
        assert.ok(!after.includes(problem.message), problem.message);
      }
    }
  });

  it('say of an empty file how to begin', () => {
    const [problem, ...others] = load({ 'lifecycle.yaml': '' }).problems;
    assert.ok(problem?.fix && others.length === 0);
    assert.match(problem.message, /This lifecycle is empty/);
    assert.equal(applyEdits('', problem.fix.edits), 'lifecycle: 1\nextends: standard\n');
  });
});
