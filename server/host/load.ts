import { definitionPaths, openProduct, type PathIndex, type Product } from '../core/engine.ts';
import type { Decoded } from '../core/parse/decode.ts';
import type { Document } from '../core/parse/model.ts';
import { parseDocument } from '../core/parse/parse.ts';
import { type Disk, realDisk } from './disk.ts';
import { diskIndex } from './diskIndex.ts';
import { loadMarkdownParser, type MarkdownParser } from './markdownParser.ts';
import type { FileProblem } from './problem.ts';
import { readText } from './read.ts';
import { readerOf } from './reader.ts';
import { sliced } from './slices.ts';
import { diskSources } from './sources.ts';
import { walk } from './walk.ts';

/** A folder, read: its products and their documents. */
export interface Workspace {
  /** Absolute. */
  readonly root: string;
  readonly index: PathIndex;
  /** In path order of their definitions. */
  readonly products: readonly Product[];
  /** By path, of all products. */
  readonly documents: ReadonlyMap<string, Document>;
  /** What could not be read; by path. */
  readonly problems: readonly FileProblem[];
}

export interface LoadOptions {
  readonly disk?: Disk;
  readonly parser?: MarkdownParser;
  /** Documents read before, by path: one whose text is the same is taken again instead of parsed. */
  readonly known?: ReadonlyMap<string, Document>;
  readonly signal?: AbortSignal | undefined;
  /** Called often, with the number of documents read and of all. */
  onProgress?(done: number, all: number): void;
}

/** Parses a file, or takes the document that was made of the same text before. */
function documentOf(path: string, decoded: Decoded, parser: MarkdownParser, known: Document | undefined): Document {
  const same = known?.text === decoded.text && !known.problems.some(({ code }) => code === 'not-utf8');
  return same && !decoded.problem ? known : parseDocument(path, decoded, parser);
}

/** Finds, reads and parses what the definitions below `root` govern. Rejects only when the signal is aborted. */
export async function loadWorkspace(root: string, options: LoadOptions = {}): Promise<Workspace> {
  const disk = options.disk ?? realDisk;
  const found = await walk(root, { disk, signal: options.signal });
  const index = diskIndex(root, found.paths, disk);
  const sources = diskSources(root, disk);
  const products = definitionPaths(index).map(path => openProduct(path, sources));
  const parser = options.parser ?? (await loadMarkdownParser());
  const reader = readerOf(found, products);
  const wanted = found.paths.filter(path => reader(path) !== undefined);
  const documents = new Map<string, Document>();
  const problems = [...found.problems];
  const pause = sliced(options.signal);
  for (const [done, path] of wanted.entries()) {
    options.onProgress?.(done, wanted.length);
    const file = readText(root, path, disk);
    if (file.kind === 'unreadable') problems.push({ path, message: file.message });
    else if (file.kind === 'text')
      documents.set(path, documentOf(path, file.decoded, parser, options.known?.get(path)));
    await pause();
  }
  return { root, index, products, documents, problems };
}
