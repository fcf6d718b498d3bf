import { type FromPanel, isToPanel, type ToPanel } from './messages.ts';

/** What the panel keeps while it is hidden, and over a restart of the window. */
export interface Saved {
  readonly message: ToPanel | undefined;
  /** The definition of the product that was chosen. */
  readonly product: string | undefined;
  /** Keys of the gates that are unfolded. */
  readonly unfolded: readonly string[];
}

interface WebviewApi {
  postMessage(message: FromPanel): void;
  getState(): unknown;
  setState(state: Saved): void;
}

declare function acquireVsCodeApi(): WebviewApi;

const api = acquireVsCodeApi();

/** Asks the extension for something. */
export const send = (message: FromPanel): void => api.postMessage(message);

export const save = (state: Saved): void => api.setState(state);

/** What was kept, as far as it is still understood. */
export function saved(): Saved {
  const state: unknown = api.getState();
  const kept: Partial<Record<keyof Saved, unknown>> = typeof state === 'object' && state !== null ? state : {};
  const { message, product, unfolded } = kept;
  return {
    message: isToPanel(message) ? message : undefined,
    product: typeof product === 'string' ? product : undefined,
    unfolded: Array.isArray(unfolded) ? unfolded.filter(key => typeof key === 'string') : [],
  };
}

/** Calls back with every message of the extension. Returns how to stop. */
export function listen(receive: (message: ToPanel) => void): () => void {
  const onMessage = ({ data }: MessageEvent<unknown>): void => {
    if (isToPanel(data)) receive(data);
  };
  addEventListener('message', onMessage);
  return () => removeEventListener('message', onMessage);
}
