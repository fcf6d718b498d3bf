import { compareValues, matches, type Subject } from '../project/condition.ts';
import { type Fault, keyProblem, valueProblem } from './fault.ts';
import { nearest } from './nearest.ts';
import { type DefinitionProblem, hint, listed } from './problem.ts';
import type { Lifecycle } from './schema/lifecycle.ts';
import { entryAt, keysAt, partAt, type Tree, textAt, textsAt } from './tree.ts';

const usualKeys = ['name', 'version', 'version-from'];

/** Keys of `product` that nothing names, and values that their field does not allow. */
export function productFaults(tree: Tree): readonly Fault[] {
  const fields = keysAt(tree, ['product-fields']);
  const known = [...usualKeys, ...fields];
  return keysAt(tree, ['product']).flatMap(key =>
    known.includes(key) ? wrongValues(tree, key) : [unknownKey(tree, key, known)],
  );
}

function unknownKey(tree: Tree, key: string, known: readonly string[]): Fault {
  const path = ['product', key];
  const problem = () => {
    const span = entryAt(tree, path)?.keySpan ?? { start: 0, end: 0 };
    const { words, fix } = hint(nearest(key, known), span);
    const choice = words === '' ? ` Known keys: ${listed(known, 'and')}.` : '';
    return keyProblem(tree, path, `\`${key}\` is not a key of \`product\`, so it has no effect.${words}${choice}`, fix);
  };
  return { path, about: path, problem };
}

function wrongValues(tree: Tree, key: string): readonly Fault[] {
  const allowed = textsAt(tree, ['product-fields', key, 'values']);
  const path = ['product', key];
  const part = partAt(tree, path);
  if (allowed.length === 0 || !part) return [];
  const parts = part.kind === 'list' ? part.items : [part];
  return parts.flatMap((item, index) => {
    if (item.kind === 'scalar' && allowed.includes(item.source)) return [];
    const at = part.kind === 'list' ? [...path, index] : path;
    const said = item.kind === 'scalar' ? item.source : '';
    const { words, fix } = hint(nearest(said, allowed), item.span);
    const message = `\`${key}\` of \`product\` cannot be \`${said}\`.${words} It must be ${listed(allowed)}.`;
    return [{ path: at, about: at, problem: () => valueProblem(tree, at, said, message, fix) }];
  });
}

/** What `product` must say and does not. A definition that says nothing of its product is left alone. */
export function productProblems(tree: Tree): readonly DefinitionProblem[] {
  const product = entryAt(tree, ['product']);
  if (!product || product.layer.builtIn) return [];
  return keysAt(tree, ['product-fields'])
    .filter(key => textAt(tree, ['product-fields', key, 'required']) === 'true' && !partAt(tree, ['product', key]))
    .map(key => {
      const allowed = textsAt(tree, ['product-fields', key, 'values']);
      const choice = allowed.length > 0 ? `: ${listed(allowed)}` : '';
      const message = `\`product\` does not say its \`${key}\`, which this lifecycle asks for. Add it${choice}.`;
      return { ...keyProblem(tree, ['product'], message), severity: 'warning' };
    });
}

/** The lifecycle with the needs that hold for its product: see `recommended-when`. */
export function forProduct(lifecycle: Lifecycle): Lifecycle {
  const subject = productSubject(lifecycle);
  const eased = Object.entries(lifecycle.artifacts).filter(
    ([, type]) => type.need === 'required' && type['recommended-when'] && matches(type['recommended-when'], subject),
  );
  if (eased.length === 0) return lifecycle;
  const changed = eased.map(([id, type]) => [id, { ...type, need: 'recommended' as const }] as const);
  return { ...lifecycle, artifacts: { ...lifecycle.artifacts, ...Object.fromEntries(changed) } };
}

/** The product as conditions see it: no day belongs to it. */
function productSubject({ product }: Lifecycle): Subject {
  const said = new Map(Object.entries(product));
  return {
    today: '',
    version: product.version,
    begun: undefined,
    madeFor: product.version,
    get: name => textOf(said.get(name)),
    compare: (_, a, b) => compareValues(a, b),
  };
}

const textOf = (value: unknown): string | undefined => (value === undefined ? undefined : String(value));
