import type { Document, MarkdownDocument } from './parse/model.ts';
import { filesOf } from './project/fieldPlace.ts';
import type { Artifact, GateProgress, Project, RecordFile } from './project/model.ts';
import type { Finding } from './rules/rule.ts';
import { memoize, memoizePair } from './text/memo.ts';

/** What was found about one artifact or record, kept so that the next check can take it over. */
export interface Kept<Subject> {
  readonly subject: Subject;
  readonly findings: readonly Finding[];
}

/**
 * What holds still from one snapshot to the next. Findings about a document may be taken over when the document, all that
 * frames it and, for rules that look further, the faces of the other documents are the same.
 */
export interface Continuity {
  /** The definition, the day, the versions, the gates and the records. */
  readonly frame: boolean;
  /** Of every document, all but its plain prose; and which files there are. */
  readonly faces: boolean;
}

/** Compares two snapshots of a product. */
export const continuity = memoizePair((before: Project, after: Project): Continuity => {
  const frame = sameFrame(before, after);
  return { frame, faces: frame && sameFaces(before, after) };
});

function sameFrame(before: Project, after: Project): boolean {
  return (
    before.definition === after.definition &&
    before.today === after.today &&
    before.version === after.version &&
    before.released === after.released &&
    sameDocuments(before.sources, after.sources) &&
    before.records.length === after.records.length &&
    before.records.every(({ kind, document }, index) => {
      const other = after.records[index];
      return other?.kind === kind && other.document === document;
    }) &&
    digestOf(before.gates) === digestOf(after.gates)
  );
}

const sameDocuments = (a: ReadonlyMap<string, Document>, b: ReadonlyMap<string, Document>): boolean =>
  a.size === b.size && [...a].every(([path, document]) => b.get(path) === document);

const digestOf = memoize(({ decisions, next, begun, order, distance }: GateProgress): string =>
  JSON.stringify([[...decisions.values()], next, [...begun.values()], order.map(distance)]),
);

function sameFaces(before: Project, after: Project): boolean {
  if (before.documents.size !== after.documents.size || before.artifacts.length !== after.artifacts.length)
    return false;
  if (before.paths !== after.paths && before.paths.join('\n') !== after.paths.join('\n')) return false;
  for (const [path, document] of after.documents) {
    const other = before.documents.get(path);
    if (other !== document && (other === undefined || faceOf(other) !== faceOf(document))) return false;
  }
  return before.artifacts.every((artifact, index) => stateText(artifact) === stateText(after.artifacts[index]));
}

const stateText = (artifact: Artifact | undefined): string =>
  artifact === undefined
    ? ''
    : JSON.stringify([artifact.path, artifact.type, artifact.by, artifact.captures, artifact.state]);

/** What other documents may look at: the text without the paragraphs that are nothing but words. */
const faceOf = memoize((document: Document): string => {
  if (document.kind === 'yaml') return document.text;
  const { text } = document;
  let face = '';
  let position = 0;
  for (const { start, end } of document.paragraphs) {
    if (start < position || !isPlain(document, start, end)) continue;
    face += text.slice(position, start);
    position = end;
  }
  return face + text.slice(position);
});

/** Words that can be no field, link, id or mark-up. */
function isPlain(document: MarkdownDocument, start: number, end: number): boolean {
  const words = document.text.slice(start, end);
  return !/[\d[\]<>|{}`*_#]/.test(words) && !/^.{0,45}:/m.test(words);
}

/** Whether what was found about an artifact holds for another snapshot of it. */
export function holdsFor(
  { subject, findings }: Kept<Artifact>,
  artifact: Artifact,
  before: Project,
  after: Project,
): boolean {
  return (
    subject.document === artifact.document &&
    subject.sidecar?.document === artifact.sidecar?.document &&
    stateText(subject) === stateText(artifact) &&
    pointsAtSame(findings, filesOf(artifact), before, after)
  );
}

/** Whether what was found about a record holds for another snapshot of it. */
export const recordHoldsFor = (
  { subject, findings }: Kept<RecordFile>,
  file: RecordFile,
  before: Project,
  after: Project,
): boolean => subject.document === file.document && pointsAtSame(findings, [file.path], before, after);

/** Places in other files move when these are edited, even where nothing else changes. */
function pointsAtSame(findings: readonly Finding[], own: readonly string[], before: Project, after: Project): boolean {
  return findings.every(({ related = [], fixes }) =>
    [...related, ...fixes.flatMap(({ changes }) => changes)].every(
      ({ path }) => own.includes(path) || before.documents.get(path) === after.documents.get(path),
    ),
  );
}
