import { findingsIn } from './checkedFile.ts';
import type { ClientFeatures } from './clientFeatures.ts';
import { diagnosticOf } from './convert.ts';
import type { Folder } from './folder.ts';
import type { ProductCheck } from './productCheck.ts';
import type { ProductStatus } from './protocol.ts';
import type { Publisher } from './publisher.ts';
import type { Turn } from './scheduler.ts';
import type { Settings } from './settings.ts';
import { statusIn } from './statusBoard.ts';
import { uriInFolder } from './uri.ts';

/** What one pass over the workspace needs. */
export interface PassNeeds {
  readonly folders: readonly Folder[];
  settingsOf(folder: Folder): Settings;
  /** ISO date, where the settings name none. */
  readonly today: string;
  readonly client: ClientFeatures;
  readonly publisher: Publisher;
  onProgress(done: number, all: number): void;
}

interface CheckedFolder {
  readonly folder: Folder;
  readonly checks: readonly ProductCheck[];
  /** Every file that may carry findings, those open in the editor first. */
  readonly paths: readonly string[];
}

/**
 * Brings the workspace up to date and publishes the findings of every file, open documents first. Returns the status of
 * each product, in the order of folders and definitions; undefined when the turn is over before all is done.
 */
export async function runPass(turn: Turn, needs: PassNeeds): Promise<readonly ProductStatus[] | undefined> {
  for (const folder of needs.folders) {
    if (!(await folder.refresh(turn, needs.settingsOf(folder), needs.onProgress))) return undefined;
  }
  const checked: CheckedFolder[] = [];
  for (const folder of needs.folders) {
    const current = await checkFolder(turn, folder, needs);
    if (current === undefined) return undefined;
    checked.push(current);
  }
  const published = await publishAll(turn, checked, needs);
  return published ? statusOfAll(turn, checked) : undefined;
}

async function checkFolder(turn: Turn, folder: Folder, needs: PassNeeds): Promise<CheckedFolder | undefined> {
  const settings = needs.settingsOf(folder);
  const checks = folder.checks(settings, settings.asOf ?? needs.today);
  const paths = new Set<string>();
  for (const check of checks) {
    if (!(await turn.goOn())) return undefined;
    for (const path of check.paths()) paths.add(path);
  }
  return { folder, checks, paths: [...paths] };
}

async function publishAll(turn: Turn, checked: readonly CheckedFolder[], needs: PassNeeds): Promise<boolean> {
  const files = checked.flatMap(({ folder, checks, paths }) => paths.map(path => ({ folder, checks, path })));
  const isOpen = ({ folder, path }: { folder: Folder; path: string }) => folder.open.get(path) !== undefined;
  const ordered = [...files.filter(isOpen), ...files.filter(file => !isOpen(file))];
  const keys = new Set<string>();
  for (const { folder, checks, path } of ordered) {
    if (!(await turn.goOn())) return false;
    keys.add(publishFile(folder, checks, path, needs));
  }
  needs.publisher.retain(key => keys.has(key));
  return true;
}

/** Publishes the findings of one file and returns its key. */
function publishFile(folder: Folder, checks: readonly ProductCheck[], path: string, needs: PassNeeds): string {
  const { files } = folder;
  const key = uriInFolder(folder.uri, path);
  const diagnostics = findingsIn(checks, path).map(finding => diagnosticOf(finding, files, needs.client));
  needs.publisher.publish(key, files.uriOf(path), files.versionOf(path) ?? undefined, diagnostics);
  return key;
}

async function statusOfAll(
  turn: Turn,
  checked: readonly CheckedFolder[],
): Promise<readonly ProductStatus[] | undefined> {
  const products: ProductStatus[] = [];
  for (const { folder, checks } of checked) {
    for (const check of checks) {
      if (!(await turn.goOn())) return undefined;
      const status = statusIn(check, folder.uri);
      if (status !== undefined) products.push(status);
    }
  }
  return products;
}
