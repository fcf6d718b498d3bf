import { groupBy } from '../text/groupBy.ts';
import type { Span } from '../text/span.ts';
import { anchorOfHeading } from './anchors.ts';
import { approvalsOf } from './approvals.ts';
import { openBoxes } from './checklist.ts';
import { versionOf } from './current.ts';
import { isEmpty } from './gaps.ts';
import { documentsToHandOver, type Handoff } from './handoff.ts';
import { type HandoffList, type HandoffRow, handoffList, rowAbout } from './handoffList.ts';
import type { Artifact, Project, Section } from './model.ts';
import { titleOf } from './sections.ts';
import { saysNone } from './substance.ts';
import { isForKnownIssues } from './traces/consequences.ts';
import { currentReports, resultSections, testResultsOf } from './traces/testResults.ts';
import { parseVersion, versionFits } from './version.ts';
import { inText, listed, quoted, roleName } from './wording.ts';
import { textOf } from './yamlValue.ts';

/** One thing that a handoff misses. */
export interface HandoffGap {
  /** As a clause. */
  readonly say: string;
  /** Where it is to be mended. */
  readonly span: Span | undefined;
  /** A document that has no row. */
  readonly unlisted?: Artifact;
  /** A section with known issues that has no row. */
  readonly issues?: { readonly artifact: Artifact; readonly section: Section };
  /** A row that names another version than the one that was agreed to. */
  readonly other?: { readonly row: HandoffRow; readonly name: string; readonly version: string };
}

/** Everything that a handoff misses, in the order in which people walk through it. */
export function handoffGaps(artifact: Artifact, handoff: Handoff, project: Project): readonly HandoffGap[] {
  const list = handoffList(artifact, project);
  // A section that is missing or empty is reported as such.
  const isListed = list && !isEmpty(artifact, list.section);
  return [
    ...(isListed
      ? [...documentGaps(list, handoff, project), ...issueGaps(list, handoff, project), ...nobodyTook(list)]
      : []),
    ...boxGaps(artifact),
    ...acceptanceGaps(artifact, handoff, project),
  ];
}

function documentGaps(list: HandoffList, handoff: Handoff, project: Project): readonly HandoffGap[] {
  const wanted = documentsToHandOver(handoff, project);
  const byType = groupBy(wanted, ({ type }) => type);
  return wanted.flatMap((document): readonly HandoffGap[] => {
    const isAlone = byType.get(document.type)?.length === 1;
    const title = titleOf(document.document)?.text;
    const names = [...(title === undefined ? [] : [title]), ...(isAlone ? [document.definition.title] : [])];
    const name = isAlone ? `the ${inText(document.definition.title)}` : quoted(title ?? document.path);
    const row = rowAbout(list, document, names);
    if (!row) return [{ say: `${name} is not listed`, span: list.section.heading.span, unlisted: document }];
    const [written, version] = [textOf(row.version?.value), versionOf(document)];
    if (written === undefined || version === undefined || !parseVersion(written)) return [];
    if (versionFits(written, version, 'patch')) return [];
    return [
      {
        say: `${name} is listed as ${written}, and ${version} was approved`,
        span: row.version?.value.span,
        other: { row, name, version },
      },
    ];
  });
}

/** Known issues have to be handed over when the reports have some, or a test that did not pass. */
function issueGaps(list: HandoffList, handoff: Handoff, project: Project): readonly HandoffGap[] {
  const types = new Set(resultSections(project.lifecycle).map(({ type }) => type));
  const failed = new Set(
    testResultsOf(project)
      .filter(({ result }) => result === 'fail' || result === 'blocked')
      .map(({ artifact }) => artifact),
  );
  return handoff.types
    .filter(type => types.has(type))
    .flatMap(type => currentReports(project, type))
    .flatMap((artifact): readonly HandoffGap[] => {
      const { document, sections } = artifact;
      const section = sections.find(({ definition }) => definition && isForKnownIssues(definition));
      if (!section || document.kind !== 'markdown') return [];
      const isNone = isEmpty(artifact, section) || saysNone(document, section.bodySpan);
      if (isNone && !failed.has(artifact)) return [];
      const anchor = anchorOfHeading(document, section.heading);
      const isListed = list.rows.some(
        ({ name, targets }) =>
          /\b(?:known|open) (?:issue|problem|defect)s?\b/.test(name) ||
          targets.some(({ path, fragment }) => path === artifact.path && fragment !== undefined && fragment === anchor),
      );
      const say = `the known issues of the ${inText(artifact.definition.title)} are not listed`;
      return isListed ? [] : [{ say, span: list.section.heading.span, issues: { artifact, section } }];
    });
}

function nobodyTook({ rows }: HandoffList): readonly HandoffGap[] {
  const open = rows.filter(({ nobodyIn }) => nobodyIn.length > 0);
  const [first] = open;
  if (!first) return [];
  const columns = listed([...new Set(open.flatMap(({ nobodyIn }) => nobodyIn))].map(name => `“${name}”`));
  const rowsHave = open.length === 1 ? '1 row has' : `${open.length} rows have`;
  return [{ say: `${rowsHave} nobody under ${columns}`, span: first.entry.nameSpan }];
}

function boxGaps({ document, sections }: Artifact): readonly HandoffGap[] {
  if (document.kind !== 'markdown') return [];
  const open = sections
    .filter(({ definition }) => definition?.form === 'checklist')
    .flatMap(section => openBoxes(document, section));
  const [first] = open;
  if (!first) return [];
  const boxes = open.length === 1 ? '1 box is' : `${open.length} boxes are`;
  return [{ say: `${boxes} not ticked, and nothing says why`, span: first.textSpan }];
}

function acceptanceGaps(artifact: Artifact, { acceptance }: Handoff, project: Project): readonly HandoffGap[] {
  const given = new Set(approvalsOf(artifact, project).flatMap(({ isCurrent, roles }) => (isCurrent ? roles : [])));
  const open = acceptance.roles.filter(role => !given.has(role));
  if (acceptance.all ? open.length === 0 : open.length < acceptance.roles.length) return [];
  const names = listed(
    open.map(role => roleName(project, role)),
    acceptance.all ? 'and' : 'or',
  );
  const span = artifact.sections.find(({ definition }) => definition?.aliases.includes('approvals'))?.heading.span;
  return [{ say: `nobody on the receiving side has accepted it (${names})`, span }];
}
