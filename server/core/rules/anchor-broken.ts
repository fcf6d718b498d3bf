import { replaceText } from '../fixes/frontMatter.ts';
import { linkParts } from '../fixes/linkParts.ts';
import { nearest } from '../lifecycle/nearest.ts';
import { anchorsOf } from '../project/anchors.ts';
import { resolveLink } from '../project/links.ts';
import { isInUse } from '../project/severity.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'anchor-broken',
  scope: 'artifact',
  severity: 'warning',
  title: 'A link to a heading finds the heading.',
  why: 'After a heading is renamed, links to it open the right page at the wrong place, and nobody notices.',
  examples: {
    bad: {
      'docs/deployment/roadmap.md':
        '---\nstatus: draft\nowner: product-manager\nversion: 1.0.0\n---\n\n# Roadmap\n\nSee [below](#latter).\n\n## Later\n',
    },
    good: {
      'docs/deployment/roadmap.md':
        '---\nstatus: draft\nowner: product-manager\nversion: 1.0.0\n---\n\n# Roadmap\n\nSee [below](#later).\n\n## Later\n',
    },
  },

  *check(artifact, project) {
    if (artifact.document.kind !== 'markdown' || !isInUse(artifact, project)) return;
    for (const link of artifact.document.links) {
      const target = resolveLink(artifact.path, link.target);
      const document = target?.path === undefined ? undefined : project.documents.get(target.path);
      if (!target?.fragment || document?.kind !== 'markdown' || isHostAnchor(target.fragment)) continue;
      const anchors = anchorsOf(document);
      if (anchors.has(target.fragment)) continue;
      const near = nearest(target.fragment, anchors);
      const span = linkParts(artifact.document.text, link)?.fragment;
      yield {
        path: artifact.path,
        span: link.targetSpan,
        subject: link.target,
        gate: artifact.definition['required-by'],
        message: `No heading in ${document.path === artifact.path ? 'this file' : document.path} answers to “${link.target.slice(link.target.indexOf('#'))}”, so readers land at the top. Link to a heading that is there.`,
        fixes:
          near && span
            ? [{ title: `Link to #${near}`, safe: false, changes: [replaceText(artifact.path, span, near)] }]
            : [],
      };
    }
  },
});

/** Fragments that repository hosts add themselves: line numbers, the top of the page, ids they prefix. */
const isHostAnchor = (fragment: string): boolean =>
  /^(?:l\d+(?:c\d+)?(?:-l\d+(?:c\d+)?)?|top|user-content-.*|:~:.*)$/.test(fragment);
