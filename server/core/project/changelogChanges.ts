import type { Lifecycle } from '../lifecycle/schema/lifecycle.ts';
import type { RecordKind } from '../lifecycle/schema/record.ts';
import type { MarkdownDocument, YamlEntry } from '../parse/model.ts';
import { memoize } from '../text/memo.ts';
import { within } from '../text/sorted.ts';
import type { Span } from '../text/span.ts';
import { artifactsOf } from './lookup.ts';
import { mentionsIn } from './mentions.ts';
import type { Artifact, ItemMention, Project, RecordEntry, RecordFile, Section } from './model.ts';
import { ancestry, sectionAt } from './sections.ts';
import { versionIn } from './version.ts';

/**
 * The records of a kind that a document of its `merges-with` type holds: each list item that opens with an id is an entry
 * with title, version, day, and the status `deployed` when its version has a day. A document without any is no record.
 */
export function changelogRecords(
  lifecycle: Lifecycle,
  artifacts: readonly Artifact[],
  kind: string,
  definition: RecordKind,
): readonly RecordFile[] {
  const seen = new Set<string>();
  return artifacts.flatMap((artifact): RecordFile[] => {
    const { document, path } = artifact;
    if (artifact.type !== definition['merges-with'] || document.kind !== 'markdown') return [];
    const entries = document.listItems.flatMap(({ textSpan }): RecordEntry[] => {
      const mention = openingId(document, textSpan, lifecycle, definition.declares);
      if (!mention || seen.has(mention.id)) return [];
      seen.add(mention.id);
      return [entryOf(mention, textSpan, artifact, document, definition)];
    });
    return entries.length === 0 ? [] : [{ kind, form: 'changelog', path, document, entries, header: undefined }];
  });
}

function openingId(
  document: MarkdownDocument,
  span: Span,
  lifecycle: Lifecycle,
  kinds: readonly string[],
): ItemMention | undefined {
  const [first] = within(mentionsIn(lifecycle, document), span, mention => mention.span);
  if (!first || !kinds.includes(first.kind)) return undefined;
  return /^[*_[(\s]*$/.test(document.text.slice(span.start, first.span.start)) ? first : undefined;
}

function entryOf(
  { id, path, span }: ItemMention,
  textSpan: Span,
  { sections }: Artifact,
  { text }: MarkdownDocument,
  { fields }: RecordKind,
): RecordEntry {
  const words = text.slice(span.end, textSpan.end);
  const lead = /^[\s\])*_:.,—–-]*/.exec(words)?.[0].length ?? 0;
  const title = { start: span.end + lead, end: textSpan.end };
  const released = releaseAt(sections, span.start);
  const values: readonly (readonly [string, string | undefined, Span])[] = [
    ['id', id, span],
    ['title', text.slice(title.start, title.end).replace(/\s+/g, ' '), title],
    ['version', released?.version, released?.span ?? span],
    ['date', released?.date, released?.span ?? span],
    ['status', released?.date === undefined ? undefined : 'deployed', released?.span ?? span],
  ];
  const entries = values.flatMap(([key, source, place]): YamlEntry[] =>
    source === undefined || !Object.hasOwn(fields, key)
      ? []
      : [{ key, keySpan: place, value: { kind: 'scalar', value: source, source, span: place } }],
  );
  return { path, id, span: textSpan, map: { kind: 'map', span: textSpan, entries } };
}

/** The version under whose heading something stands, with the place of the heading. */
function releaseAt(sections: readonly Section[], offset: number) {
  for (const { heading } of ancestry(sectionAt(sections, offset))) {
    const version = versionIn(heading.text);
    if (version) return { ...version, span: heading.textSpan };
  }
  return undefined;
}

/** The newest version under which a changelog names an id of a kind that it may hold; what is unreleased has none yet. */
export const changelogVersionsOf = memoize((project: Project): ReadonlyMap<string, string> => {
  const versions = new Map<string, string>();
  for (const { declares, 'merges-with': type } of Object.values(project.lifecycle.records))
    for (const { document, sections } of type === undefined ? [] : artifactsOf(project, type))
      for (const { id, kind, span } of mentionsIn(project.lifecycle, document)) {
        const version = declares.includes(kind) ? releaseAt(sections, span.start)?.version : undefined;
        if (version !== undefined && !versions.has(id)) versions.set(id, version);
      }
  return versions;
});
