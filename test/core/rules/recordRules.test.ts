import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Finding, Fix } from '../../../server/core/rules/rule.ts';
import { applyFix } from '../../support/marked.ts';
import { type Files, findingsIn, passedUpTo } from '../../support/product.ts';

const isOurs = ({ rule }: Finding): boolean => /^(?:risk|metric|feedback|change|milestone|version-step)-/.test(rule);

const odd = ['', '[]', '{ a: }', '31/02/2026', '"x: y"', 'CHG-99', '[RISK-1, REQ-9]'];
const values: Readonly<Record<string, readonly string[]>> = {
  phase: ['development', 'deployment', 'both'],
  status: [
    'open',
    'accepted',
    'new',
    'resolved',
    'declined',
    'planned',
    'approved',
    'implemented',
    'deployed',
    'verified',
  ],
  category: ['quality', 'adoption', 'design-flaw'],
  date: ['2026-01-02', '2026-06-14'],
  planned: ['2026-05-01', '2026-08-01'],
  expected: ['2026-05-20'],
  actual: ['2026-05-21'],
  version: ['1.0.0', '1.2.1', '9.9'],
  owner: ['Ana'],
  likelihood: ['2', '5'],
  impact: ['3', '5'],
  response: ['reduce', 'accept'],
  severity: ['high', 'low'],
  origin: ['internal', 'external'],
  class: ['normal', 'emergency'],
  breaking: ['true'],
  source: ['FB-1', 'CHG-1'],
  affects: ['user-manual', '[REQ-1, user-manual]'],
  resolved_by: ['CHG-1', '[CHG-1, CHG-2]'],
  mitigation: ['Words', 'CHG-1'],
  target: ['3', '{ min: 2 }'],
  better: ['higher', 'lower', 'within'],
  measured: ['[{ date: 2026-05-01, value: 2 }]', '[{ value: }]'],
  if_missed: ['Words'],
  gate: ['handoff', 'launch'],
};

const field = fc
  .constantFrom(...Object.keys(values))
  .chain(name => fc.tuple(fc.constant(name), fc.constantFrom(...(values[name] ?? []), ...odd)));

const entries = (prefix: string): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(fc.boolean(), fc.uniqueArray(field, { selector: ([name]) => name, maxLength: 12 })), {
      maxLength: 3,
    })
    .map(all => {
      const written = all.map(([isFlow, fields], index) => {
        const parts = [`id: ${prefix}-${index + 1}`, ...fields.map(([name, value]) => `${name}: ${value}`)];
        return isFlow ? `- { ${parts.join(', ')} }\n` : `- ${parts.map(part => part.trimEnd()).join('\n  ')}\n`;
      });
      return written.length === 0 ? '[]\n' : written.join('');
    });

const changelog = fc
  .array(
    fc.constantFrom('Unreleased', '[1.2.1] - 2026-05-01', '1.2', '1.0.0 - 2026-06-01', '0.9.0', '1.2.1 - 2026-04-01'),
    {
      maxLength: 4,
    },
  )
  .map(headings => `# Changelog\n${headings.map(heading => `\n## ${heading}\n\n- CHG-1 A\n`).join('')}`);

const product: fc.Arbitrary<Files> = fc
  .record({
    'CHANGELOG.md': changelog,
    'docs/records/risks.yaml': entries('RISK'),
    'docs/records/metrics.yaml': entries('MET'),
    'docs/records/feedback.yaml': entries('FB'),
    'docs/records/changes.yaml': entries('CHG'),
    'docs/records/milestones.yaml': entries('MIL'),
    gate: fc.constantFrom('', 'concept', 'verification', 'handoff', 'launch-review'),
  })
  .map(({ gate, ...files }) => ({
    'docs/deployment/user-manual.md': '---\nstatus: approved\nreviewed: 2026-01-01\n---\n\n# Manual\n',
    ...files,
    ...(gate === '' ? {} : passedUpTo(gate)),
  }));

/** How often a fix is offered for what a finding is about. */
const offers = (files: Files, { rule, path, subject }: Finding, { title }: Fix): number =>
  findingsIn(files, rule)
    .filter(other => other.path === path && other.subject === subject)
    .flatMap(other => other.fixes)
    .filter(fix => fix.title === title).length;

describe('the rules on any records', () => {
  it('never throw, point into the files, and speak in sentences', () => {
    fc.assert(
      fc.property(product, files => {
        for (const { path, span, message, subject, related = [] } of findingsIn(files).filter(isOurs)) {
          assert.doesNotMatch(message, /failed here|undefined|\bnull\b| {2}| [.,;:]/);
          assert.match(message, /^[A-Z“].*\.$/s);
          assert.notEqual(subject, '');
          for (const place of [{ path, span }, ...related])
            assert.ok(
              place.span.start <= place.span.end && place.span.end <= (files[place.path] ?? '').length,
              message,
            );
        }
      }),
      { numRuns: 150 },
    );
  });

  it('have no safe fixes, and fixes that are not offered again', () => {
    fc.assert(
      fc.property(product, fc.nat(), (files, pick) => {
        const offered = findingsIn(files)
          .filter(isOurs)
          .flatMap(finding => finding.fixes.map(fix => ({ finding, fix })));
        assert.ok(offered.every(({ fix }) => !fix.safe));
        const chosen = offered[pick % Math.max(1, offered.length)];
        if (!chosen) return;
        const fixed = applyFix(files, chosen.fix);
        assert.ok(
          offers(fixed, chosen.finding, chosen.fix) < offers(files, chosen.finding, chosen.fix),
          chosen.fix.title,
        );
        assert.ok(
          findingsIn(fixed).every(({ rule }) => rule !== 'document-unreadable'),
          chosen.fix.title,
        );
      }),
      { numRuns: 150 },
    );
  });
});
