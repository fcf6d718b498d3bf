import { openProduct, type Product } from '../core/engine.ts';
import type { LifecycleSources } from '../core/lifecycle/load.ts';

/** Reads definition files; remembers each product for as long as no text that it was made from changes. */
export interface Definitions {
  /**
   * The products of these definition files, in the given order. `horizon` replaces the one that a definition names,
   * when its lifecycle knows that gate.
   */
  open(definitionPaths: readonly string[], horizon: string | undefined): readonly Product[];
}

interface Opened {
  readonly product: Product;
  readonly horizon: string | undefined;
  /** The texts that it was made from, by path. */
  readonly texts: ReadonlyMap<string, string | undefined>;
}

/** `textOf` gives the current text of a file. `onProblem` hears of a horizon that a lifecycle does not know. */
export function createDefinitions(
  builtIns: Pick<LifecycleSources, 'builtIn' | 'builtIns'>,
  textOf: (path: string) => string | undefined,
  onProblem: (path: string, message: string) => void,
): Definitions {
  const sources: LifecycleSources = { ...builtIns, file: textOf };
  const opened = new Map<string, Opened>();

  function openAnew(definitionPath: string, horizon: string | undefined): Opened {
    const product = openProduct(definitionPath, sources);
    const paths = [definitionPath, ...product.definition.sources];
    const texts = new Map(paths.map(path => [path, textOf(path)]));
    return { product: withHorizon(product, horizon, onProblem), horizon, texts };
  }

  const isCurrent = (known: Opened, horizon: string | undefined): boolean =>
    known.horizon === horizon && [...known.texts].every(([path, text]) => textOf(path) === text);

  return {
    open(definitionPaths, horizon) {
      for (const path of opened.keys()) if (!definitionPaths.includes(path)) opened.delete(path);
      return definitionPaths.map(path => {
        const known = opened.get(path);
        const entry = known !== undefined && isCurrent(known, horizon) ? known : openAnew(path, horizon);
        opened.set(path, entry);
        return entry.product;
      });
    },
  };
}

function withHorizon(
  product: Product,
  horizon: string | undefined,
  onProblem: (path: string, message: string) => void,
): Product {
  const { definition, definitionPath } = product;
  const { lifecycle } = definition;
  if (horizon === undefined || lifecycle === undefined) return product;
  if (lifecycle.gates[horizon] === undefined) {
    onProblem(definitionPath, `The setting slipway.horizon names "${horizon}", which is no gate of this lifecycle.`);
    return product;
  }
  return { ...product, definition: { ...definition, lifecycle: { ...lifecycle, horizon } } };
}
