import { wholeLines } from '../fixes/wholeLines.ts';
import type { ArtifactType } from '../lifecycle/schema/artifact.ts';
import type { Comment, MarkdownDocument } from '../parse/model.ts';
import type { Artifact } from '../project/model.ts';
import { sectionAt } from '../project/sections.ts';
import { claimsAgreement, isInUse } from '../project/severity.ts';
import { hasSubstance } from '../project/substance.ts';
import { memoize } from '../text/memo.ts';
import { defineRule, type Fix } from './rule.ts';

export default defineRule({
  id: 'guidance-left',
  scope: 'artifact',
  local: true,
  severity: 'hint',
  title: 'Guidance comments are gone from sections that are written.',
  why: 'The comments help to write a section. Beside finished text they only make the source harder to read.',
  examples: {
    bad: {
      'docs/deployment/roadmap.md':
        '---\nstatus: draft\nowner: product-manager\nversion: 1.0.0\n---\n\n# Roadmap\n\n## Next\n\n<!-- What comes after, and what would change your mind. -->\n\n- Swimming, unless fewer than ten people ask for it\n',
    },
    good: {
      'docs/deployment/roadmap.md':
        '---\nstatus: draft\nowner: product-manager\nversion: 1.0.0\n---\n\n# Roadmap\n\n## Next\n\n- Swimming, unless fewer than ten people ask for it\n',
    },
  },

  *check(artifact, project) {
    const { document, path } = artifact;
    if (document.kind !== 'markdown' || !isInUse(artifact, project)) return;
    const left = leftGuidance(artifact, document);
    const edits = left.map(({ span }) => ({ span: wholeLines(document.text, span), text: '' }));
    for (const [index, comment] of left.entries()) {
      const one = edits.slice(index, index + 1);
      const fixes: Fix[] = [
        { title: 'Remove this guidance', safe: true, changes: [{ kind: 'edit', path, edits: one }] },
      ];
      if (left.length > 1)
        fixes.push({
          title: 'Remove all guidance in this file',
          safe: false,
          changes: [{ kind: 'edit', path, edits }],
        });
      yield {
        path,
        span: comment.span,
        subject: sectionAt(artifact.sections, comment.span.start)?.heading.text ?? '',
        severity: claimsAgreement(artifact, project) ? 'warning' : 'hint',
        message: 'This guidance helped to write the section, which is written now. Remove the comment.',
        fixes,
      };
    }
  },
});

function leftGuidance(artifact: Artifact, document: MarkdownDocument): readonly Comment[] {
  const { texts, longest } = guidanceOf(artifact.definition);
  return document.comments.filter(comment => {
    if (comment.text.length > 2 * longest || !texts.has(fold(comment.text))) return false;
    const section = sectionAt(artifact.sections, comment.span.start);
    return section !== undefined && hasSubstance(document, section.bodySpan);
  });
}

const guidanceOf = memoize((type: ArtifactType) => {
  const texts = Object.values(type.sections).flatMap(({ guidance }) => (guidance ? [fold(guidance)] : []));
  return { texts: new Set(texts), longest: Math.max(0, ...texts.map(text => text.length)) };
});

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();
