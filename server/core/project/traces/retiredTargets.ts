import type { Link } from '../../parse/model.ts';
import { memoize } from '../../text/memo.ts';
import { resolveLink } from '../links.ts';
import { artifactsAt } from '../lookup.ts';
import type { Artifact, Project } from '../model.ts';
import { isInUse } from '../severity.ts';
import { isAside } from '../state.ts';
import { itemsOf, textOf } from '../yamlValue.ts';

/** A link of a document in use to one that was replaced or taken out of use. */
export interface RetiredTarget {
  readonly link: Link;
  readonly target: Artifact;
}

/** The links of a document that lead to documents out of use. What replaces a document may point at it. */
export function retiredTargets(project: Project, artifact: Artifact): readonly RetiredTarget[] {
  const { document, path } = artifact;
  if (document.kind !== 'markdown' || !isInUse(artifact, project) || retiredPaths(project).size === 0) return [];
  return document.links.flatMap(link => {
    const target = link.form === 'image' ? undefined : resolveLink(path, link.target)?.path;
    const retired = target === undefined || target === path ? undefined : retiredPaths(project).get(target);
    if (!retired || replaces(artifact, retired) || speaksOfReplacing(document.text, link)) return [];
    return [{ link, target: retired }];
  });
}

/** The document that replaces another one, when that says so and it is in use. */
export function successorOf(project: Project, { path, fields }: Artifact): string | undefined {
  const named = textOf(fields.get('superseded_by')?.value);
  const target = named === undefined ? undefined : resolveLink(path, named)?.path;
  return target !== undefined && artifactsAt(project, target).some(other => isInUse(other, project))
    ? target
    : undefined;
}

/** The documents that stand aside in every one of their roles, by their paths. */
const retiredPaths = memoize((project: Project): ReadonlyMap<string, Artifact> => {
  const isRetired = ({ state }: Artifact): boolean => isAside(project.lifecycle, state.status);
  const retired = new Map<string, Artifact>();
  for (const artifact of project.artifacts)
    if (isRetired(artifact) && artifactsAt(project, artifact.path).every(isRetired))
      retired.set(artifact.path, artifact);
  return retired;
});

/** Whether either of two documents says that the first replaces the second. */
function replaces(newer: Artifact, older: Artifact): boolean {
  const names = (from: Artifact, field: string, to: Artifact): boolean =>
    itemsOf(from.fields.get(field)?.value).some(node => resolveLink(from.path, textOf(node) ?? '')?.path === to.path);
  return names(newer, 'supersedes', older) || names(older, 'superseded_by', newer);
}

/** Whether the words before a link tell that its target is replaced, as in `Supersedes [0003](0003-x.md)`. */
const speaksOfReplacing = (text: string, { span }: Link): boolean =>
  /(?:supersed|replac|obsolet|deprecat)\w*[^.\n]*$/i.test(text.slice(Math.max(0, span.start - 60), span.start));
