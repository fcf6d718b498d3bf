import { draftEntry } from '../fixes/draftEntry.ts';
import { offer } from '../fixes/offer.ts';
import { knowsValue } from '../project/entryValues.ts';
import { artifactsOf } from '../project/lookup.ts';
import type { Project, RecordEntry, RecordFile } from '../project/model.ts';
import { recordHead } from '../project/recordHead.ts';
import { isAbout } from '../project/recordKinds.ts';
import { daysSince, isLate, limitOf } from '../project/recordLimit.ts';
import { fieldText } from '../project/recordValue.ts';
import { type Release, releaseOf } from '../project/release.ts';
import { sectionOf } from '../project/sections.ts';
import { versionFits } from '../project/version.ts';
import { gateInText } from '../project/wording.ts';
import { defineRule, type Report } from './rule.ts';

export default defineRule({
  id: 'feedback-silent',
  scope: 'record',
  severity: 'info',
  title: 'Somebody says something about every release, and somebody writes it down.',
  why: 'No product is so good that nobody has a word about it. Silence means that nobody listens, or that what people say is lost in inboxes.',
  examples: {
    bad: {
      'CHANGELOG.md': '# Changelog\n\n## 1.2.0 - 2026-03-02\n\n### Added\n\n- Export\n',
      'docs/records/feedback.yaml':
        '- { id: FB-1, date: 2026-02-05, origin: internal, channel: beta, summary: Nights are missing, severity: high, status: declined, reason: Not in this version }\n',
    },
    good: {
      'CHANGELOG.md': '# Changelog\n\n## 1.2.0 - 2026-03-02\n\n### Added\n\n- Export\n',
      'docs/records/feedback.yaml':
        '- { id: FB-1, date: 2026-04-05, origin: external, channel: support, version: 1.2.0, summary: Nights are missing, severity: high, status: declined, reason: Not in this version }\n',
    },
  },

  *check(file, project) {
    if (!isAbout('feedback', file.kind, project.lifecycle)) return;
    const files = project.records.filter(({ kind }) => kind === file.kind);
    if (files[0] !== file) return;
    const entries = files.flatMap(record => record.entries);
    const heard = (origin: string): readonly RecordEntry[] =>
      entries.filter(record => fieldText(record, file.kind, 'origin', project) === origin);
    const knows = (origin: string): boolean => knowsValue(project.lifecycle, file.kind, 'origin', origin);
    if (knows('external')) yield* afterRelease(file, heard('external'), project);
    if (knows('internal') && heard('internal').length === 0) yield* beforeGate(file, project);
  },
});

function* afterRelease(file: RecordFile, heard: readonly RecordEntry[], project: Project): Generator<Report> {
  const release = releaseOf(project);
  const limit = limitOf(project, file.kind, 'silence-after-release');
  if (!release || !isLate(project, release.date, limit)) return;
  if (heard.some(record => isAboutRelease(record, file.kind, release, project))) return;
  const name = release.version === undefined ? 'The product' : `Version ${release.version}`;
  const phase = Object.entries(project.lifecycle.phases).find(([, { 'begun-when': signs }]) =>
    Object.values(signs).some(({ check }) => check === 'released'),
  )?.[0];
  yield {
    ...recordHead(file),
    subject: 'external',
    phase,
    message: `${name} is out since ${release.date}, for ${daysSince(project, release.date)} now, and no feedback of users on it is recorded. Ask those who talk with customers, and write down what they hear.`,
    related: listeningPlaces(project),
    fixes: offer(
      'Add feedback of a user',
      draftEntry(project, file.kind, {
        origin: 'external',
        ...(release.version === undefined ? {} : { version: release.version }),
        status: 'new',
      }),
    ),
  };
}

/** Feedback counts that names the release, at the precision of a minor version, or that came after it. */
function isAboutRelease(record: RecordEntry, kind: string, { version, date }: Release, project: Project): boolean {
  const named = fieldText(record, kind, 'version', project);
  if (named !== undefined && version !== undefined && versionFits(named, version, 'minor')) return true;
  return (fieldText(record, kind, 'date', project) ?? '') >= date;
}

/** Where the plan says how customers are listened to. */
const listeningPlaces = (project: Project) =>
  artifactsOf(project, 'monitoring-plan').flatMap(({ path, sections }) => {
    const heading = sectionOf(sections, 'listening')?.heading;
    return heading ? [{ path, span: heading.span, message: 'How customers are listened to.' }] : [];
  });

function* beforeGate(file: RecordFile, project: Project): Generator<Report> {
  const gate = project.lifecycle.records[file.kind]?.['required-by'];
  // A gate that only the horizon brings near is planned for, not at hand.
  if (gate === undefined || project.gates.next !== gate) return;
  yield {
    ...recordHead(file),
    subject: 'internal',
    gate,
    phase: project.lifecycle.gates[gate]?.phase,
    message: `No feedback of testers or colleagues is recorded: ${gateInText(project, gate)} asks what those say who already use the product. Write down what they said.`,
    fixes: offer('Add feedback from inside', draftEntry(project, file.kind, { origin: 'internal', status: 'new' })),
  };
}
