import { addColumns } from '../fixes/addColumns.ts';
import { appendToSection } from '../fixes/appendToSection.ts';
import { replaceText } from '../fixes/frontMatter.ts';
import { moveSection } from '../fixes/moveSection.ts';
import { newlineOf } from '../fixes/newline.ts';
import { numberSentences } from '../fixes/numberSentences.ts';
import { renameHeading } from '../fixes/renameHeading.ts';
import { itemsSkeleton } from '../fixes/sectionSkeleton.ts';
import { nearest } from '../lifecycle/nearest.ts';
import type { SectionType } from '../lifecycle/schema/section.ts';
import type { MarkdownDocument } from '../parse/model.ts';
import { cellProblems } from '../project/cells.ts';
import { checklistProblems } from '../project/checklist.ts';
import { formProblem } from '../project/form.ts';
import { isEmpty, isStub, sectionsInForce } from '../project/gaps.ts';
import { withoutBlanks } from '../project/headingNames.ts';
import { headingLead } from '../project/headings.ts';
import type { Artifact, Project, Section } from '../project/model.ts';
import { excessSections, unknownSections } from '../project/otherSections.ts';
import { hasText, likeText } from '../project/prescribedText.ts';
import { rollbackSection } from '../project/rollback.ts';
import { misplacedSection } from '../project/sectionOrder.ts';
import { sectionsFor } from '../project/sections.ts';
import { isJudged } from '../project/severity.ts';
import { artifactSubject } from '../project/subject.ts';
import { countWords } from '../project/substance.ts';
import { inText, listed } from '../project/wording.ts';
import { type Change, defineRule, type Fix, type Report } from './rule.ts';

export default defineRule({
  id: 'section-form',
  scope: 'artifact',
  local: true,
  severity: 'info',
  title: 'A section has the form that its readers need.',
  why: 'Steps in one paragraph get skipped, and tools cannot read results that are not in a table with the expected columns.',
  examples: {
    bad: {
      'docs/deployment/deployment-guide.md':
        '---\nstatus: in-review\nowner: operations\nversion: 1.0.0\n---\n\n# Deployment guide\n\n## Before you start\n\n- Access to the update server\n\n## Steps\n\nUpload the image. Open the rollout page. Set the share to five per cent and watch the error rate for an hour.\n\n## Verification\n\n1. Open the status page.\n2. Check that the version is shown.\n\n## Rollback\n\nIf the error rate rises above two per cent, the engineer on call decides.\n\n1. Set the share to zero.\n2. Publish the last image again.\n',
    },
    good: {
      'docs/deployment/deployment-guide.md':
        '---\nstatus: in-review\nowner: operations\nversion: 1.0.0\n---\n\n# Deployment guide\n\n## Before you start\n\n- Access to the update server\n\n## Steps\n\n1. Upload the image.\n2. Open the rollout page.\n3. Set the share to five per cent and watch the error rate for an hour.\n\n## Verification\n\n1. Open the status page.\n2. Check that the version is shown.\n\n## Rollback\n\nIf the error rate rises above two per cent, the engineer on call decides.\n\n1. Set the share to zero.\n2. Publish the last image again.\n',
    },
  },

  *check(artifact, project) {
    const { document, path, definition } = artifact;
    if (document.kind !== 'markdown' || !isJudged(artifact, project) || isStub(artifact)) return;
    const found = [...structureProblems(artifact, project, document)];
    for (const [id, type] of sectionsInForce(artifact, project)) {
      if (id === rollbackSection) continue;
      for (const section of sectionsFor(artifact.sections, id))
        if (!isEmpty(artifact, section)) found.push(...contentProblems(artifact, project, document, section, type));
    }
    for (const problem of found) yield { path, gate: definition['required-by'], ...problem };
  },
});

type Problem = Pick<Report, 'span' | 'subject' | 'message' | 'fixes'>;

const interactive = (title: string, changes: readonly Change[]): Fix => ({ title, safe: false, changes });

/** What is wrong with where sections stand, and how many there are. */
function* structureProblems(artifact: Artifact, project: Project, document: MarkdownDocument): Generator<Problem> {
  const misplaced = misplacedSection(artifact, project);
  if (misplaced) {
    const { section, after, before } = misplaced;
    const place = after ? `after “${after.heading.text}”` : `before “${before?.heading.text}”`;
    const move = moveSection(document, misplaced);
    yield {
      ...atHeading(section),
      message: `“${section.heading.text}” is out of place: it belongs ${place}. Readers look for it there.`,
      fixes: move ? [interactive(`Move it ${place}`, [move])] : [],
    };
  }
  for (const { section, free } of unknownSections(artifact, project)) {
    const near = nearest(section.heading.text.slice(headingLead(section.heading.text).length), free);
    const words = `${headingLead(section.heading.text)}${near}`;
    yield {
      ...atHeading(section),
      message: `“${section.heading.text}” is no section of ${whatHolds(artifact, section)}.${near === undefined ? ' Choose one that is, or move the text there.' : ` Did you mean “${near}”?`}`,
      fixes:
        near === undefined || withoutBlanks(near) !== near
          ? []
          : [interactive(`Rename to “${near}”`, renameHeading(project, document, section.heading, words))],
    };
  }
  for (const [id] of sectionsInForce(artifact, project))
    for (const { section, max } of excessSections(artifact, id))
      yield {
        ...atHeading(section),
        message: `“${section.heading.text}” is one too many: at most ${max} of this kind may stand here.`,
      };
}

const atHeading = ({ heading }: Section): Pick<Problem, 'span' | 'subject'> => ({
  span: heading.span,
  subject: heading.text,
});

const whatHolds = ({ definition }: Artifact, { parent }: Section): string =>
  parent ? `“${parent.heading.text}”` : `the type “${inText(definition.title)}”`;

/** What is wrong in a section that is written. */
function* contentProblems(
  artifact: Artifact,
  project: Project,
  document: MarkdownDocument,
  section: Section,
  type: SectionType,
): Generator<Problem> {
  const place = { span: section.heading.span, subject: withoutBlanks(type.heading) };
  for (const { say, fixes } of wholeProblems(artifact, document, section, type))
    yield { ...place, message: `“${section.heading.text}” ${say}. ${type.guidance ?? ''}`.trim(), fixes };
  for (const { span, message, fix } of cellProblems(artifact, project, section, type)) {
    const changes = fix ? [{ kind: 'edit' as const, path: artifact.path, edits: fix.edits }] : [];
    yield { ...place, span, message, fixes: fix ? [{ title: fix.title, safe: fix.isSafe, changes }] : [] };
  }
  if (!type.checklist) return;
  const { missing, wrong } = checklistProblems(document, section, type.checklist, artifactSubject(artifact, project));
  if (missing.length > 0) {
    const { text, cursor } = itemsSkeleton(missing, type.form);
    const items = missing.map(item => `“${withoutBlanks(item)}”`);
    yield {
      ...place,
      message: `“${section.heading.text}” lacks the item${items.length > 1 ? 's' : ''} ${listed(items)}.`,
      fixes: [interactive('Add the missing items', [appendToSection(document, section, text, [cursor])])],
    };
  }
  yield* wrong.map(problem => ({ ...problem, subject: place.subject }));
}

interface WholeProblem {
  /** To follow the name of the section. */
  readonly say: string;
  readonly fixes: readonly Fix[];
}

/** What is wrong with a section as a whole. */
function* wholeProblems(
  artifact: Artifact,
  document: MarkdownDocument,
  section: Section,
  type: SectionType,
): Generator<WholeProblem> {
  if (type.depth !== undefined && section.heading.depth !== type.depth)
    yield { say: `stands at level ${section.heading.depth}; it belongs at level ${type.depth}`, fixes: [] };
  const form = formProblem(artifact, section, type);
  if (form !== undefined) {
    const isSteps = type.form === 'steps';
    const change = isSteps ? numberSentences(artifact, section) : addColumns(artifact, section, type);
    const title = isSteps ? 'Turn the sentences into numbered steps' : 'Add the missing columns';
    yield { say: form, fixes: change ? [interactive(title, [change])] : [] };
  }
  const least = type['min-words'];
  const count = least === undefined ? 0 : countWords(document, section.bodySpan, least);
  if (least !== undefined && count < least)
    yield { say: `has ${count} ${count === 1 ? 'word' : 'words'}; at least ${least} are asked for`, fixes: [] };
  if (type.text !== undefined && !hasText(document, section, type.text))
    yield { say: 'lacks the text that is prescribed for it', fixes: textFixes(document, section, type.text) };
}

function textFixes(document: MarkdownDocument, section: Section, text: string): readonly Fix[] {
  const like = likeText(document, section, text);
  const words = text.trim();
  if (like) {
    const styled = words.replace(/\r?\n/g, newlineOf(document.text));
    return [interactive('Put the prescribed text in its place', [replaceText(document.path, like, styled)])];
  }
  const change = appendToSection(document, section, words, []);
  return [{ title: 'Add the prescribed text', safe: false, byName: true, changes: [change] }];
}
