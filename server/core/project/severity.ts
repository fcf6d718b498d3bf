import type { Severity } from '../lifecycle/schema/lifecycle.ts';
import type { Document, ParseProblem } from '../parse/model.ts';
import { memoize } from '../text/memo.ts';
import type { Artifact, Project } from './model.ts';
import { firstStatus, isAgreed, isAside } from './state.ts';

/**
 * Severity by distance: an error when a gate already passed needs it, a warning when the next one does. What only later
 * gates need is shown in the panel and is no finding.
 */
export function severityAt(project: Project, gate: string | undefined): Severity | undefined {
  if (gate === undefined) return undefined;
  const distance = project.gates.distance(gate);
  return distance === 'passed' ? 'error' : distance === 'next' ? 'warning' : undefined;
}

/**
 * Whether the completeness of a document is judged: drafts are left alone until a gate that is already passed needs
 * them, and so are documents whose approval their type only assumes. Documents that are out of use or waived are never
 * judged.
 */
export function isJudged(artifact: Artifact, project: Project): boolean {
  const { state, definition } = artifact;
  if (!isInUse(artifact, project)) return false;
  const isAssumedApproval = !state.declared && isAgreed(project.lifecycle, state.status);
  const hasBegun = state.status !== firstStatus(project.lifecycle) && !isAssumedApproval;
  return hasBegun || severityAt(project, definition['required-by']) === 'error';
}

/** Whether a document counts: it can be read, and is not waived, superseded or retired. */
export const isInUse = ({ state, document, sidecar }: Artifact, project: Project): boolean =>
  !state.waived &&
  !isAside(project.lifecycle, state.status) &&
  !isUnread(document) &&
  !(sidecar?.document && isUnread(sidecar.document));

/** Whether nothing is known of a document but its text, so that whatever it seems to lack may be there. */
export function isUnread(document: Document): boolean {
  const isWhole = document.kind === 'markdown' && document.frontMatter === undefined;
  return document.problems.some(({ code }) => unread.has(code) || (code === 'too-deep' && isWhole));
}

const unread: ReadonlySet<ParseProblem['code']> = new Set(['too-large', 'not-text', 'parser-failed']);

/** Whether a file counts: false when all that it is stands aside. */
export const isPathInUse = (project: Project, path: string): boolean => !asidePaths(project).has(path);

const asidePaths = memoize((project: Project): ReadonlySet<string> => {
  const aside = new Set(project.artifacts.map(artifact => artifact.path));
  for (const artifact of project.artifacts) if (isInUse(artifact, project)) aside.delete(artifact.path);
  return aside;
});

/** Whether the document says that somebody accountable has agreed to it. A status that its type assumes is no claim. */
export const claimsAgreement = ({ state }: Artifact, project: Project): boolean =>
  state.declared && isAgreed(project.lifecycle, state.status);

/** A gap in a document that claims agreement is an error, else a warning. */
export const gapSeverity = (artifact: Artifact, project: Project): Severity =>
  claimsAgreement(artifact, project) ? 'error' : 'warning';
