import { setEntryField } from '../fixes/entryField.ts';
import { replaceText } from '../fixes/frontMatter.ts';
import { offer } from '../fixes/offer.ts';
import { reorderVersions } from '../fixes/reorderVersions.ts';
import { aboutEntry, nameOf } from '../project/aboutEntry.ts';
import { changelogVersionsOf } from '../project/changelogChanges.ts';
import { changelogsOf } from '../project/changelogs.ts';
import type { Artifact, Project, RecordEntry, RecordFile } from '../project/model.ts';
import { isAbout } from '../project/recordKinds.ts';
import { fieldText } from '../project/recordValue.ts';
import { isInUse } from '../project/severity.ts';
import { tracesOf } from '../project/traces/links.ts';
import { compareVersions, isPrerelease, parseVersion, versionFits } from '../project/version.ts';
import { firstAgainstDates, firstOutOfOrder, fitsScheme, type Step, stepsOf } from '../project/versionSteps.ts';
import { quoted } from '../project/wording.ts';
import { defineRule, type Report } from './rule.ts';

export default defineRule({
  id: 'version-step-wrong',
  scope: 'artifact',
  severity: 'warning',
  title: 'Version numbers rise with time and say how big a step is.',
  why: 'People decide by the number whether they can update without thinking. A number that is too small for a breaking change, or a list out of order, makes them decide wrongly.',
  examples: {
    bad: { 'CHANGELOG.md': '# Changelog\n\n## 1.1.0 - 2026-03-02\n\n- Export\n\n## 1.2.0 - 2026-05-04\n\n- Sync\n' },
    good: { 'CHANGELOG.md': '# Changelog\n\n## 1.2.0 - 2026-05-04\n\n- Sync\n\n## 1.1.0 - 2026-03-02\n\n- Export\n' },
  },

  *check(artifact, project) {
    if (artifact.definition.format !== 'keep-a-changelog' || !isInUse(artifact, project)) return;
    const steps = stepsOf(artifact);
    for (const step of steps) yield* outsideScheme(artifact, step, project);
    const disorder = firstOutOfOrder(steps);
    if (disorder) yield outOfOrder(artifact, steps, disorder);
    const dates = firstAgainstDates(steps);
    if (dates) yield againstDates(artifact, dates);
  },

  *checkRecord(file, project) {
    const isChange = isAbout('change', file.kind, project.lifecycle) && file.form !== 'changelog';
    if (!isChange || project.lifecycle['version-scheme'] !== 'semver') return;
    for (const record of file.entries) yield* tooSmall(file, record, project);
  },
});

function* outsideScheme({ path, document }: Artifact, { version, span }: Step, project: Project): Generator<Report> {
  const scheme = project.lifecycle['version-scheme'];
  if (fitsScheme(version, scheme)) return;
  const better = parseVersion(version)?.version;
  const isBetter = better !== undefined && scheme === 'semver' && document.text.slice(span.start, span.end) === version;
  yield {
    path,
    span,
    subject: version,
    message: `${quoted(version)} is no version of the scheme ${scheme}, so tools and people cannot tell what comes before it. ${isBetter ? `Write ${better}.` : 'Write the whole number.'}`,
    fixes: isBetter ? offer(`Write ${better}`, replaceText(path, span, better)) : [],
  };
}

function outOfOrder(
  { path, document }: Artifact,
  steps: readonly Step[],
  [upper, lower]: readonly [Step, Step],
): Report {
  const isTwice = compareVersions(upper.version, lower.version) === 0;
  const change = document.kind === 'markdown' ? reorderVersions(document, steps) : undefined;
  return {
    path,
    span: lower.span,
    subject: lower.version,
    message: isTwice
      ? `The version ${lower.version} stands twice. Join the two, or give one the number that it was released with.`
      : `The version ${lower.version} stands below ${upper.version}, although it is newer. Readers look for the newest at the top: put the versions in order.`,
    related: [{ path, span: upper.span, message: `${upper.version} stands here.` }],
    fixes: offer('Put the versions in order, newest first', change),
  };
}

const againstDates = ({ path }: Artifact, [later, earlier]: readonly [Step, Step]): Report => ({
  path,
  span: later.span,
  subject: `${later.version} ${later.date}`,
  message: `The version ${later.version} is dated ${later.date}, before ${earlier.version}, which came earlier and is dated ${earlier.date}. Correct the date that is wrong.`,
  related: [{ path, span: earlier.span, message: `${earlier.version} is dated ${earlier.date}.` }],
});

/** A breaking change needs a new major version; before 1.0.0 anything may change. */
function* tooSmall(file: RecordFile, record: RecordEntry, project: Project): Generator<Report> {
  if (fieldText(record, file.kind, 'breaking', project) !== 'true') return;
  const own = fieldText(record, file.kind, 'version', project);
  const version = own ?? (record.id === undefined ? undefined : changelogVersionsOf(project).get(record.id));
  const to = version === undefined ? undefined : parseVersion(version);
  const isRetired = record.id !== undefined && tracesOf(project).items.get(record.id)?.retired === true;
  if (version === undefined || !to || isPrerelease(version) || isRetired) return;
  const [changelog] = changelogsOf(project);
  const steps = changelog ? stepsOf(changelog) : [];
  const before = steps
    .filter(step => !isPrerelease(step.version) && compareVersions(step.version, version) < 0)
    .sort((a, b) => compareVersions(b.version, a.version))[0];
  const from = before && parseVersion(before.version);
  if (!changelog || !before || !from || from.major === 0 || from.major !== to.major) return;
  const right = `${from.major + 1}.0.0`;
  const listed = steps.find(step => versionFits(step.version, version, 'patch'));
  const name = nameOf(file, record, project);
  yield {
    ...aboutEntry(file, record, project, own === undefined ? 'breaking' : 'version'),
    message: `${name} is breaking, but ${before.version} to ${version} is a ${from.minor === to.minor ? 'patch' : 'minor'} step: users would update and find things broken. Release it as ${right}, or make it fit.`,
    related: [
      { path: changelog.path, span: (listed ?? before).span, message: `${(listed ?? before).version} stands here.` },
    ],
    fixes:
      own === undefined || listed?.date !== undefined
        ? []
        : offer(
            `Make the version ${right}`,
            setEntryField(file, record, 'version', right),
            ...(listed ? [replaceText(changelog.path, listed.span, right)] : []),
          ),
  };
}
