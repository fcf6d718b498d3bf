import { addRow } from '../fixes/addRow.ts';
import { replaceText } from '../fixes/frontMatter.ts';
import { offer } from '../fixes/offer.ts';
import { anchorOfHeading } from '../project/anchors.ts';
import { versionOf } from '../project/current.ts';
import { handoffSeverity, handoffs } from '../project/handoff.ts';
import { type HandoffGap, handoffGaps } from '../project/handoffGaps.ts';
import { handoffList } from '../project/handoffList.ts';
import { relativePath } from '../project/links.ts';
import type { Artifact, Project } from '../project/model.ts';
import { titleOf } from '../project/sections.ts';
import { gateInText, headSpan } from '../project/wording.ts';
import { type Change, defineRule, type Fix } from './rule.ts';

export default defineRule({
  id: 'handoff-incomplete',
  scope: 'artifact',
  severity: 'warning',
  title: 'A handoff lists all that is handed over, and somebody has accepted it.',
  why: 'What is not on the list is looked for at night. The list names each document in the version that was agreed to and who took it; what is open says why; and somebody on the receiving side said yes.',
  examples: {
    bad: {
      'lifecycle.yaml': 'lifecycle: 1\nextends: standard\nhorizon: handoff\n',
      'docs/development/technical-specification.md':
        '---\nstatus: approved\nowner: engineer\nversion: 1.0.0\napprovals:\n  - { by: Mei, role: engineer, date: 2026-03-17 }\n---\n\n# Technical specification\n',
      'docs/development/handoff.md':
        '---\nstatus: in-review\nowner: Ana\nversion: 1.0.0\n---\n\n# Handoff\n\n## What is handed over\n\n| Item | Document | Version | Received by |\n|---|---|---|---|\n| Technical specification | [Specification](technical-specification.md) | 0.9.0 | |\n\n## Checks\n\n- [ ] The keys were moved.\n',
    },
    good: {
      'lifecycle.yaml': 'lifecycle: 1\nextends: standard\nhorizon: handoff\n',
      'docs/development/technical-specification.md':
        '---\nstatus: approved\nowner: engineer\nversion: 1.0.0\napprovals:\n  - { by: Mei, role: engineer, date: 2026-03-17 }\n---\n\n# Technical specification\n',
      'docs/development/handoff.md':
        '---\nstatus: in-review\nowner: Ana\nversion: 1.0.0\napprovals:\n  - { by: Lena, role: operations, date: 2026-06-14 }\n---\n\n# Handoff\n\n## What is handed over\n\n| Item | Document | Version | Received by |\n|---|---|---|---|\n| Technical specification | [Specification](technical-specification.md) | 1.0.0 | Lena |\n\n## Checks\n\n- [ ] The keys were moved. Reason: the safe arrives on 22 June.\n',
    },
  },

  *check(artifact, project) {
    const handoff = handoffs(project.lifecycle).get(artifact.type);
    const severity = handoff && handoffSeverity(artifact, handoff, project);
    if (!handoff || severity === undefined) return;
    const gaps = handoffGaps(artifact, handoff, project);
    if (gaps.length === 0) return;
    yield {
      path: artifact.path,
      span: headSpan(artifact),
      subject: artifact.type,
      gate: handoff.gate,
      severity,
      message: `The handoff is incomplete: ${sayAll(gaps)}. This is what ${gateInText(project, handoff.gate)} rests on: complete it together with those who receive it.`,
      fixes: gaps.flatMap(gap => mend(gap, artifact, project)),
      related: gaps.flatMap(({ span, say }) =>
        span ? [{ path: artifact.path, span, message: capitalised(say) }] : [],
      ),
    };
  },
});

/** So many gaps are told at full length. */
const told = 4;

const sayAll = (gaps: readonly HandoffGap[]): string => {
  const words = gaps.slice(0, told).map(({ say }) => say);
  return [...words, ...(gaps.length > told ? [`and ${gaps.length - told} more`] : [])].join('; ');
};

const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

/** Rows and versions are facts of other documents; who received something is for people to say. */
function mend({ unlisted, issues, other }: HandoffGap, artifact: Artifact, project: Project): readonly Fix[] {
  if (other?.row.version)
    return offer(
      `List ${other.name} as ${other.version}`,
      replaceText(artifact.path, other.row.version.value.span, other.version),
    );
  if (issues) {
    const { document, path } = issues.artifact;
    const anchor = document.kind === 'markdown' ? anchorOfHeading(document, issues.section.heading) : undefined;
    const target = `${relativePath(artifact.path, path)}${anchor === undefined ? '' : `#${anchor}`}`;
    return offer('List the known issues', row(artifact, project, 'Known issues', target, issues.artifact));
  }
  if (!unlisted) return [];
  const title = titleOf(unlisted.document)?.text ?? unlisted.definition.title;
  return offer(
    `List ${title}`,
    row(artifact, project, unlisted.definition.title, relativePath(artifact.path, unlisted.path), unlisted),
  );
}

function row(artifact: Artifact, project: Project, name: string, target: string, listed: Artifact): Change | undefined {
  const list = handoffList(artifact, project);
  if (!list?.columns.name) return undefined;
  const title = titleOf(listed.document)?.text ?? listed.definition.title;
  const { link, version } = list.columns;
  return addRow(artifact, list.section, {
    [list.columns.name]: name,
    ...(link !== undefined && { [link]: `[${title}](${target})` }),
    ...(version !== undefined && { [version]: versionOf(listed) ?? '' }),
  });
}
