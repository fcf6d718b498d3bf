import { appendEntry } from '../fixes/appendEntry.ts';
import { replaceText } from '../fixes/frontMatter.ts';
import { yamlText } from '../fixes/yamlText.ts';
import { nearest } from '../lifecycle/nearest.ts';
import { canonicalRole } from '../lifecycle/roles.ts';
import type { Field } from '../lifecycle/schema/field.ts';
import type { YamlNode } from '../parse/model.ts';
import { fieldDocument } from '../project/fieldPlace.ts';
import { knownFields } from '../project/fields.ts';
import type { Project } from '../project/model.ts';
import { isKnownPerson, peopleOf } from '../project/people.ts';
import { placeholdersIn } from '../project/placeholders.ts';
import { entryName, fieldOf, phaseOf } from '../project/recordValue.ts';
import { isJudged } from '../project/severity.ts';
import { listed } from '../project/wording.ts';
import { entry, itemsOf, textOf } from '../project/yamlValue.ts';
import type { Span } from '../text/span.ts';
import { defineRule, type Fix } from './rule.ts';

export default defineRule({
  id: 'owner-unknown',
  scope: 'artifact',
  severity: 'info',
  title: 'Whoever owns, approves or decides something is known.',
  why: 'An owner is somebody to ask. A name that stands in no stakeholders record may have left, or may be a slip of the pen, and nobody notices until the question is urgent.',
  examples: {
    bad: {
      'docs/records/stakeholders.yaml': '- { role: designer, phase: development, people: [{ name: Tom }] }\n',
      'docs/development/ux-design.md': '---\nstatus: in-review\nowner: "@ghost"\n---\n\n# User experience\n',
    },
    good: {
      'docs/records/stakeholders.yaml': '- { role: designer, phase: development, people: [{ name: Tom }] }\n',
      'docs/development/ux-design.md': '---\nstatus: in-review\nowner: Tom\n---\n\n# User experience\n',
    },
  },

  *check(artifact, project) {
    if (peopleOf(project).length === 0 || !isJudged(artifact, project)) return;
    const document = fieldDocument(artifact);
    const placeholders = placeholdersIn(document);
    for (const [name, field] of answeringFields(knownFields(project.lifecycle, artifact.definition)))
      for (const { unknown, node } of unknownPeople(field, artifact.fields.get(name)?.value, project)) {
        if (placeholders.some(({ span }) => node.span.start <= span.start && span.end <= node.span.end)) continue;
        yield {
          path: document.path,
          span: node.span,
          subject: unknown,
          gate: artifact.definition['required-by'],
          message: `${sayUnknown(unknown)}, so nobody can be asked about “${name}”. ${advice}`,
          fixes: fixesFor(project, document.path, node.span, unknown),
        };
      }
  },

  *checkRecord(file, project) {
    const kind = project.lifecycle.records[file.kind];
    if (!kind || peopleOf(project).length === 0) return;
    for (const record of file.entries)
      for (const [name, field] of answeringFields(kind.fields))
        for (const { unknown, node } of unknownPeople(field, fieldOf(record, name), project))
          yield {
            path: file.path,
            span: node.span,
            subject: record.id ?? unknown,
            phase: phaseOf(record, file.kind, project),
            message: `${sayUnknown(unknown)}, so nobody can be asked. ${entryName(record, kind)} names this person under “${name}”. ${advice}`,
            fixes: fixesFor(project, file.path, node.span, unknown),
          };
  },
});

const sayUnknown = (name: string): string => `“${name}” is neither a role nor a person in the stakeholders record`;
const advice = 'Name somebody who is known there, or add the person.';

/** The fields that must be filled in with a person: who answers for something, and not who merely took part. */
const answeringFields = (fields: Readonly<Record<string, Field>>): readonly (readonly [string, Field])[] =>
  Object.entries(fields).filter(([, { required }]) => required !== false);

interface Unknown {
  readonly unknown: string;
  readonly node: YamlNode;
}

function unknownPeople(field: Field, value: YamlNode | undefined, project: Project): readonly Unknown[] {
  return itemsOf(value).flatMap((node): readonly Unknown[] => {
    if (node.kind === 'map')
      return Object.entries(field.fields ?? {}).flatMap(([part, own]) =>
        unknownPeople(own, entry(node, part), project),
      );
    const text = takesPeopleOnly(field) ? textOf(node) : undefined;
    if (text === undefined || isKnown(text, project)) return [];
    const parts = text.split(/\s*(?:[,;/&]|\band\b)\s*/).filter(part => part !== '' && !isKnown(part, project));
    return parts.length === 0 ? [] : [{ unknown: listed(parts), node }];
  });
}

/** Other words, such as a number of people, may stand in fields of more kinds. */
const takesPeopleOnly = ({ type }: Field): boolean => {
  const types = [type].flat();
  return types.includes('person') && types.every(one => ['person', 'role', 'object'].includes(one));
};

const isKnown = (text: string, project: Project): boolean =>
  canonicalRole(project.lifecycle, text) !== undefined || isKnownPerson(project, text);

/** So many people are offered to pick from. */
const offered = 5;

function fixesFor(project: Project, path: string, span: Span, unknown: string): readonly Fix[] {
  const names = peopleOf(project).map(({ name }) => name);
  const near = nearest(unknown, names);
  const choices = [...new Set([...(near === undefined ? [] : [near]), ...names])].slice(0, offered);
  const person = unknown.startsWith('@')
    ? `{ name: , handle: ${JSON.stringify(unknown)} }`
    : `{ name: ${yamlText(unknown)} }`;
  const added = appendEntry(project, 'stakeholders', { people: `[${person}]` }, ['role', 'phase']);
  return [
    ...choices.map(name => ({
      title: `Change to “${name}”`,
      safe: false,
      changes: [replaceText(path, span, yamlText(name))],
    })),
    ...(added ? [{ title: `Add ${unknown} to the stakeholders record`, safe: false, changes: [added] }] : []),
  ];
}
