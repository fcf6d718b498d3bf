import { send } from '../host.ts';
import { Icon } from './icon.tsx';

/** Said above what was known when the server stopped. */
export const Stopped = () => (
  <div class="headline warning">
    <Icon name="warning" class="warn" />
    <div>
      <p>
        <b>The Slipway server has stopped.</b> This is what it knew last.
      </p>
      <button type="button" class="link" onClick={() => send({ type: 'run', command: 'restartServer' })}>
        Restart server
      </button>
    </div>
  </div>
);
