import type { Document } from '../core/parse/model.ts';
import type { MarkdownParser } from '../host/markdownParser.ts';
import type { FileView } from './convert.ts';
import { createDefinitions } from './definitions.ts';
import { createDocumentStore } from './documentStore.ts';
import type { FolderFiles } from './files.ts';
import { fileView } from './fileView.ts';
import { type Governed, governedFiles } from './governed.ts';
import { createLister, type Listing } from './listing.ts';
import type { OpenInFolder } from './openDocuments.ts';
import { type ProductCheck, productCheck } from './productCheck.ts';
import type { Turn } from './scheduler.ts';
import type { Settings } from './settings.ts';

/** One workspace folder: its files, products and checks, kept up to date by what the client tells. */
export interface Folder {
  readonly uri: string;
  readonly files: FileView;
  readonly open: OpenInFolder;
  /** A document was opened or closed in the editor. */
  documentOpenedOrClosed(path: string): void;
  /** A file on disk has another content, or may have. */
  fileChanged(path: string): void;
  /** Files were created, deleted or renamed, or an ignore file changed. */
  filesMoved(): void;
  /** Anything may have changed. */
  everythingChanged(): void;
  /** Walks, reads and parses what is out of date. Resolves to false when the turn is over before that is done. */
  refresh(turn: Turn, settings: Settings, onProgress: (done: number, all: number) => void): Promise<boolean>;
  /**
   * The checks of all products for the texts as they are now: open documents as the editor has them, the rest as of
   * the last refresh. The same objects as before when nothing changed. Empty before the first refresh.
   */
  checks(settings: Settings, today: string): readonly ProductCheck[];
}

export interface FolderNeeds {
  readonly files: FolderFiles;
  readonly open: OpenInFolder;
  readonly parser: MarkdownParser;
  /** Hears what cannot be read, and why. */
  onProblem(path: string, message: string): void;
  /** Hears of faults in Slipway itself. */
  onFault(error: unknown): void;
}

/** A folder of which nothing is known yet. */
export function createFolder(uri: string, needs: FolderNeeds): Folder {
  const { files, open, parser, onProblem, onFault } = needs;
  const store = createDocumentStore(files, open, parser, onProblem);
  const definitions = createDefinitions(files.sources, store.text, onProblem);
  const view = fileView(uri, open, store.text);
  const lister = createLister(files, open, onProblem);
  let governed: Remembered<Governed> | undefined;
  /** What the last complete refresh has read. */
  let read: { readonly listing: Listing; readonly governed: Governed } | undefined;
  let checked: Remembered<readonly ProductCheck[]> | undefined;

  const products = ({ definitions: paths }: Listing, { horizon }: Settings) => definitions.open(paths, horizon);

  /** By definition path. */
  function governedDocuments(files: Governed): ReadonlyMap<string, ReadonlyMap<string, Document>> {
    const byDefinition = new Map<string, Map<string, Document>>();
    for (const [path, definitionPath] of files) {
      const document = store.loaded(path);
      if (document === undefined) continue;
      const own = byDefinition.get(definitionPath) ?? new Map<string, Document>();
      byDefinition.set(definitionPath, own.set(path, document));
    }
    return byDefinition;
  }

  return {
    uri,
    files: view,
    open,
    documentOpenedOrClosed(path) {
      open.refresh();
      store.forget(path);
      if (lister.known()?.walked.has(path) !== true) lister.outdate();
    },
    fileChanged: store.forget,
    filesMoved: lister.outdate,
    everythingChanged() {
      lister.outdate();
      store.forgetAll();
    },

    async refresh(turn, settings, onProgress) {
      const current = await lister.refresh(turn.signal);
      if (current === undefined) return false;
      const opened = products(current, settings);
      if (!isRemembered(governed, [current, ...opened])) {
        const value = await governedFiles({ paths: current.index.paths, links: current.links }, opened, turn);
        if (value === undefined) return false;
        governed = { key: [current, ...opened], value };
        store.retain(new Set(current.index.paths));
      }
      let done = 0;
      for (const path of governed.value.keys()) {
        onProgress(done++, governed.value.size);
        store.load(path);
        if (!(await turn.goOn())) return false;
      }
      read = { listing: current, governed: governed.value };
      return true;
    },

    checks(settings, today) {
      if (read === undefined) return [];
      const { index } = read.listing;
      const opened = products(read.listing, settings);
      const documents = governedDocuments(read.governed);
      const key = [index, store.revision, today, ...opened];
      if (!isRemembered(checked, key)) {
        const value = opened.map(product => {
          const own = documents.get(product.definitionPath) ?? new Map<string, Document>();
          const before = checked?.value.find(other => other.product.definitionPath === product.definitionPath);
          return productCheck(product, { documents: own, index }, today, view, onFault, before?.found());
        });
        checked = { key, value };
      }
      return checked.value;
    },
  };
}

/** A value and all that it was made from. */
interface Remembered<Value> {
  readonly key: readonly unknown[];
  readonly value: Value;
}

const isRemembered = <Value>(
  remembered: Remembered<Value> | undefined,
  key: readonly unknown[],
): remembered is Remembered<Value> =>
  remembered !== undefined &&
  remembered.key.length === key.length &&
  remembered.key.every((part, index) => part === key[index]);
