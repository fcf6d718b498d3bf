import { newDocument } from '../fixes/documentSkeleton.ts';
import { replaceText } from '../fixes/frontMatter.ts';
import { linkParts } from '../fixes/linkParts.ts';
import { nearestFile } from '../fixes/nearestFile.ts';
import type { Link } from '../parse/model.ts';
import { localPath } from '../project/build.ts';
import { relativePath, resolveLink } from '../project/links.ts';
import type { Artifact, Project } from '../project/model.ts';
import { matchPath } from '../project/recognise.ts';
import { isInUse } from '../project/severity.ts';
import { quoted } from '../project/wording.ts';
import { at } from '../text/span.ts';
import { defineRule, type Fix, type Report } from './rule.ts';

export default defineRule({
  id: 'link-broken',
  scope: 'artifact',
  severity: 'warning',
  title: 'Relative links and images lead to a file.',
  why: 'A reader who meets a dead end stops trusting the rest. Letter case counts: it works on one computer and fails on the next.',
  examples: {
    bad: {
      'docs/deployment/roadmap.md':
        '---\nstatus: draft\nowner: product-manager\nversion: 1.0.0\n---\n\n# Roadmap\n\nSee [the manual](user-manul.md).\n',
      'docs/deployment/user-manual.md':
        '---\nstatus: draft\nowner: product-manager\nversion: 1.0.0\n---\n\n# User manual\n',
    },
    good: {
      'docs/deployment/roadmap.md':
        '---\nstatus: draft\nowner: product-manager\nversion: 1.0.0\n---\n\n# Roadmap\n\nSee [the manual](user-manual.md).\n',
      'docs/deployment/user-manual.md':
        '---\nstatus: draft\nowner: product-manager\nversion: 1.0.0\n---\n\n# User manual\n',
    },
  },

  *check(artifact, project) {
    if (artifact.document.kind !== 'markdown' || !isInUse(artifact, project)) return;
    for (const link of artifact.document.links) {
      const target = isTemplate(link.target) ? undefined : resolveLink(artifact.path, link.target);
      if (!target || (target.path !== undefined && project.exists(target.path))) continue;
      yield broken(artifact, project, link, target.path);
    }
  },
});

function broken(artifact: Artifact, project: Project, link: Link, path: string | undefined): Report {
  const otherCase = path === undefined ? undefined : project.existsInOtherCase(path);
  const why = isAddress(link.target)
    ? 'is taken for a file. Write “https://” before a web address'
    : path === undefined
      ? 'leads out of the workspace, where nobody else has the file. Link to a file inside, or to a web address'
      : otherCase
        ? `differs from ${otherCase} in letter case, so it breaks on other computers. Write it as the file is called`
        : 'leads to no file. Correct it, or create the file';
  return {
    path: artifact.path,
    span: link.targetSpan,
    subject: link.target,
    gate: artifact.definition['required-by'],
    message: `The ${link.form === 'image' ? 'image' : 'link'} ${quoted(link.target)} ${why}.`,
    fixes: path === undefined ? [] : fixesFor(artifact, project, link, path, otherCase),
  };
}

function fixesFor(
  artifact: Artifact,
  project: Project,
  link: Link,
  path: string,
  otherCase: string | undefined,
): readonly Fix[] {
  const span = linkParts(artifact.document.text, link)?.path;
  const to = (target: string): Fix[] =>
    span
      ? [
          {
            title: `Link to ${target}`,
            safe: target === otherCase,
            changes: [replaceText(artifact.path, span, written(artifact.path, link.target, target))],
          },
        ]
      : [];
  if (isAddress(link.target))
    return span
      ? [
          {
            title: 'Write “https://” before it',
            safe: false,
            changes: [replaceText(artifact.path, at(span.start), 'https://')],
          },
        ]
      : [];
  if (otherCase) return to(otherCase);
  const near = nearestFile(project, path);
  const local = localPath(project.root, path);
  const type = Object.keys(project.lifecycle.artifacts).find(id => matchPath(project.lifecycle, id, local));
  const created = type === undefined ? undefined : newDocument(project, type, path);
  return [
    ...(near && near !== artifact.path ? to(near) : []),
    ...(created ? [{ title: `Create ${path}`, safe: false, changes: [{ kind: 'create' as const, ...created }] }] : []),
  ];
}

/** Whether a target looks like a web address without its scheme, such as `example.org/page`. */
const isAddress = (target: string): boolean =>
  /^(?:www\.|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|dev|eu)\/)/i.test(target);

/** A target that a site generator fills in; `{{…}}` is a placeholder for other rules. */
const isTemplate = (target: string): boolean => /\{[{%]/.test(target);

const written = (from: string, target: string, to: string): string =>
  encodeURI(target.startsWith('/') ? `/${to}` : relativePath(from, to)).replace(/[#?]/g, encodeURIComponent);
