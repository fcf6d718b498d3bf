import type { ArtifactType } from '../lifecycle/schema/artifact.ts';
import { localPath } from '../project/build.ts';
import { applies, holds, type Subject } from '../project/condition.ts';
import { knownFields } from '../project/fields.ts';
import type { Artifact, Project } from '../project/model.ts';
import { fillWhole } from '../project/pathPattern.ts';
import { accountableRole } from '../project/people.ts';
import { matchPath } from '../project/recognise.ts';
import { firstStatus } from '../project/state.ts';
import { subjectOf } from '../project/subject.ts';
import type { Span } from '../text/span.ts';
import { newPath } from './newPath.ts';
import { type Skeleton, skeletonsWithin } from './sectionSkeleton.ts';

export { newPath } from './newPath.ts';

export interface NewDocument {
  /** Workspace path of the file to create. */
  readonly path: string;
  readonly text: string;
  /** Where writing goes on, in order. */
  readonly stops: readonly Span[];
}

/**
 * A new document of a type: front matter, title, and the required sections in order with their guidance as comments. It
 * holds no placeholder and no statement of a person, so a fresh draft is silent. Undefined for an unknown type. `path` is
 * a workspace path, the type's first one when not given.
 */
export function newDocument(
  project: Project,
  type: string,
  path: string = newPath(project, type),
): NewDocument | undefined {
  const definition = project.lifecycle.artifacts[type];
  if (!definition) return undefined;
  const captures = matchPath(project.lifecycle, type, localPath(project.root, path)) ?? {};
  const version = captures.version ?? project.version;
  const draft = draftOf(project, type, definition, { ...captures, version });
  if (/\.ya?ml$/i.test(path)) {
    const { text, stops } = fieldLines(draft, '');
    return { path, text, stops };
  }
  if (!/\.(?:md|markdown)$/i.test(path)) return { path, text: '', stops: [] };
  const perVersion = definition.cardinality === 'per-version' && version !== undefined;
  const parts: Skeleton[] = [
    ...(hasFrontMatter(definition) ? [fieldLines(draft, '---\n')] : []),
    { text: `# ${definition.title}${perVersion ? ` ${version}` : ''}\n`, cursor: -1 },
    ...skeletonsWithin(definition, askedOf(definition, draft.subject), undefined, 2, version),
  ];
  return { path, ...joined(parts) };
}

/** Documents whose status is assumed or stands in a sidecar need no front matter. */
const hasFrontMatter = (definition: ArtifactType): boolean =>
  definition['status-default'] === undefined && definition.sidecar === undefined;

/** The sidecar that a document lacks, with the fields that it needs. */
export function newSidecar(project: Project, artifact: Artifact, path: string): NewDocument {
  const { fields, subject } = draftOf(project, artifact.type, artifact.definition, artifact.captures);
  const { text, stops } = fieldLines({ fields: fields.filter(([name]) => name !== 'type'), subject }, '');
  return { path, text, stops };
}

/** The ids of the sections that are asked of a new document, recommended ones included. */
const askedOf = ({ sections }: ArtifactType, subject: Subject): ReadonlySet<string> =>
  new Set(
    Object.entries(sections).flatMap(([id, section]) =>
      applies(section, subject) && holds(section.required, subject) ? [id] : [],
    ),
  );

function joined(parts: readonly Skeleton[]): { text: string; stops: Span[] } {
  let text = '';
  const stops: Span[] = [];
  for (const part of parts) {
    if (part.text === '') continue;
    if (text !== '') text += '\n';
    const body = part.text.replace(/\n+$/, '\n');
    if (part.cursor >= 0) stops.push(emptyAt(text.length + Math.min(part.cursor, body.length)));
    text += body;
  }
  return { text, stops };
}

const emptyAt = (offset: number): Span => ({ start: offset, end: offset });

/** A document that is about to be written. */
interface Draft {
  /** The fields that it needs, filled in where the answer is known. */
  readonly fields: readonly (readonly [string, string])[];
  /** What conditions see of it. */
  readonly subject: Subject;
}

function draftOf(
  project: Project,
  type: string,
  definition: ArtifactType,
  captures: Readonly<Record<string, string | undefined>>,
): Draft {
  const known = new Map([
    ...Object.entries(captures),
    ['type', type],
    ['status', firstStatus(project.lifecycle)],
    ['owner', accountableRole(project, type)],
    ['date', project.today],
  ]);
  const seen = new Map([['phase', definition.phase], ['stage', definition.stage], ...known]);
  const fieldTypes = knownFields(project.lifecycle, definition);
  const subject = subjectOf(project, { ...fieldTypes, status: { type: 'status' } }, name => seen.get(name));
  const textFor = (name: string): string | undefined => captures[name];
  const fields = Object.entries(fieldTypes)
    .filter(([name, field]) => name === 'type' || (applies(field, subject) && holds(field.required, subject)))
    .map(([name, { equals }]) => [name, known.get(name) ?? (equals && fillWhole(equals, textFor)) ?? ''] as const);
  return { fields, subject };
}

/** The fields as YAML between two fences; the cursor waits at the first one without a value. */
function fieldLines({ fields }: Draft, fence: string): Skeleton & Pick<NewDocument, 'stops'> {
  if (fields.length === 0) return { text: '', cursor: -1, stops: [] };
  const lines = fields.map(([name, value]) => `${name}: ${value}`);
  const blank = fields.findIndex(([, value]) => value === '');
  const cursor = blank < 0 ? -1 : fence.length + lines.slice(0, blank + 1).join('\n').length;
  return { text: `${fence}${lines.join('\n')}\n${fence}`, cursor, stops: blank < 0 ? [] : [emptyAt(cursor)] };
}
