import { addField, takesFields } from '../fixes/frontMatter.ts';
import { isDate } from '../lifecycle/date.ts';
import { addDuration } from '../lifecycle/duration.ts';
import { approvalsOf } from '../project/approvals.ts';
import { fieldDocument, fieldPlace } from '../project/fieldPlace.ts';
import type { Artifact, Project } from '../project/model.ts';
import { claimsAgreement, isInUse } from '../project/severity.ts';
import { textOf } from '../project/yamlValue.ts';
import { defineRule } from './rule.ts';

const field = 'rehearsed';
const longest = '12 months';

export default defineRule({
  id: 'rehearsal-overdue',
  scope: 'artifact',
  severity: 'info',
  title: 'The steps that people rely on were tried out as they stand.',
  why: 'Steps that nobody has carried out are a story. The rollback above all is needed on the worst day, by somebody who has never done it; once a year, and after each edit, it should be played through.',
  examples: {
    bad: {
      'docs/deployment/deployment-guide.md':
        '---\nstatus: approved\nowner: operations\nversion: 1.0.0\nrehearsed: 2025-03-02\napprovals:\n  - { by: Lena, role: operations, date: 2026-05-04 }\n---\n\n# Deployment guide\n',
    },
    good: {
      'docs/deployment/deployment-guide.md':
        '---\nstatus: approved\nowner: operations\nversion: 1.0.0\nrehearsed: 2026-05-02\napprovals:\n  - { by: Lena, role: operations, date: 2026-05-04 }\n---\n\n# Deployment guide\n',
    },
  },

  *check(artifact, project) {
    const definition = artifact.definition.fields[field];
    if (!definition || !isInUse(artifact, project) || !claimsAgreement(artifact, project)) return;
    const written = artifact.fields.get(field);
    const day = textOf(written?.value);
    // A day that no calendar has is reported as such.
    if (day !== undefined && !isDate(day)) return;
    const fault = faultOf(day, artifact, project);
    if (fault === undefined) return;
    yield {
      ...fieldPlace(artifact, field),
      ...(written && day === undefined && { span: written.keySpan }),
      subject: field,
      gate: artifact.definition['required-by'],
      message: `${fault} Carry the steps out once, with the way back, and write the day under “${field}”.`,
      fixes:
        written || !takesFields(fieldDocument(artifact))
          ? []
          : [{ title: `Add “${field}” to be filled in`, safe: false, changes: [addField(artifact, field, '')] }],
    };
  },
});

/** What is wrong with the day of the last rehearsal, in a sentence; undefined when it holds. */
function faultOf(day: string | undefined, artifact: Artifact, project: Project): string | undefined {
  if (day === undefined) return 'Nothing says when these steps were last tried out.';
  if (day > project.today) return `The rehearsal on ${day} has not taken place yet.`;
  const changed = changedAfter(artifact, project);
  if (changed !== undefined && day < changed)
    return `These steps were last tried out on ${day} and were changed after ${changed}.`;
  const due = addDuration(day, longest);
  return due !== undefined && due < project.today
    ? `These steps were last tried out on ${day}, more than ${longest} ago.`
    : undefined;
}

/**
 * The last day on which the text is known to have been another one: somebody approved it then, and the fingerprint does
 * not fit any more.
 */
const changedAfter = (artifact: Artifact, project: Project): string | undefined =>
  approvalsOf(artifact, project)
    .flatMap(({ isCurrent, date }) => (!isCurrent && date !== undefined && isDate(date) ? [date] : []))
    .sort()
    .at(-1);
