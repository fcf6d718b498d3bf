import type { ProductStatus } from '../../../server/lsp/protocol.ts';
import type { ServerState } from '../../statusStore.ts';
import type { ProductView } from '../model/view.ts';
import { Header } from './header.tsx';
import { Headline } from './headline.tsx';
import { Legend } from './legend.tsx';
import { Phase } from './phase.tsx';
import { Stopped } from './stopped.tsx';
import { Work } from './work.tsx';

interface Props {
  readonly view: ProductView;
  readonly all: readonly ProductStatus[];
  readonly server: ServerState;
  readonly unfolded: readonly string[];
  readonly onChoose: (key: string) => void;
  readonly onUnfold: (unfolded: readonly string[]) => void;
}

/** One product: its name, the worst thing, the line, and what to do. */
export function Product({ view, all, server, unfolded, onChoose, onUnfold }: Props) {
  return (
    <>
      <Header view={view} all={all} onChoose={onChoose} />
      {server === 'failed' && <Stopped />}
      {view.headline && <Headline headline={view.headline} />}
      <div class="columns">
        <div>
          {view.phases.map(phase => (
            <Phase key={phase.key} phase={phase} product={view.key} unfolded={unfolded} onUnfold={onUnfold} />
          ))}
          <Legend entries={view.legend} />
        </div>
        <div>
          {view.work.map(section => (
            <Work key={section.key} section={section} />
          ))}
        </div>
      </div>
    </>
  );
}
