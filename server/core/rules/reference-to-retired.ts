import type { Lifecycle } from '../lifecycle/schema/lifecycle.ts';
import { mentionsIn } from '../project/items.ts';
import { relativePath } from '../project/links.ts';
import type { Artifact, ItemMention, Project } from '../project/model.ts';
import { originOf } from '../project/origin.ts';
import { isPathInUse } from '../project/severity.ts';
import { changeKinds } from '../project/traces/consequences.ts';
import { tracesOf } from '../project/traces/links.ts';
import type { End, Item, TraceLink } from '../project/traces/model.ts';
import { type RetiredTarget, retiredTargets, successorOf } from '../project/traces/retiredTargets.ts';
import { isWrittenBy } from '../project/traces/traceGaps.ts';
import { inText, quoted, statusName } from '../project/wording.ts';
import { textOf } from '../project/yamlValue.ts';
import { within } from '../text/sorted.ts';
import { at, contains, type Span } from '../text/span.ts';
import { defineRule, type Fix, type Report } from './rule.ts';

const requirements = (status: string): string =>
  `---\nstatus: draft\nowner: product-manager\n---\n\n# Requirements\n\n## Functional requirements\n\n### REQ-3: Stair counting\n\n- status: ${status}\n`;

const plan =
  '---\nstatus: draft\nowner: qa-tester\n---\n\n# Test plan\n\n## Test cases\n\n| Test | Verifies |\n| --- | --- |\n| TST-4 | REQ-3 |\n';

export default defineRule({
  id: 'reference-to-retired',
  scope: 'project',
  severity: 'warning',
  title: 'Nothing in use rests on what was dropped, rejected or replaced.',
  why: 'A test of a dropped requirement costs time, and a link to a replaced document tells readers what held last year. A link that names an older revision of an item, such as `REQ-7@2`, is only outdated: somebody has to read the newer one. Ids in running text are no links and may tell history.',
  examples: {
    bad: { 'docs/development/requirements.md': requirements('dropped'), 'docs/development/test-plan.md': plan },
    good: { 'docs/development/requirements.md': requirements('agreed'), 'docs/development/test-plan.md': plan },
  },

  *check(project) {
    yield* retiredItems(project);
    yield* outdatedRevisions(project);
    const said = new Set<string>();
    for (const artifact of project.artifacts) {
      const targets = said.has(artifact.path) ? [] : retiredTargets(project, artifact);
      if (targets.length > 0) said.add(artifact.path);
      for (const found of targets) yield documentReport(artifact, found, project);
    }
  },
});

/** Links of live items and documents to items that are out of use, each place once. */
function* retiredItems(project: Project): Generator<Report> {
  const { items, links } = tracesOf(project);
  const said = new Set<string>();
  for (const link of links) {
    if (!isPathInUse(project, link.place.path) || isHistory(link, project)) continue;
    for (const [end, other] of [
      [link.to, link.from],
      [link.from, link.to],
    ] as const) {
      const retired = end.kind === 'item' ? items.get(end.id) : undefined;
      if (!retired?.retired || isWrittenBy(retired, link) || !isWrittenHere(retired, link, project)) continue;
      const holder = other.kind === 'item' ? items.get(other.id) : undefined;
      const key = `${link.place.path} ${link.place.span.start}`;
      if (holder?.retired || said.has(key)) continue;
      said.add(key);
      yield itemReport(link, retired, other, holder, project);
    }
  }
}

/** What a change was about and what became of a test in a report stays true when the item is dropped. */
function isHistory({ type, from, to, place }: TraceLink, { lifecycle }: Project): boolean {
  if (to.kind === 'section' && to.section && to.artifact.path === place.path && isRowLink(type, lifecycle)) return true;
  return from.kind === 'item' && changeKinds(lifecycle).has(from.item);
}

/** Whether links of a type are rows of a named section. */
const isRowLink = (type: string, { links }: Lifecycle): boolean =>
  links[type]?.to.some(end => /^section:[^/]+\/./.test(end)) ?? false;

/** Whether the words of a link are those of the retired id; a row that is about it is no reference. */
const isWrittenHere = (retired: Item, { place }: TraceLink, { documents }: Project): boolean =>
  stripped(documents.get(place.path)?.text.slice(place.span.start, place.span.end) ?? '') === stripped(retired.id);

const stripped = (id: string): string => id.replace(/-0+(?=\d)/, '-');

function itemReport(
  { place }: TraceLink,
  retired: Item,
  other: End,
  holder: Item | undefined,
  project: Project,
): Report {
  const noun = inText(project.lifecycle.items[retired.kind]?.title ?? 'item');
  const successor = successorItem(retired, project);
  const said = textOf(retired.get('status'));
  const state = said === undefined ? 'out of use' : said;
  const section = other.kind === 'section' ? other.section : undefined;
  const subject = holder?.id ?? section?.heading.text ?? retired.id;
  return {
    ...place,
    subject,
    ...originOf(project, place.path),
    message: `${holder?.id ?? (section ? quoted(section.heading.text) : 'This document')} refers to the ${noun} ${retired.id}, which is ${state}. Refer to what took its place, or remove the reference.`,
    related: [{ ...retired.place, message: `${retired.id} is declared here.` }],
    fixes: [
      ...(successor === undefined
        ? []
        : [replacement(`Refer to ${successor} instead`, place.path, place.span, successor)]),
      ...removal(project, place.path, place.span, retired.id),
    ],
  };
}

/** The item that an item out of use names as the one in its place. */
function successorItem(retired: Item, project: Project): string | undefined {
  const document = project.documents.get(retired.place.path);
  const named = retired.statements.find(({ name }) => /^(?:superseded_by|replaced_by|successor)$/.test(name));
  if (!document || !named) return undefined;
  const [mention] = within(mentionsIn(project.lifecycle, document), named.value.span, ({ span }) => span);
  const item = mention && tracesOf(project).items.get(mention.id);
  return item && !item.retired && item.kind === retired.kind ? item.id : undefined;
}

const replacement = (title: string, path: string, span: Span, text: string): Fix => ({
  title,
  safe: false,
  changes: [{ kind: 'edit', path, edits: [{ span, text }] }],
});

/** Takes an id out of a list of ids, with the comma that joins it. */
function removal(project: Project, path: string, span: Span, id: string): readonly Fix[] {
  const text = project.documents.get(path)?.text ?? '';
  const before = /,[ \t]*$/.exec(text.slice(Math.max(0, span.start - 10), span.start))?.[0].length ?? 0;
  const after = before > 0 ? 0 : (/^[ \t]*,[ \t]*/.exec(text.slice(span.end, span.end + 10))?.[0].length ?? 0);
  return [
    replacement(`Remove the reference to ${id}`, path, { start: span.start - before, end: span.end + after }, ''),
  ];
}

/** References to a revision of an item that is not its newest one. */
function* outdatedRevisions(project: Project): Generator<Report> {
  const { items } = tracesOf(project);
  for (const mention of project.items.references) {
    const item = mention.revision === undefined ? undefined : items.get(mention.id);
    if (item?.revision === undefined || item.retired || !isPathInUse(project, mention.path)) continue;
    if (mention.revision !== undefined && mention.revision < item.revision)
      yield outdated(mention, mention.revision, item.revision, project);
  }
}

function outdated({ id, path, span }: ItemMention, named: number, newest: number, project: Project): Report {
  const text = project.documents.get(path)?.text ?? '';
  const place = {
    start: span.start,
    end: span.end + (/^@\d+/.exec(text.slice(span.end, span.end + 8))?.[0].length ?? 0),
  };
  return {
    path,
    span: place,
    subject: id,
    ...originOf(project, path),
    severity: 'info',
    message: `This link is outdated: it names revision ${named} of ${id}, whose newest one is ${newest}. Read what changed, then name the newer revision.`,
    fixes: [
      replacement(`Refer to revision ${newest} of ${id}`, path, { start: span.end, end: place.end }, `@${newest}`),
    ],
  };
}

function documentReport(artifact: Artifact, { link, target }: RetiredTarget, project: Project): Report {
  const { path, type, definition } = artifact;
  const successor = successorOf(project, target);
  const fragment = /#.*$/.exec(link.target)?.[0] ?? '';
  const isExact = contains(link.span, link.targetSpan) && link.targetSpan.start > link.span.start;
  return {
    path,
    span: link.targetSpan,
    subject: link.target,
    artifact: type,
    phase: definition.phase,
    message: `This link leads to a document that is ${statusName(project, target.state.status)}${successor === undefined ? '' : `; ${successor} took its place`}. Link to what holds now, or remove the link.`,
    related: [{ path: target.path, span: at(0), message: 'The document that is out of use.' }],
    fixes:
      successor === undefined || successor === path || !isExact
        ? []
        : [
            replacement(
              `Link to ${successor} instead`,
              path,
              link.targetSpan,
              relativePath(path, successor) + fragment,
            ),
          ],
  };
}
