import { checkProject } from '../core/check.ts';
import { buildProject, type Product, productOf } from '../core/engine.ts';
import type { Project } from '../core/project/model.ts';
import type { Finding } from '../core/rules/rule.ts';
import type { Workspace } from '../host/load.ts';

/** One product of a workspace with all that is wrong in it. */
export interface CheckedProduct {
  readonly product: Product;
  readonly project: Project;
  /** By path, position and rule. */
  readonly findings: readonly Finding[];
}

/** Builds the snapshot of each product and checks it as on the day `today` (ISO). */
export function checkWorkspace(workspace: Workspace, today: string): CheckedProduct[] {
  const { products, documents, index } = workspace;
  return products.map(product => {
    const own = new Map([...documents].filter(([path]) => productOf(products, path) === product));
    const project = buildProject(product, { documents: own, index }, today);
    return { product, project, findings: checkProject(project) };
  });
}

/** False for a product whose definition is so broken that nothing else could be checked. */
export const isReadable = ({ product }: CheckedProduct): boolean => product.definition.lifecycle !== undefined;
