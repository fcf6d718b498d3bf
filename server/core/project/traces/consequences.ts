import type { Lifecycle } from '../../lifecycle/schema/lifecycle.ts';
import type { SectionType } from '../../lifecycle/schema/section.ts';
import { groupBy } from '../../text/groupBy.ts';
import { memoize } from '../../text/memo.ts';
import { within } from '../../text/sorted.ts';
import type { Span } from '../../text/span.ts';
import { isCurrent } from '../current.ts';
import { normaliseHeading } from '../headings.ts';
import { mentionsIn } from '../items.ts';
import type { Artifact, ItemMention, Project, Section } from '../model.ts';
import { isInUse } from '../severity.ts';
import { visibleText } from '../substance.ts';
import { tracesOf } from './links.ts';
import type { Item } from './model.ts';

/** What is done about things that went wrong. */
interface Consequences {
  /** Ids of the changes that are not rejected. */
  readonly changes: ReadonlySet<string>;
  /** The changes that name an item, by its id. One that has no title yet is no change. */
  readonly byItem: ReadonlyMap<string, readonly Item[]>;
  /** Ids that only changes without a title name: those wait to be written. */
  readonly waiting: ReadonlySet<string>;
  /** Ids of which a section for known issues says something. */
  readonly known: ReadonlySet<string>;
}

/** The changes and known issues of a product. */
export const consequences = memoize((project: Project): Consequences => {
  const kinds = changeKinds(project.lifecycle);
  const all = [...tracesOf(project).items.values()].filter(({ kind, retired }) => kinds.has(kind) && !retired);
  const changes = all.filter(({ title }) => title !== undefined);
  const namedBy = (change: Item): readonly string[] =>
    mentionsOf(project, change.place.path, change.span).map(({ id }) => id);
  const named = changes.flatMap(change => namedBy(change).map(id => ({ id, change })));
  const byItem = groupBy(named, ({ id }) => id);
  return {
    changes: new Set(changes.map(({ id }) => id)),
    byItem: new Map([...byItem].map(([id, entries]) => [id, entries.map(({ change }) => change)])),
    waiting: new Set(all.filter(({ title }) => title === undefined).flatMap(namedBy)),
    known: new Set(
      knownIssueSections(project).flatMap(({ artifact, section }) =>
        mentionsOf(project, artifact.path, section.span)
          .filter(mention => saysMore(artifact, mention))
          .map(({ id }) => id),
      ),
    ),
  };
});

/** What can be carried by a version is a change. */
export const changeKinds = memoize(
  ({ links }: Lifecycle): ReadonlySet<string> =>
    new Set(Object.values(links).flatMap(({ from, to }) => (to.includes('version') ? from : []))),
);

/** The sections for known issues in the documents in use that speak of the version being made. */
export const knownIssueSections = memoize(
  (project: Project): readonly { readonly artifact: Artifact; readonly section: Section }[] =>
    project.artifacts
      .filter(artifact => isInUse(artifact, project) && isCurrent(project, artifact))
      .flatMap(artifact =>
        artifact.sections
          .filter(({ definition }) => definition && isForKnownIssues(definition))
          .map(section => ({ artifact, section })),
      ),
);

/** Whether a section is the place for known issues, by its heading or its other names. */
export const isForKnownIssues = memoize(({ heading, aliases }: SectionType): boolean =>
  [heading, ...aliases].some(name => knownIssues.test(normaliseHeading(name))),
);

const knownIssues = new RegExp(`(?:^|\\s)${normaliseHeading('Known issues')}$`);

function mentionsOf(project: Project, path: string, span: Span): readonly ItemMention[] {
  const document = project.documents.get(path);
  return document ? within(mentionsIn(project.lifecycle, document), span, mention => mention.span) : [];
}

/** Whether more than the id is said where an item is named: a line that waits to be filled in says nothing. */
function saysMore({ document }: Artifact, { span }: ItemMention): boolean {
  if (document.kind !== 'markdown') return true;
  const { text, listItems } = document;
  const item = within(listItems, { start: 0, end: span.start + 1 }, other => other.span).at(-1);
  const start = text.lastIndexOf('\n', span.start - 1) + 1;
  const end = text.indexOf('\n', span.end);
  const line = { start, end: end < 0 ? text.length : end };
  const said = visibleText(document, item && span.end <= item.span.end ? item.span : line);
  return /\p{L}{2}/u.test(said.replace(/[A-Z]+(?:-[A-Z\d]+)*-\d+/g, ''));
}
