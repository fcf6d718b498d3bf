import { send } from '../host.ts';
import type { PanelCommand, ToPanel } from '../messages.ts';

/** What the panel says when there is no product to show. */
export function Empty({ server, hasFolder }: Pick<ToPanel, 'server' | 'hasFolder'>) {
  if (server === 'failed') {
    return (
      <section class="empty">
        <h1>Slipway is not running</h1>
        <p>Its server could not be started or has stopped. The log says why.</p>
        <Actions first={['Restart server', 'restartServer']} second={['Show log', 'showLog']} />
      </section>
    );
  }
  if (!hasFolder) {
    return (
      <section class="empty">
        <h1>No folder is open</h1>
        <p>Open the folder of your product to see where it stands.</p>
        <Actions first={['Open folder', 'openFolder']} />
      </section>
    );
  }
  return (
    <section class="empty">
      <h1>Where does your product stand?</h1>
      <p>
        Slipway compares your documents with the lifecycle of your product: what is missing, what is hollow, and what
        blocks the next gate. A short file says which lifecycle that is.
      </p>
      <Actions first={['Create lifecycle.yaml', 'createLifecycle']} />
    </section>
  );
}

type Action = readonly [text: string, command: PanelCommand];

function Actions({ first, second }: { readonly first: Action; readonly second?: Action }) {
  return (
    <p class="actions">
      {[first, ...(second ? [second] : [])].map(([text, command], at) => (
        <button
          key={command}
          type="button"
          class={at === 0 ? 'button primary' : 'button'}
          onClick={() => send({ type: 'run', command })}
        >
          {text}
        </button>
      ))}
    </p>
  );
}
