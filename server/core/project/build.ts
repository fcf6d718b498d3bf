import type { LoadedLifecycle } from '../lifecycle/load.ts';
import type { Lifecycle } from '../lifecycle/schema/lifecycle.ts';
import type { Document } from '../parse/model.ts';
import { readArtifacts } from './artifacts.ts';
import { gateProgress } from './gates.ts';
import { indexItems } from './items.ts';
import type { Ambiguity, Project, RecordFile } from './model.ts';
import { type Candidate, nearestOnly } from './nearestWins.ts';
import { productVersion } from './productVersion.ts';
import { isIgnored, recognise } from './recognise.ts';
import { recordFile, recordKindAt, recordsInDocuments } from './records.ts';
import { releases } from './release.ts';

export interface ProjectInput {
  readonly root: string;
  readonly definition: LoadedLifecycle;
  readonly lifecycle: Lifecycle;
  readonly today: string;
  /** The documents that this product governs, by path. */
  readonly documents: ReadonlyMap<string, Document>;
  /** The file that may say the version of the product. */
  readonly manifest: Document | undefined;
  readonly sources: Project['sources'];
  readonly paths: readonly string[];
  readonly exists: Project['exists'];
  readonly existsInOtherCase: Project['existsInOtherCase'];
}

/** Reads the documents of a product into the snapshot that rules judge. */
export function readProject(input: ProjectInput): Project {
  const { lifecycle, today } = input;
  const { files, candidates, ambiguous } = sort(input);
  const known = new Set([...files, ...candidates.map(({ document }) => document)].map(({ path }) => path));
  const artifacts = readArtifacts(nearestOnly(lifecycle, candidates), input, path => !known.has(path));
  const records = [...files, ...recordsInDocuments(lifecycle, artifacts, files)];
  const found = new Set(artifacts.map(({ path }) => path));
  const version = productVersion(lifecycle, artifacts, input.manifest);
  const released = releases({ lifecycle, today, version }, artifacts, records).at(-1)?.date;
  return {
    ...input,
    version,
    released,
    artifacts,
    records,
    ambiguous: ambiguous.filter(({ document }) => !found.has(document.path)),
    items: indexItems(lifecycle, artifacts, records),
    gates: gateProgress({ lifecycle, today, version, released }, artifacts, records),
  };
}

/** Tells records from documents that are said to be artifacts; each in path order. */
function sort({ lifecycle, definition, documents, root }: ProjectInput) {
  const files: RecordFile[] = [];
  const candidates: Candidate[] = [];
  const ambiguous: Ambiguity[] = [];
  for (const [path, document] of [...documents].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const local = localPath(root, path);
    if (path === definition.path || isIgnored(lifecycle)(local)) continue;
    const kind = recordKindAt(lifecycle, local);
    const record = kind === undefined ? undefined : lifecycle.records[kind];
    if (kind !== undefined && record) files.push(recordFile(kind, record, document));
    else {
      const { claims, ambiguous: types } = recognise(lifecycle, document, local);
      candidates.push(...claims.map(claim => ({ claim, document, local })));
      if (types.length > 0 && document.kind === 'markdown') ambiguous.push({ document, types });
    }
  }
  return { files, candidates, ambiguous };
}

/** A workspace path relative to the product's folder. */
export const localPath = (root: string, path: string): string => (root === '' ? path : path.slice(root.length + 1));

/** A path relative to the product's folder as a workspace path. */
export const workspacePath = (root: string, local: string): string => (root === '' ? local : `${root}/${local}`);
