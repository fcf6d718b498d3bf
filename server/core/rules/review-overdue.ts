import { setFields, takesFields } from '../fixes/frontMatter.ts';
import { lowerStatus } from '../fixes/lowerStatus.ts';
import { isDate } from '../lifecycle/date.ts';
import { severities } from '../lifecycle/schema/severity.ts';
import { aboutEntry, nameOf } from '../project/aboutEntry.ts';
import { isMissing } from '../project/askedFields.ts';
import { holds } from '../project/condition.ts';
import { definitionPlace } from '../project/definitionPlace.ts';
import { fieldDocument, fieldPlace } from '../project/fieldPlace.ts';
import { knownFields } from '../project/fields.ts';
import type { Artifact, Project, RecordFile } from '../project/model.ts';
import { fieldOf } from '../project/recordValue.ts';
import { reviewDue } from '../project/review.ts';
import { claimsAgreement, isInUse } from '../project/severity.ts';
import { artifactSubject, recordSubject } from '../project/subject.ts';
import { isElsewhere } from '../project/waivers.ts';
import { textOf } from '../project/yamlValue.ts';
import { defineRule, type Fix, type Report } from './rule.ts';

export default defineRule({
  id: 'review-overdue',
  scope: 'project',
  severity: 'info',
  title: 'What people rely on was read again in time.',
  why: 'Documents do not rot with a noise. A guide that was true in January sends people the wrong way in June; a short look at the right interval costs less than the first wrong turn. Only approved documents are asked, open risks, and documents that are kept elsewhere.',
  examples: {
    bad: {
      'docs/development/development-plan.md':
        '---\nstatus: approved\nowner: engineer\nreviewed: 2026-01-15\napprovals:\n  - { by: Mei, role: engineer, date: 2026-01-10 }\n---\n\n# Development plan\n',
    },
    good: {
      'docs/development/development-plan.md':
        '---\nstatus: approved\nowner: engineer\nreviewed: 2026-04-15\napprovals:\n  - { by: Mei, role: engineer, date: 2026-01-10 }\n---\n\n# Development plan\n',
    },
  },

  *check(project) {
    const byPath = new Map<string, Report>();
    for (const artifact of project.artifacts)
      for (const report of documentReview(artifact, project)) {
        const known = byPath.get(report.path);
        if (!known || weightOf(report) < weightOf(known)) byPath.set(report.path, report);
      }
    yield* byPath.values();
    for (const file of project.records) yield* entryReviews(file, project);
    yield* outsideReviews(project);
  },
});

const weightOf = ({ severity = 'info' }: Report): number => severities.indexOf(severity);

function* documentReview(artifact: Artifact, project: Project): Generator<Report> {
  const { definition, fields, type } = artifact;
  if (!isInUse(artifact, project) || !claimsAgreement(artifact, project)) return;
  const interval = textOf(fields.get('review_every')?.value) ?? definition['review-every'];
  const reviewed = textOf(fields.get('reviewed')?.value);
  if (interval === undefined || (reviewed === undefined && isAsked(artifact, project))) return;
  const due = reviewDue(reviewed, interval, project.today);
  if (!due) return;
  yield {
    ...fieldPlace(artifact, 'reviewed'),
    subject: 'reviewed',
    artifact: type,
    phase: definition.phase,
    gate: definition['required-by'],
    severity: due.severity,
    message: `This document ${due.say} Read it again and say so, or set its status back.`,
    fixes: [...readAgain(artifact, project), ...lowerStatus(artifact, project)],
  };
}

/** Whether the definition asks for the day in this document: that it is missing is said then. */
const isAsked = (artifact: Artifact, project: Project): boolean =>
  holds(
    knownFields(project.lifecycle, artifact.definition).reviewed?.required ?? false,
    artifactSubject(artifact, project),
  );

/** A person says so with one click; it is never done in bulk. */
function readAgain(artifact: Artifact, project: Project): readonly Fix[] {
  if (!takesFields(fieldDocument(artifact))) return [];
  const title = `I have read it and it is true: set “reviewed” to ${project.today}`;
  return [{ title, safe: false, changes: [setFields(artifact, [['reviewed', project.today]])] }];
}

/** Entries with a day by which somebody must look at them again, while the definition asks for that day. */
function* entryReviews(file: RecordFile, project: Project): Generator<Report> {
  const field = project.lifecycle.records[file.kind]?.fields[reviewBy];
  if (field?.type !== 'date' || file.form === 'changelog') return;
  for (const record of file.entries) {
    const day = textOf(fieldOf(record, reviewBy));
    if (day === undefined ? !isMissing(reviewBy, file, record, project) : !isOver(day, project.today)) continue;
    if (!holds(field.required, recordSubject(record, file.kind, project))) continue;
    const name = nameOf(file, record, project);
    yield {
      ...aboutEntry(file, record, project, reviewBy),
      message:
        day === undefined
          ? `Nothing says when somebody looks at ${name} again. Write the day under “${reviewBy}”.`
          : `${name} was to be looked at again by ${day}. See whether it still stands as it is written, and set the next day.`,
    };
  }
}

const reviewBy = 'review_by';
const isOver = (day: string, today: string): boolean => isDate(day) && day < today;

/** Documents that are kept elsewhere, where nobody sees from here whether they still hold. */
function* outsideReviews(project: Project): Generator<Report> {
  for (const [type, { checked }] of Object.entries(project.lifecycle['provided-by'])) {
    const definition = project.lifecycle.artifacts[type];
    const interval = definition?.['review-every'];
    if (!definition || interval === undefined || !isElsewhere(project, type)) continue;
    const due = reviewDue(checked?.trim() === '' ? undefined : checked, interval, project.today);
    if (due)
      yield {
        ...definitionPlace(project, ['provided-by', type, ...(checked === undefined ? [] : ['checked'])]),
        subject: type,
        artifact: type,
        phase: definition.phase,
        severity: due.severity,
        message: `“${definition.title}” is kept elsewhere and ${due.say} Look at it there, and write the day under “checked”.`,
      };
  }
}
