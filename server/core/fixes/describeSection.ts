import { foldName } from '../project/fieldName.ts';
import { normaliseHeading } from '../project/headings.ts';
import type { Artifact, Project, Section } from '../project/model.ts';
import { sectionsFor } from '../project/sections.ts';
import { itemKey } from '../project/traces/ends.ts';
import { tracesOf } from '../project/traces/links.ts';
import type { Item } from '../project/traces/model.ts';
import { tellingWords } from '../project/traces/nearestItems.ts';
import { linkNames } from '../project/traces/statements.ts';
import { isBlank } from '../project/yamlValue.ts';
import type { Change, Fix } from '../rules/rule.ts';
import { memoize } from '../text/memo.ts';
import { at } from '../text/span.ts';
import { addField, takesFields } from './frontMatter.ts';
import { newlineOf } from './newline.ts';
import { addToYaml } from './sayLink.ts';

/**
 * Says in the front matter which section of a document describes an item: one fix for each of the sections whose headings
 * are nearest to its title, three at most.
 */
export function describedFixes(project: Project, item: Item, type: string, artifact: Artifact): readonly Fix[] {
  return nearestSections(artifact, item.title ?? '').flatMap((section): Fix[] => {
    const change = sayDescribed(project, item, type, artifact, section);
    if (!change) return [];
    return [{ title: `Say that “${section.heading.text}” describes ${item.id}`, safe: false, changes: [change] }];
  });
}

/** The sections whose headings share the most telling words with a text. */
function nearestSections(artifact: Artifact, text: string): readonly Section[] {
  const shared = new Map<Section, number>();
  for (const word of tellingWords(text))
    for (const section of sectionsByWord(artifact).get(word) ?? []) shared.set(section, (shared.get(section) ?? 0) + 1);
  return [...shared]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 3)
    .map(([section]) => section);
}

const sectionsByWord = memoize(({ sections }: Artifact): ReadonlyMap<string, readonly Section[]> => {
  const found = new Map<string, Section[]>();
  for (const section of sections)
    for (const word of tellingWords(section.heading.text)) {
      const known = found.get(word);
      if (!known) found.set(word, [section]);
      else if (known.length < 32) known.push(section);
    }
  return found;
});

function sayDescribed(
  project: Project,
  { id }: Item,
  type: string,
  artifact: Artifact,
  section: Section,
): Change | undefined {
  const { document, fields, path } = artifact;
  if (document.kind !== 'markdown' || fields.source === 'body' || !takesFields(document)) return undefined;
  const key = yamlKey(section.heading.text);
  const field = fields.all.find(({ name }) => linkNames(project.lifecycle).get(foldName(name))?.includes(type));
  if (!field) return addField(artifact, wordFor(project, type), `{ ${key}: [${id}] }`);
  const { value, keySpan } = field;
  if (value.kind !== 'map') return undefined;
  const { text } = document;
  const known = value.entries.find(other => normaliseHeading(other.key) === normaliseHeading(section.heading.text));
  if (known) {
    const edit = addToYaml(text, known, id);
    return edit && { kind: 'edit', path, edits: [edit] };
  }
  const last = value.entries.at(-1);
  if (!last || isBlank(value))
    return { kind: 'edit', path, edits: [{ span: at(keySpan.end + 1), text: ` { ${key}: [${id}] }` }] };
  const end = last.value.span.start + text.slice(last.value.span.start, last.value.span.end).trimEnd().length;
  const lead = text.slice(text.lastIndexOf('\n', last.keySpan.start - 1) + 1, last.keySpan.start);
  const joint = /^[ \t]*$/.test(lead) ? newlineOf(text) + lead : ', ';
  return { kind: 'edit', path, edits: [{ span: at(end), text: `${joint}${key}: [${id}]` }] };
}

const yamlKey = (text: string): string => (/^[\p{L}][\p{L}\p{N} '’-]*$/u.test(text) ? text : JSON.stringify(text));

/** How documents say a link in which one of their sections is the target. */
const wordFor = ({ lifecycle }: Project, type: string): string =>
  lifecycle.links[type]?.words[0] ?? lifecycle.links[type]?.inverse ?? type;

/**
 * Adds a section for an item that nothing describes, beside those that describe others, else in the named one or in the
 * section `fallback`. It holds nothing but the id in a comment, so it counts only once somebody writes it.
 */
export function newDescription(
  project: Project,
  item: Item,
  type: string,
  artifact: Artifact,
  fallback: string | undefined,
): readonly Fix[] {
  const { document, path } = artifact;
  if (document.kind !== 'markdown' || isBegun(project, item, type)) return [];
  const beside = lastDescription(project, artifact, type);
  const around = beside?.parent ?? mainSection(artifact, fallback);
  if (!around) return [];
  const depth = beside?.heading.depth ?? Math.min(6, around.heading.depth + 1);
  const { text } = document;
  const end = around.span.start + text.slice(around.span.start, around.span.end).trimEnd().length;
  const newline = newlineOf(text);
  const opening = `\n\n${'#'.repeat(depth)} `;
  const title = item.title ?? item.id;
  const rest = `\n\n<!-- ${wordFor(project, type)}: ${item.id} -->`;
  const styled = (part: string): string => part.replaceAll('\n', newline);
  const start = styled(opening).length;
  const ending = text.length === end ? newline : '';
  return [
    {
      title: `Add a section on ${item.id} in ${path}`,
      safe: false,
      changes: [
        {
          kind: 'edit',
          path,
          edits: [
            {
              span: at(end),
              text: styled(opening + title + rest) + ending,
              stops: [{ start, end: start + title.length }],
            },
          ],
        },
      ],
    },
  ];
}

/** Whether a section names the item already, and is only not written yet. */
const isBegun = (project: Project, { id }: Item, type: string): boolean =>
  (tracesOf(project).outgoing.get(itemKey(id)) ?? []).some(link => link.type === type);

/** The last section of a document that describes something, and is itself a part of another one. */
function lastDescription(project: Project, artifact: Artifact, type: string): Section | undefined {
  return lastDescriptions(project).get(`${type} ${artifact.path}`);
}

const lastDescriptions = memoize((project: Project): ReadonlyMap<string, Section> => {
  const last = new Map<string, Section>();
  for (const { type, to } of tracesOf(project).links) {
    if (to.kind !== 'section' || !to.section?.parent) continue;
    const key = `${type} ${to.artifact.path}`;
    const known = last.get(key);
    if (!known || known.span.start < to.section.span.start) last.set(key, to.section);
  }
  return last;
});

/** The section in which such descriptions belong: the named one, else the first free-form one that the type requires. */
function mainSection({ sections }: Artifact, id: string | undefined): Section | undefined {
  if (id !== undefined) return sectionsFor(sections, id)[0];
  return sections.find(
    ({ definition, parent }) => definition?.form === 'any' && definition.required === true && parent === undefined,
  );
}
