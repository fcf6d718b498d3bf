import { distance } from 'fastest-levenshtein';
import type { ItemMention } from '../project/model.ts';
import { isPathInUse } from '../project/severity.ts';
import { inText } from '../project/wording.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'id-unknown',
  scope: 'project',
  severity: 'error',
  title: 'Every id that is referred to is declared.',
  why: 'A reference to nothing looks like evidence. As long as no document exists that could declare ids of a kind, nothing is said about them.',
  examples: {
    bad: {
      'docs/development/requirements.md':
        '---\nstatus: draft\nowner: product-manager\n---\n\n# Requirements\n\n## Functional requirements\n\n### REQ-7: Sync\n\nReplaces REQ-9.\n',
    },
    good: {
      'docs/development/requirements.md':
        '---\nstatus: draft\nowner: product-manager\n---\n\n# Requirements\n\n## Functional requirements\n\n### REQ-7: Sync\n\n### REQ-9: Export\n\nWorks with REQ-7.\n',
    },
  },

  *check(project) {
    const { declared, references, declarableKinds } = project.items;
    const said = new Map<string, ItemMention[]>();
    for (const mention of references) {
      if (declared.has(mention.id) || !declarableKinds.has(mention.kind)) continue;
      if (!isPathInUse(project, mention.path)) continue;
      const key = `${mention.path}\n${mention.id}`;
      said.set(key, [...(said.get(key) ?? []), mention]);
    }
    for (const mentions of said.values()) {
      const [first, ...more] = mentions;
      if (!first) continue;
      const title = inText(project.lifecycle.items[first.kind]?.title ?? 'item');
      yield {
        path: first.path,
        span: first.span,
        subject: first.id,
        message: `The ${title} ${first.id} is declared nowhere${more.length > 0 ? ` (named ${mentions.length} times in this file)` : ''}. Correct the id, or declare the ${title}.`,
        fixes: similar(first.id, declared.keys()).map(id => ({
          title: `Change to ${id}`,
          safe: false,
          changes: [{ kind: 'edit', path: first.path, edits: mentions.map(({ span }) => ({ span, text: id })) }],
        })),
      };
    }
  },
});

/** The ids of the same kind that are a slip of one or two digits away, the nearest ones first, three at most. */
function similar(id: string, declared: Iterable<string>): readonly string[] {
  const stem = id.replace(/\d+$/, '');
  return [...declared]
    .filter(other => other.replace(/\d+$/, '') === stem)
    .map(other => ({ other, far: distance(id, other) }))
    .filter(({ far }) => far <= 2)
    .sort((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(({ other }) => other);
}
