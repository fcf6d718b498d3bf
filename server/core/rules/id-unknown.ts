import { declareItems } from '../fixes/declareItem.ts';
import type { ItemMention, Project } from '../project/model.ts';
import { originOf } from '../project/origin.ts';
import { isPathInUse } from '../project/severity.ts';
import { similarIds } from '../project/similarIds.ts';
import { inText } from '../project/wording.ts';
import { groupBy } from '../text/groupBy.ts';
import { defineRule, type Fix } from './rule.ts';

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
    const unknown = references.filter(
      ({ id, kind, path }) => !declared.has(id) && declarableKinds.has(kind) && isPathInUse(project, path),
    );
    for (const mentions of groupBy(unknown, ({ id, path }) => `${path}\n${id}`).values()) {
      const [first, ...more] = mentions;
      if (!first) continue;
      const title = inText(project.lifecycle.items[first.kind]?.title ?? 'item');
      yield {
        path: first.path,
        span: first.span,
        subject: first.id,
        ...originOf(project, first.path),
        message: `The ${title} ${first.id} is declared nowhere${more.length > 0 ? ` (named ${mentions.length} times in this file)` : ''}. Correct the id, or declare the ${title}.`,
        fixes: [
          ...similarIds(project, first.id).map(id => ({
            title: `Change to ${id}`,
            safe: false,
            changes: [
              { kind: 'edit' as const, path: first.path, edits: mentions.map(({ span }) => ({ span, text: id })) },
            ],
          })),
          ...declaration(project, first, title),
        ],
      };
    }
  },
});

/** Prepares the item where others of its kind stand; what it is about is left to be said. */
function declaration(project: Project, { id, kind }: ItemMention, title: string): readonly Fix[] {
  const change = declareItems(project, [{ id, kind }]);
  return change ? [{ title: `Declare the ${title} ${id} in ${change.path}`, safe: false, changes: [change] }] : [];
}
