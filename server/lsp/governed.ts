import type { Product } from '../core/engine.ts';
import { readerOf } from '../host/reader.ts';
import type { Walk } from '../host/walk.ts';
import type { Turn } from './scheduler.ts';

/** The files worth reading, and the definition file that governs each. */
export type Governed = ReadonlyMap<string, string>;

/** Sorts out which product reads which file; undefined when the turn is over. */
export async function governedFiles(
  walked: Pick<Walk, 'paths' | 'links'>,
  products: readonly Product[],
  turn: Turn,
): Promise<Governed | undefined> {
  const reader = readerOf(walked, products);
  const governed = new Map<string, string>();
  for (const path of walked.paths) {
    if (!(await turn.goOn())) return undefined;
    const product = reader(path);
    if (product !== undefined) governed.set(path, product.definitionPath);
  }
  return governed;
}
