import { lowerStatus } from '../fixes/lowerStatus.ts';
import { fieldPlace } from '../project/fieldPlace.ts';
import { isStub, sectionGaps } from '../project/gaps.ts';
import type { Artifact, Project } from '../project/model.ts';
import { hasOpenQuestions, questionSections } from '../project/openQuestions.ts';
import { placeholdersIn } from '../project/placeholders.ts';
import { claimsAgreement, isInUse } from '../project/severity.ts';
import { headSpan, listed, statusName } from '../project/wording.ts';
import type { Span } from '../text/span.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'status-ahead-of-content',
  scope: 'artifact',
  local: true,
  severity: 'error',
  title: 'A document that is approved is finished.',
  why: 'Others build on what is approved. Missing sections, placeholders and open questions say that it was agreed to before it was written.',
  examples: {
    bad: {
      'docs/development/compliance.md':
        '---\ntype: compliance-record\nstatus: approved\nowner: quality-manager\napprovals:\n  - { by: Quinn, role: quality-manager, date: 2026-05-04 }\n---\n\n# Quality and compliance\n\n## Duties\n\n| Duty | Applies because | Evidence | Status |\n| --- | --- | --- | --- |\n| Radio rules of the European market | the watch sends | certificate of the laboratory, kept with the quality manager | met |\n\n## Benchmarks\n\n| Benchmark | Target | Result |\n| --- | --- | --- |\n| Battery life at room temperature with standard use | seven days | TBD |\n\n## Gaps\n\n- None\n',
    },
    good: {
      'docs/development/compliance.md':
        '---\ntype: compliance-record\nstatus: in-review\nowner: quality-manager\n---\n\n# Quality and compliance\n\n## Duties\n\n| Duty | Applies because | Evidence | Status |\n| --- | --- | --- | --- |\n| Radio rules of the European market | the watch sends | certificate of the laboratory, kept with the quality manager | met |\n\n## Benchmarks\n\n| Benchmark | Target | Result |\n| --- | --- | --- |\n| Battery life at room temperature with standard use | seven days | 7.2 days |\n\n## Gaps\n\n- None\n',
    },
  },

  *check(artifact, project) {
    const { state, definition, path } = artifact;
    if (!isInUse(artifact, project) || !claimsAgreement(artifact, project) || isStub(artifact)) return;
    const gaps = allGaps(artifact, project);
    if (gaps.length === 0) return;
    yield {
      ...fieldPlace(artifact, 'status'),
      subject: 'status',
      gate: definition['required-by'],
      message: `This document is ${statusName(project, state.status)}, but ${shortened([...new Set(gaps.map(gap => gap.what))])}. Fill the gaps, or set the status back until they are filled.`,
      related: gaps.map(({ span, what }) => ({ path, span, message: `Here ${what}.` })),
      fixes: lowerStatus(artifact, project),
    };
  },
});

/** The first few points in words, with the number of the others. */
const shortened = (points: readonly string[]): string =>
  points.length <= 4 ? listed(points) : listed([...points.slice(0, 3), `${points.length - 3} more gaps are left`]);

interface OpenPoint {
  readonly span: Span;
  readonly what: string;
}

function allGaps(artifact: Artifact, project: Project): readonly OpenPoint[] {
  const sections = sectionGaps(artifact, project).map(({ section, definition }) => ({
    span: section?.heading.span ?? headSpan(artifact),
    what: `“${definition.heading}” is ${section ? 'empty' : 'missing'}`,
  }));
  const placeholders = placeholdersIn(artifact.document, artifact.definition).map(({ span, text }) => ({
    span,
    what: `“${text}” is left in the text`,
  }));
  return [...sections, ...placeholders, ...openQuestions(artifact)];
}

const openQuestions = (artifact: Artifact): readonly OpenPoint[] =>
  questionSections(artifact)
    .filter(section => hasOpenQuestions(artifact, section))
    .map(section => ({ span: section.heading.span, what: 'questions are open' }));
