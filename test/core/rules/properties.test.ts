import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Finding, Fix } from '../../../server/core/rules/rule.ts';
import { applyFix } from '../../support/marked.ts';
import { type Files, findingsIn, plainDefinition } from '../../support/product.ts';

const frontMatter = fc.constantFrom(
  '',
  '---\nstatus: draft\nowner: Ana\nversion: 1.0.0\n---\n\n',
  '---\nstatus: approved\nowner: Ana\nversion: 1.0.0\n---\n\n',
  '---\nstatus: in-review # slipway-disable-line approval-missing -- no\nversion: [1]\n---\n',
  '---\ntype: [user-manual, deployment-guide]\nstatus: Done\napprovals: [{ by: Ana, content: abc }]\n---\n\n',
  '---\nstatus: "approved\nowner: Tom\n---\n',
  '---\n---\n',
  '\n\n---\nstatus: draft\nowner: Ana\n---\n\n',
  '---\nstatus: superseded\nnot_applicable: { rollback: { reason: a, by: b }, steps: { } }\n---\n\n',
  '**Status:** Approved\\\n**Owner:** Ana\n\n',
);

const fragment = fc.constantFrom(
  '# Title\n\n',
  '## Steps\n\n',
  '## Prerequisites\n\n',
  '## 2. Back-out plan\n\n',
  '## Rollback\n',
  'Rollback\n--------\n\n',
  '### Verification ###\n\n',
  '## About\n\n',
  '## Objectives\n\n## Goals\n\n',
  '# Another title\n\n',
  'Revert the release. Open the page. Wait 😀 until TBD.\n\n',
  'If it fails, Ana decides.\n\n',
  '1. Upload\n2. Open\n\n',
  '- \n- [ ] \n- [x] Done <!-- TBD -->\n\n',
  '> - quoted\n>   text with TODO\n\n',
  '| Test | Result |\n| --- | --- |\n| TST-1 | pass |\n\n',
  '| A |\n| - |\n\n',
  '```\n## Steps\nTBD\n```\n\n',
  '```unclosed\n',
  '<!-- Numbered; one action each, with the exact command or gesture and what you should see. -->\n\n',
  'Text <!-- Access, versions, backups and people needed before the first step. --> text\n\n',
  '<!-- slipway-disable-next-line placeholder-left -- Soon -->\n',
  '<!-- slipway-disable-line link-broken -->\n',
  '<!-- slipway-disable-file -->\n',
  '<!-- never closed\n',
  '[a](User-Manual.md#prerequisites) [b](#prerequisites "x") [c](no.md) ![d](<../x y.png>)\n\n',
  '[e]: user-manual.md#Prerequisites\n\n',
  '- **REQ-1** Sleep\n- REQ-1: Again, see REQ-9 and RISK-1\n\n',
  '### REQ-2: Battery\n\n',
  '<details><summary>More</summary>\n\n<a id="x"></a>\n\n</details>\n\n',
  '\t- a tab\n\n    indented TBD\n\n',
  '***\n\n',
  '\u0000\uFEFF\u2028 odd \uD83D\n\n',
);

/** Enough words for a document to be more than a shell. */
const words = `\n${'Every word of this counts when somebody asks whether there is anything to read here. '.repeat(3)}\n`;

const newline = fc.constantFrom('\n', '\r\n');

const markdown = fc
  .tuple(frontMatter, fc.constantFrom('', words), fc.array(fragment, { maxLength: 12 }), newline, fc.boolean())
  .map(([head, opening, parts, ending, isOpen]) => {
    const text = head + opening + parts.join('');
    return (isOpen ? text.trimEnd() : text).replaceAll('\n', ending);
  });

const records = fc.constantFrom(
  '[]\n',
  '- gate: design\n  decision: go\n- gate: launch\n  decision: go\n  waived: [{ criterion: x }]\n',
  '- { gate: concept, decision: go }\n- { gate: design, decision: conditional-go }\n- { gate: verification, decision: go }\n- { gate: handoff, decision: go }\n- { gate: launch, decision: go }\n',
  '- gate: [\n',
  'gate: concept\n',
);

const definition = fc.constantFrom(
  plainDefinition,
  'lifecycle: 1\nextends: standard\nhorizon: launch\nproduct: { version: 1.0.0 }\n',
  'lifecycle: 1\nextends: standard # slipway-disable-line artifact-missing -- All\nwaive:\n  roadmap: { reason: a }',
  'lifecycle: 1\r\nextends: standard\r\nrules: { section-empty: off }\r\n',
  'lifecycle: [\n',
);

const product: fc.Arbitrary<Files> = fc
  .record({
    'lifecycle.yaml': definition,
    'docs/deployment/deployment-guide.md': markdown,
    'docs/deployment/user-manual.md': markdown,
    'docs/development/requirements.md': markdown,
    'docs/development/decisions/0001-one.md': markdown,
    'CHANGELOG.md': markdown,
    'notes/README.md': markdown,
    'docs/records/gates.yaml': records,
  })
  .map(files => ({ ...files }));

const isInside = ({ start, end }: { readonly start: number; readonly end: number }, text: string): boolean =>
  0 <= start && start <= end && end <= text.length;

/** Edits that lie in their files and do not overlap, with stops that lie in what they insert. */
function assertApplicable(fix: Fix, files: Files): void {
  for (const change of fix.changes) {
    if (change.kind === 'create') {
      assert.equal(files[change.path], undefined, `${fix.title} overwrites ${change.path}`);
      assert.ok(
        (change.stops ?? []).every(stop => isInside(stop, change.text)),
        fix.title,
      );
      continue;
    }
    let end = 0;
    for (const { span, text, stops = [] } of [...change.edits].sort((a, b) => a.span.start - b.span.start)) {
      assert.ok(isInside(span, files[change.path] ?? '') && span.start >= end, fix.title);
      assert.ok(
        stops.every(stop => isInside(stop, text)),
        fix.title,
      );
      end = span.end;
    }
  }
}

/** How often a fix is offered for what a finding is about. */
const offers = (files: Files, { rule, path, subject }: Finding, { title }: Fix): number =>
  findingsIn(files, rule)
    .filter(other => other.path === path && other.subject === subject)
    .flatMap(other => other.fixes)
    .filter(fix => fix.title === title).length;

/** The first safe fix that is left. */
const nextSafe = (findings: readonly Finding[]): Fix | undefined =>
  findings.flatMap(finding => finding.fixes).find(fix => fix.safe);

/** The front matter of a text, when it opens with any. */
const headOf = (text: string): string => /^---\r?\n[\s\S]*?\r?\n---(?:\r?\n|$)/.exec(text)?.[0] ?? '';

const hasOnlyCrlf = (text: string): boolean => text.includes('\n') && !/(?<!\r)\n/.test(text);

const settings = { numRuns: 100 };

describe('the rules on any product', () => {
  it('never throw, and point into the files', () => {
    fc.assert(
      fc.property(product, files => {
        for (const { path, span, message, related = [] } of findingsIn(files)) {
          assert.doesNotMatch(message, /failed here/);
          assert.ok(isInside(span, files[path] ?? ''), message);
          for (const place of related) assert.ok(isInside(place.span, files[place.path] ?? ''), message);
        }
      }),
      settings,
    );
  });

  it('have fixes that can be applied, keep the line endings, and are not offered again', () => {
    fc.assert(
      fc.property(product, fc.nat(), (files, pick) => {
        const found = findingsIn(files);
        for (const { fixes } of found) for (const fix of fixes) assertApplicable(fix, files);
        const fixable = found.filter(({ fixes }) => fixes.length > 0);
        const finding = fixable[pick % Math.max(1, fixable.length)];
        const fix = finding?.fixes[pick % finding.fixes.length];
        if (!finding || !fix) return;
        const fixed = applyFix(files, fix);
        assert.ok(offers(fixed, finding, fix) < offers(files, finding, fix), `${fix.title} is offered again`);
        for (const [path, text] of Object.entries(files))
          if (hasOnlyCrlf(text)) assert.ok(hasOnlyCrlf(fixed[path] ?? ''), `${fix.title} in ${path}`);
        for (const { message } of findingsIn(fixed)) assert.doesNotMatch(message, /failed here/);
      }),
      settings,
    );
  });

  it('have safe fixes that come to an end, touch no front matter, and leave nothing safe to do', () => {
    fc.assert(
      fc.property(product, files => {
        let fixed = files;
        for (let round = 0; ; round += 1) {
          assert.ok(round < 100, 'safe fixes go round in circles');
          const fix = nextSafe(findingsIn(fixed));
          if (!fix) break;
          const next = applyFix(fixed, fix);
          assert.notDeepEqual(next, fixed, `${fix.title} changes nothing`);
          fixed = next;
        }
        for (const [path, text] of Object.entries(files)) assert.equal(headOf(fixed[path] ?? ''), headOf(text));
      }),
      settings,
    );
  });
});
