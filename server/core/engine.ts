import { type LifecycleSources, type LoadedLifecycle, loadLifecycle } from './lifecycle/load.ts';
import { type Lifecycle, lifecycleSchema } from './lifecycle/schema/lifecycle.ts';
import type { Document } from './parse/model.ts';
import { localPath, readProject, workspacePath } from './project/build.ts';
import type { Project } from './project/model.ts';
import { manifestPath } from './project/productVersion.ts';
import { isIgnored, matchPath, mayBeYamlArtifact } from './project/recognise.ts';
import { recordKindAt } from './project/records.ts';
import { sourceFiles } from './project/valueSources.ts';
import { rules } from './rules/index.ts';
import { memoize } from './text/memo.ts';

/** One `lifecycle.yaml` and what it governs. */
export interface Product {
  /** Its folder relative to the workspace root, `''` for the root. */
  readonly root: string;
  readonly definitionPath: string;
  readonly definition: LoadedLifecycle;
}

/** Every file of the workspace by path, for links and for finding products. */
export interface PathIndex {
  readonly paths: readonly string[];
  /** Whether there is a file or folder at this path; letter case counts. */
  has(path: string): boolean;
  /** The path that differs from `path` in letter case only. */
  hasInOtherCase(path: string): string | undefined;
}

/** Indexes file paths and the folders they lie in. */
export function pathIndex(files: Iterable<string>): PathIndex {
  const paths = [...files].sort();
  const known = new Set(['']);
  for (const path of paths) {
    known.add(path);
    for (
      let end = path.lastIndexOf('/');
      end > 0 && !known.has(path.slice(0, end));
      end = path.lastIndexOf('/', end - 1)
    )
      known.add(path.slice(0, end));
  }
  let folded: ReadonlyMap<string, string> | undefined;
  return {
    paths,
    has: path => known.has(path),
    hasInOtherCase(path) {
      folded ??= new Map([...known].map(other => [other.toLowerCase(), other]));
      return folded.get(path.toLowerCase());
    },
  };
}

/** Every definition file, in path order. Beside a `lifecycle.yaml`, a `lifecycle.yml` is none. */
export const definitionPaths = (index: PathIndex): string[] =>
  index.paths.filter(
    path =>
      /(?:^|\/)lifecycle\.ya?ml$/.test(path) && !(path.endsWith('.yml') && index.has(path.replace(/yml$/, 'yaml'))),
  );

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** The folders above a file, nearest first, `''` last. */
function* foldersAbove(path: string): Generator<string> {
  let folder = path;
  do {
    folder = folderOf(folder);
    yield folder;
  } while (folder !== '');
}

/** Loads a definition. What is wrong with it is in `definition.problems`. */
export function openProduct(definitionPath: string, sources: LifecycleSources): Product {
  return {
    root: folderOf(definitionPath),
    definitionPath,
    definition: loadLifecycle(
      definitionPath,
      sources,
      rules.map(rule => rule.id),
    ),
  };
}

/** The product that governs a file: the one with the nearest definition above it. */
export function productOf(products: readonly Product[], path: string): Product | undefined {
  const roots = byRoot(products);
  for (const folder of foldersAbove(path)) {
    const product = roots.get(folder);
    if (product) return product;
  }
  return undefined;
}

const byRoot = memoize(
  (products: readonly Product[]): ReadonlyMap<string, Product> =>
    new Map(products.toReversed().map(product => [product.root, product])),
);

/** Whether a file of the product is worth reading: its definition, Markdown, YAML that holds a record or an artifact. */
export function wantsFile(product: Product, path: string): boolean {
  if (path === product.definitionPath) return true;
  const lifecycle = product.definition.lifecycle;
  const local = localPath(product.root, path);
  if (lifecycle && sourceFiles(lifecycle).has(local)) return true;
  if (!lifecycle || isIgnored(lifecycle)(local)) return false;
  if (/\.(?:md|markdown)$/i.test(path) || local === manifestPath(lifecycle)) return true;
  if (isTextArtifact(lifecycle, local)) return true;
  if (!/\.ya?ml$/i.test(path)) return false;
  return recordKindAt(lifecycle, local) !== undefined || mayBeYamlArtifact(lifecycle, local);
}

/** Whether a file is plain text by its name, such as `LICENSE`, and a type says that it lies there. */
const isTextArtifact = (lifecycle: Lifecycle, path: string): boolean =>
  /(?:^|\/)[^./]+(?:\.txt)?$/i.test(path) &&
  Object.keys(lifecycle.artifacts).some(type => matchPath(lifecycle, type, path));

export interface Contents {
  readonly documents: ReadonlyMap<string, Document>;
  readonly index: PathIndex;
}

const empty: Lifecycle = lifecycleSchema.parse({ lifecycle: 1 });

/** Builds the snapshot of one product. `contents.documents` may hold other products' files too. */
export function buildProject(product: Product, contents: Contents, today: string): Project {
  const { root, definition } = product;
  const { index, documents } = contents;
  const roots = productRoots(index);
  const lifecycle = definition.lifecycle ?? empty;
  const manifest = manifestPath(lifecycle);
  return readProject({
    root,
    definition,
    lifecycle,
    today,
    documents: new Map(
      [...documents].filter(([path]) => isOurs(lifecycle, localPath(root, path)) && isGoverned(path, root, roots)),
    ),
    sources: new Map(
      [...sourceFiles(lifecycle)].flatMap(file => {
        const document = documents.get(workspacePath(root, file));
        return document ? [[file, document] as const] : [];
      }),
    ),
    manifest: manifest === undefined ? undefined : documents.get(workspacePath(root, manifest)),
    paths: index.paths,
    exists: path => index.has(path),
    existsInOtherCase: path => index.hasInOtherCase(path),
  });
}

/** Files of other tools are read, never judged. */
const isOurs = (lifecycle: Lifecycle, path: string): boolean =>
  /\.(?:md|markdown|ya?ml)$/i.test(path) || isTextArtifact(lifecycle, path);

const productRoots = memoize((index: PathIndex): ReadonlySet<string> => new Set(definitionPaths(index).map(folderOf)));

/** Whether `root` is the nearest folder above `path` that holds a definition. */
function isGoverned(path: string, root: string, roots: ReadonlySet<string>): boolean {
  for (const folder of foldersAbove(path)) {
    if (folder === root) return true;
    if (roots.has(folder)) return false;
  }
  return false;
}
