import { type Check, type Found, startCheck } from '../core/check.ts';
import { buildProject, type Contents, type Product } from '../core/engine.ts';
import type { Project } from '../core/project/model.ts';
import type { Finding } from '../core/rules/rule.ts';
import type { FileView } from './convert.ts';

/**
 * One product at one moment, and what its check says; each part is computed when asked for, once. A fault of Slipway
 * in it leaves that part empty, so that everything else is checked nevertheless.
 */
export interface ProductCheck {
  readonly product: Product;
  /** The files as they were at that moment. */
  readonly files: FileView;
  /** Undefined after a fault. */
  project(): Project | undefined;
  /** Every file that may carry findings. */
  paths(): ReadonlySet<string>;
  findingsOf(path: string): readonly Finding[];
  /** What was found once every file was asked for; until then, what the check before found. */
  found(): Found | undefined;
}

/** Prepares the check of a product; computes nothing yet. `today` is an ISO date. */
export function productCheck(
  product: Product,
  contents: Contents,
  today: string,
  files: FileView,
  onFault: (error: unknown) => void,
  before?: Found,
): ProductCheck {
  const findings = new Map<string, readonly Finding[]>();

  function attempt<Value>(work: () => Value): Value | undefined {
    try {
      return work();
    } catch (error) {
      onFault(error);
      return undefined;
    }
  }

  const project = once(() => attempt(() => buildProject(product, contents, today)));
  const check = once((): Check | undefined => {
    const snapshot = project();
    return snapshot && attempt(() => startCheck(snapshot, before));
  });
  const paths = once(() => new Set(check()?.paths));

  const isComplete = (): boolean => findings.size > 0 && [...paths()].every(path => findings.has(path));

  return {
    product,
    files,
    project,
    paths,
    findingsOf(path) {
      const known = findings.get(path);
      if (known !== undefined) return known;
      const found = (paths().has(path) && attempt(() => check()?.findingsOf(path))) || [];
      findings.set(path, found);
      return found;
    },
    found: () => (isComplete() ? check()?.found : before),
  };
}

function once<Value>(compute: () => Value): () => Value {
  let known: { readonly value: Value } | undefined;
  return () => {
    known ??= { value: compute() };
    return known.value;
  };
}
