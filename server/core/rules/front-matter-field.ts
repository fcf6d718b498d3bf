import { addField, replaceText } from '../fixes/frontMatter.ts';
import type { Field } from '../lifecycle/schema/field.ts';
import { holds, type Subject } from '../project/condition.ts';
import { knownFields } from '../project/fields.ts';
import { valueProblems } from '../project/fieldValue.ts';
import type { Artifact, FieldValue, Project } from '../project/model.ts';
import { placeholdersIn } from '../project/placeholders.ts';
import { isInUse } from '../project/severity.ts';
import { artifactSubject } from '../project/subject.ts';
import { headSpan, quoted } from '../project/wording.ts';
import { isBlank, textOf } from '../project/yamlValue.ts';
import { defineRule, type Report } from './rule.ts';

/** Fields that a rule of their own judges, so that nothing is said twice. */
const askedElsewhere = new Set(['type', 'approvals', 'not_applicable']);
const readElsewhere = new Set(['type', 'not_applicable']);

export default defineRule({
  id: 'front-matter-field',
  scope: 'artifact',
  severity: 'warning',
  title: 'A document says where it stands and who keeps it true.',
  why: 'Status, owner and version are what gates and readers look at first. A value of the wrong kind counts as none.',
  examples: {
    bad: { 'docs/development/ux-design.md': '---\ntype: ux-design\nstatus: Done\n---\n\n# User experience\n' },
    good: {
      'docs/development/ux-design.md':
        '---\ntype: ux-design\nstatus: draft\nowner: designer\n---\n\n# User experience\n',
    },
  },

  *check(artifact, project) {
    const { definition, fields } = artifact;
    if (definition['status-default'] !== undefined && fields.source === 'none') return;
    const subject = artifactSubject(artifact, project);
    for (const [name, field] of Object.entries(knownFields(project.lifecycle, definition))) {
      const value = fields.get(name);
      const isGiven = value && !isBlank(value.value);
      if (isGiven && !readElsewhere.has(name) && isInUse(artifact, project))
        yield* wrongValues(artifact, project, subject, field, value);
      if (!isGiven && !askedElsewhere.has(name) && isAsked(artifact, project, name, field, subject))
        yield missingField(artifact, name, field, value);
    }
  },
});

/** Documents out of use are asked only for what their status demands, and unreadable metadata for nothing. */
function isAsked(artifact: Artifact, project: Project, name: string, { required }: Field, subject: Subject): boolean {
  if (artifact.state.waived || hasUnreadableFields(artifact) || !holds(required, subject)) return false;
  // The path says it already, such as the version of a test report.
  if (Object.hasOwn(artifact.captures, name)) return false;
  return isInUse(artifact, project) || (typeof required === 'object' && Object.hasOwn(required, 'status'));
}

/** What cannot be read may be there: another rule says that it cannot be read. */
const hasUnreadableFields = ({ document }: Artifact): boolean =>
  document.problems.some(({ code }) => code !== 'not-utf8');

function missingField(artifact: Artifact, name: string, field: Field, empty: FieldValue | undefined): Report {
  const { definition, fields } = artifact;
  const span =
    empty?.keySpan ?? (fields.source === 'front-matter' ? fields.all[0]?.keySpan : undefined) ?? headSpan(artifact);
  return {
    path: artifact.path,
    span,
    subject: name,
    gate: definition['required-by'],
    message: `The field “${name}” is ${empty ? 'empty' : 'missing'}. ${field.say ?? 'Readers and gates look for it.'}`,
    fixes: empty ? [] : [{ title: `Add “${name}”`, safe: false, changes: [addField(artifact, name, '')] }],
  };
}

function* wrongValues(
  artifact: Artifact,
  project: Project,
  subject: Subject,
  field: Field,
  { name, value }: FieldValue,
): Generator<Report> {
  const placeholders = placeholdersIn(artifact.document);
  for (const { node, part, allowed, suggestion } of valueProblems(field, value, artifact, project, subject)) {
    // Template text is reported as such.
    if (placeholders.some(({ span }) => node.span.start <= span.start && span.end <= node.span.end)) continue;
    yield {
      path: artifact.path,
      span: node.span,
      subject: name,
      gate: artifact.definition['required-by'],
      message: `${quoted(textOf(node) ?? artifact.document.text.slice(node.span.start, node.span.end))} is no valid value for “${part ?? name}”: it must be ${allowed}.`,
      fixes: suggestion
        ? [
            {
              title: `Change to “${suggestion.text}”`,
              safe: suggestion.sameWord,
              changes: [replaceText(artifact.path, node.span, suggestion.text)],
            },
          ]
        : [],
    };
  }
}
