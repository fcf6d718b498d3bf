import { productOf, wantsFile } from '../../core/engine.ts';
import type { Document } from '../../core/parse/model.ts';
import { localPath } from '../../core/project/build.ts';
import { artifactsAt } from '../../core/project/lookup.ts';
import type { Project } from '../../core/project/model.ts';
import { evidenceScore, isIgnored, recognise } from '../../core/project/recognise.ts';
import type { Workspace } from '../../host/load.ts';
import type { CheckedProduct } from '../checking.ts';
import { findingOutput } from '../output/convert.ts';
import type { ExplainOutput } from '../output/explain.ts';
import type { Places } from '../places.ts';
import { originsOf } from './origins.ts';
import { explainType } from './type.ts';

const mostCandidates = 5;

function candidatesOf(project: Project, document: Document, local: string): ExplainOutput['candidates'] {
  if (document.kind !== 'markdown') return [];
  return Object.entries(project.lifecycle.artifacts)
    .map(([type, definition]) => ({
      type,
      title: definition.title,
      score: Math.round(evidenceScore(project.lifecycle, definition, document, local)),
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, mostCandidates);
}

/** Types that the file claims but that another file, nearer the root, has taken. */
function overruled(project: Project, document: Document, local: string, places: Places): ExplainOutput['overruled'] {
  const { claims } = recognise(project.lifecycle, document, local);
  return claims.flatMap(({ type }) => {
    const holders = project.artifacts.filter(artifact => artifact.type === type);
    if (holders.some(({ path }) => path === document.path)) return [];
    return holders
      .slice(0, 1)
      .map(({ path, definition }) => ({ type, title: definition.title, by: places.path(path) }));
  });
}

/** Why a file that lies in a product is not looked into. */
function uncheckedReason(workspace: Workspace, checked: CheckedProduct, path: string): string {
  const { product, project } = checked;
  const problem = workspace.problems.find(other => other.path === path);
  if (problem) return problem.message;
  if (!workspace.index.paths.includes(path))
    return 'It is ignored: .gitignore or .slipwayignore names it or a folder above it, or it lies in node_modules or .git.';
  if (product.definition.lifecycle === undefined) return `The definition ${product.definitionPath} cannot be read.`;
  if (isIgnored(project.lifecycle)(localPath(product.root, path)))
    return 'The definition leaves it out: "recognition: ignore:" has a pattern that fits its path.';
  if (wantsFile(product, path)) return 'It is a symbolic link to a file that is checked in its own place.';
  return 'It is neither Markdown nor a YAML file at the path of a record or an artifact.';
}

function explainRecord(project: Project, path: string, places: Places): ExplainOutput['record'] {
  const record = project.records.find(other => other.path === path);
  if (!record) return undefined;
  const title = project.lifecycle.records[record.kind]?.title ?? record.kind;
  return {
    kind: record.kind,
    title,
    entries: record.entries.length,
    origin: originsOf(project, places)(['records', record.kind]),
  };
}

const nothing = { version: 1, types: [], overruled: [], ambiguous: [], candidates: [], findings: [] } as const;

/** Everything that Slipway knows about one file of a checked workspace. `path` is relative to its root. */
export function explainFile(
  workspace: Workspace,
  products: readonly CheckedProduct[],
  path: string,
  places: Places,
): ExplainOutput {
  const shown = places.path(path);
  const product = productOf(workspace.products, path);
  const checked = products.find(other => other.product === product);
  if (!checked)
    return {
      ...nothing,
      path: shown,
      types: [],
      overruled: [],
      ambiguous: [],
      candidates: [],
      findings: [],
      unchecked: 'No lifecycle.yaml lies in its folder or above it.',
    };
  const { project } = checked;
  const document = project.documents.get(path);
  const isDefinition = path === checked.product.definitionPath;
  const local = localPath(project.root, path);
  const origins = originsOf(project, places);
  const artifacts = artifactsAt(project, path);
  return {
    version: 1,
    path: shown,
    definition: places.path(checked.product.definitionPath),
    unchecked: document || isDefinition ? undefined : uncheckedReason(workspace, checked, path),
    record: explainRecord(project, path, places),
    types: artifacts.map(artifact => explainType(artifact, project, places, origins)),
    overruled: document ? overruled(project, document, local, places) : [],
    ambiguous: project.ambiguous.filter(other => other.document.path === path).flatMap(({ types }) => [...types]),
    acceptAt: project.lifecycle.recognition['accept-at'],
    candidates: document ? candidatesOf(project, document, local) : [],
    findings: checked.findings.filter(finding => finding.path === path).map(finding => findingOutput(finding, places)),
  };
}
