import type { ProductStatus } from '../../../server/lsp/protocol.ts';
import { productName } from '../../status/product.ts';
import { send } from '../host.ts';
import type { ProductView } from '../model/view.ts';

interface Props {
  readonly view: ProductView;
  readonly all: readonly ProductStatus[];
  readonly onChoose: (key: string) => void;
}

/** Which product in which version, judged by which lifecycle on which day, and the findings. */
export function Header({ view, all, onChoose }: Props) {
  return (
    <header>
      {all.length > 1 && (
        <select aria-label="Product" value={view.key} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
          {all.map(product => (
            <option key={product.definitionUri} value={product.definitionUri}>
              {productName(product)}
            </option>
          ))}
        </select>
      )}
      <h1>
        {view.name} {view.version && <span class="version">{view.version}</span>}
      </h1>
      <p class="about">
        {view.about} ·{' '}
        <button type="button" class="link" onClick={() => send({ type: 'run', command: 'showProblems' })}>
          {view.findings}
        </button>
      </p>
    </header>
  );
}
