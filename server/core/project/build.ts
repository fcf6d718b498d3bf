import type { LoadedLifecycle } from '../lifecycle/load.ts';
import type { Lifecycle } from '../lifecycle/schema/lifecycle.ts';
import type { Document } from '../parse/model.ts';
import { fieldsOf } from './fields.ts';
import { gateProgress } from './gates.ts';
import { indexItems } from './items.ts';
import type { Ambiguity, Artifact, Project, RecordFile } from './model.ts';
import { type Candidate, nearestOnly } from './nearestWins.ts';
import { isIgnored, recognise } from './recognise.ts';
import { recordFile, recordKindAt } from './records.ts';
import { sectionsOf } from './sections.ts';
import { stateOf } from './state.ts';
import { versionEntries } from './version.ts';

export interface ProjectInput {
  readonly root: string;
  readonly definition: LoadedLifecycle;
  readonly lifecycle: Lifecycle;
  readonly today: string;
  /** The documents that this product governs, by path. */
  readonly documents: ReadonlyMap<string, Document>;
  readonly exists: Project['exists'];
  readonly existsInOtherCase: Project['existsInOtherCase'];
}

/** Reads the documents of a product into the snapshot that rules judge. */
export function readProject(input: ProjectInput): Project {
  const { lifecycle, today } = input;
  const { records, candidates, ambiguous } = sort(input);
  const artifacts = nearestOnly(lifecycle, candidates).map(candidate => toArtifact(candidate, lifecycle, today));
  const version = lifecycle.product.version ?? newestVersion(artifacts);
  return {
    ...input,
    version,
    artifacts,
    records,
    ambiguous,
    items: indexItems(lifecycle, artifacts, records),
    gates: gateProgress({ lifecycle, today, version }, artifacts, records),
  };
}

/** Tells records from documents that are said to be artifacts; each in path order. */
function sort({ lifecycle, definition, documents, root }: ProjectInput) {
  const records: RecordFile[] = [];
  const candidates: Candidate[] = [];
  const ambiguous: Ambiguity[] = [];
  for (const [path, document] of [...documents].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const local = localPath(root, path);
    if (path === definition.path || isIgnored(lifecycle)(local)) continue;
    const kind = recordKindAt(lifecycle, local);
    const record = kind === undefined ? undefined : lifecycle.records[kind];
    if (kind !== undefined && record) records.push(recordFile(kind, record, document));
    else {
      const { claims, ambiguous: types } = recognise(lifecycle, document, local);
      candidates.push(...claims.map(claim => ({ claim, document, local })));
      if (types.length > 0 && document.kind === 'markdown') ambiguous.push({ document, types });
    }
  }
  return { records, candidates, ambiguous };
}

/** A workspace path relative to the product's folder. */
export const localPath = (root: string, path: string): string => (root === '' ? path : path.slice(root.length + 1));

/** A path relative to the product's folder as a workspace path. */
export const workspacePath = (root: string, local: string): string => (root === '' ? local : `${root}/${local}`);

function toArtifact({ claim, document }: Candidate, lifecycle: Lifecycle, today: string): Artifact {
  const definition = lifecycle.artifacts[claim.type];
  if (!definition) throw new Error(`No definition of ${claim.type}`);
  const fields = fieldsOf(document, lifecycle, definition);
  return {
    type: claim.type,
    by: claim.by,
    captures: claim.captures,
    definition,
    document,
    path: document.path,
    fields,
    sections: sectionsOf(document, definition),
    state: stateOf(document, definition, fields, lifecycle, today),
  };
}

/** The newest version that a changelog names. */
const newestVersion = (artifacts: readonly Artifact[]): string | undefined =>
  artifacts
    .filter(({ definition }) => definition.format === 'keep-a-changelog')
    .flatMap(({ document, definition }) => versionEntries(document, definition))[0]?.version;
