import { type Product, productOf, wantsFile } from '../core/engine.ts';
import type { Walk } from './walk.ts';

/**
 * Tells which product reads a file, if any does. A symbolic link beside the file that it leads to is read by none when
 * the same product governs both: its document would count twice.
 */
export function readerOf(
  { paths, links }: Pick<Walk, 'paths' | 'links'>,
  products: readonly Product[],
): (path: string) => Product | undefined {
  const walked = new Set(paths);
  return path => {
    const product = productOf(products, path);
    if (!product || !wantsFile(product, path)) return undefined;
    const behind = links.get(path);
    const isDouble = behind !== undefined && walked.has(behind) && productOf(products, behind) === product;
    return isDouble ? undefined : product;
  };
}
