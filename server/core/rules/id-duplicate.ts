import type { Lifecycle } from '../lifecycle/schema/lifecycle.ts';
import type { Document } from '../parse/model.ts';
import { mentionsIn } from '../project/items.ts';
import type { ItemMention, Project } from '../project/model.ts';
import { nextFree, stemOf } from '../project/nextFree.ts';
import { originOf } from '../project/origin.ts';
import { isPathInUse } from '../project/severity.ts';
import { groupBy } from '../text/groupBy.ts';
import { memoizePair } from '../text/memo.ts';
import { firstFrom } from '../text/sorted.ts';
import { contains } from '../text/span.ts';
import { defineRule, type Fix } from './rule.ts';

export default defineRule({
  id: 'id-duplicate',
  scope: 'project',
  severity: 'error',
  title: 'An id is declared once.',
  why: 'Links lead to ids. When two items share one, tests and approvals of the first seem to hold for the second.',
  examples: {
    bad: {
      'docs/development/requirements.md':
        '---\nstatus: draft\nowner: product-manager\n---\n\n# Requirements\n\n## Functional requirements\n\n### REQ-7: Sync\n\n### REQ-7: Export\n',
    },
    good: {
      'docs/development/requirements.md':
        '---\nstatus: draft\nowner: product-manager\n---\n\n# Requirements\n\n## Functional requirements\n\n### REQ-7: Sync\n\n### REQ-8: Export\n',
    },
  },

  *check(project) {
    for (const [id, declared] of project.items.declared) {
      const [first, ...others] = distinct(project, declared);
      if (!first) continue;
      for (const other of others)
        yield {
          path: other.path,
          span: other.span,
          subject: id,
          ...originOf(project, other.path),
          message: `${id} is declared already in ${first.path === other.path ? 'this file' : first.path}, so links to it are ambiguous. Give this item an id of its own.`,
          related: [{ path: first.path, span: first.span, message: `${id} is declared here first.` }],
          fixes: renumber(project, other, first),
        };
    }
  },
});

/**
 * The declarations that stand beside each other: those in documents out of use do not count, and where an id has a heading
 * in a file, a row of a table or a line of a list in that file only repeats it.
 */
function distinct(project: Project, declared: readonly ItemMention[]): readonly ItemMention[] {
  if (declared.length < 2) return declared;
  const inUse = declared.filter(({ path }) => isPathInUse(project, path));
  const headed = new Set(inUse.filter(mention => isInHeading(project, mention)).map(({ path }) => path));
  return inUse.filter(mention => !headed.has(mention.path) || isInHeading(project, mention));
}

function isInHeading(project: Project, { path, span }: ItemMention): boolean {
  const document = project.documents.get(path);
  if (document?.kind !== 'markdown') return false;
  const { headings } = document;
  const heading = headings[firstFrom(headings, span.start + 1, other => other.span) - 1];
  return heading !== undefined && contains(heading.span, span);
}

/** Gives the second item the next free number, with its references in the same file when the first lies elsewhere. */
function renumber(project: Project, other: ItemMention, first: ItemMention): readonly Fix[] {
  const document = project.documents.get(other.path);
  const written = document ? (mentionsById(project.lifecycle, document).get(other.id) ?? []) : [];
  // An item that is its file needs another file name, which no edit can give.
  if (!written.some(({ span }) => span.start === other.span.start)) return [];
  const digits = /\d+$/.exec(document?.text.slice(other.span.start, other.span.end) ?? '')?.[0].length ?? 0;
  const free = nextFree(project, stemOf(other.id), digits);
  const edits = (first.path === other.path ? [other] : written).map(({ span }) => ({ span, text: free }));
  return [{ title: `Renumber to ${free}`, safe: false, changes: [{ kind: 'edit', path: other.path, edits }] }];
}

/** Where a document writes each id. */
const mentionsById = memoizePair((lifecycle: Lifecycle, document: Document) =>
  groupBy(mentionsIn(lifecycle, document), ({ id }) => id),
);
