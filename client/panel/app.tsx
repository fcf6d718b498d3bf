import { useEffect, useMemo, useState } from 'preact/hooks';
import { listen, type Saved, save, saved, send } from './host.ts';
import { chosenProduct, productView } from './model/view.ts';
import { Busy } from './parts/busy.tsx';
import { Empty } from './parts/empty.tsx';
import { Product } from './parts/product.tsx';

/** The whole panel: draws the newest message and keeps what the person has chosen and unfolded. */
export function App() {
  const [state, setState] = useState<Saved>(saved);
  const change = (part: Partial<Saved>): void => setState(before => ({ ...before, ...part }));
  useEffect(() => {
    const stop = listen(message => change({ message }));
    send({ type: 'ready' });
    return stop;
  }, []);
  useEffect(() => save(state), [state]);

  const { message } = state;
  const report = message?.report;
  const product = report && chosenProduct(report, state.product);
  const view = useMemo(() => product && productView(product), [product]);
  const busy = message === undefined || (message.server !== 'failed' && report?.complete !== true);
  return (
    <main aria-busy={busy}>
      {busy && <Busy />}
      {message && report && view ? (
        <Product
          view={view}
          all={report.products}
          server={message.server}
          unfolded={state.unfolded}
          onChoose={key => change({ product: key })}
          onUnfold={unfolded => change({ unfolded })}
        />
      ) : (
        message && !(busy && message.hasFolder) && <Empty server={message.server} hasFolder={message.hasFolder} />
      )}
      <p class="unseen" role="status">
        {busy ? '' : view?.summary}
      </p>
    </main>
  );
}
