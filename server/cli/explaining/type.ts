import { localPath } from '../../core/project/build.ts';
import { applies, holds } from '../../core/project/condition.ts';
import { fieldDocument } from '../../core/project/fieldPlace.ts';
import { knownFields } from '../../core/project/fields.ts';
import {
  isEmpty,
  recommendedSections,
  requiredSections,
  sectionsInForce,
  waivedSections,
} from '../../core/project/gaps.ts';
import type { Artifact, Project } from '../../core/project/model.ts';
import { pathPattern } from '../../core/project/pathPattern.ts';
import { evidenceScore } from '../../core/project/recognise.ts';
import { sectionOf } from '../../core/project/sections.ts';
import { artifactSubject } from '../../core/project/subject.ts';
import { isBlank } from '../../core/project/yamlValue.ts';
import type { ExplainedType } from '../output/explain.ts';
import type { Places } from '../places.ts';
import type { Origins } from './origins.ts';

function why(artifact: Artifact, project: Project, score: number | undefined): string {
  const { definition, fields, path } = artifact;
  if (artifact.by === 'field') return `its field "${fields.get('type')?.written ?? 'type'}" says so`;
  if (artifact.by === 'evidence')
    return `its name, folder, title and sections speak for it: score ${score}, and ${project.lifecycle.recognition['accept-at']} are enough`;
  const local = localPath(project.root, path);
  const pattern = [definition.path].flat().find(source => pathPattern(source).match(local) !== undefined);
  return `its path fits ${pattern ?? 'the type'}`;
}

/** What is asked of each section of the type, for this document as it is now. */
function sectionNeeds(artifact: Artifact, project: Project): (id: string) => ExplainedType['sections'][number]['need'] {
  const idsOf = (sections: ReturnType<typeof sectionsInForce>): ReadonlySet<string> =>
    new Set(sections.map(([id]) => id));
  const required = idsOf(requiredSections(artifact, project));
  const recommended = idsOf(recommendedSections(artifact, project));
  const inForce = idsOf(sectionsInForce(artifact, project));
  const waived = waivedSections(artifact, project);
  return id => {
    if (required.has(id)) return 'required';
    if (recommended.has(id)) return 'recommended';
    if (waived.has(id)) return 'waived';
    return inForce.has(id) ? 'optional' : 'not asked';
  };
}

function sectionsOf(artifact: Artifact, project: Project, places: Places, origins: Origins): ExplainedType['sections'] {
  const needOf = sectionNeeds(artifact, project);
  return Object.entries(artifact.definition.sections).map(([id, section]) => {
    const found = sectionOf(artifact.sections, id);
    return {
      id,
      heading: section.heading,
      need: needOf(id),
      state: found ? (isEmpty(artifact, found) ? 'empty' : 'written') : 'missing',
      found: found && {
        heading: found.heading.text,
        line: places.start({ path: artifact.path, span: found.heading.span }).line,
      },
      origin: origins(['artifacts', artifact.type, 'sections', id]),
    };
  });
}

function fieldsOf(artifact: Artifact, project: Project, places: Places, origins: Origins): ExplainedType['fields'] {
  const { definition, fields, type } = artifact;
  const { path, text } = fieldDocument(artifact);
  const subject = artifactSubject(artifact, project);
  return Object.entries(knownFields(project.lifecycle, definition)).map(([name, field]) => {
    const value = fields.get(name);
    const { start, end } = value?.value.span ?? { start: 0, end: 0 };
    const own = Object.hasOwn(definition.fields, name);
    return {
      name,
      required: applies(field, subject) && holds(field.required, subject),
      value: value && !isBlank(value.value) ? text.slice(start, end).replace(/\s+/g, ' ').trim() : undefined,
      line: value && places.start({ path, span: value.keySpan }).line,
      origin: origins(own ? ['artifacts', type, 'fields', name] : ['fields', name]),
    };
  });
}

/** A document in its role as one artifact type: why it is one, and what the definition asks of it. */
export function explainType(artifact: Artifact, project: Project, places: Places, origins: Origins): ExplainedType {
  const { type, definition, document, state, by } = artifact;
  const gate = definition['required-by'];
  const local = localPath(project.root, artifact.path);
  const score =
    by === 'evidence' && document.kind === 'markdown'
      ? Math.round(evidenceScore(project.lifecycle, definition, document, local))
      : undefined;
  return {
    type,
    title: definition.title,
    by,
    score,
    why: why(artifact, project, score),
    captures: artifact.captures,
    phase: definition.phase,
    stage: definition.stage,
    need: definition.need,
    gate:
      gate === undefined
        ? undefined
        : { id: gate, title: project.lifecycle.gates[gate]?.title ?? gate, distance: project.gates.distance(gate) },
    state: { ...state },
    sections: sectionsOf(artifact, project, places, origins),
    fields: fieldsOf(artifact, project, places, origins),
    origin: origins(['artifacts', type]),
  };
}
