import type { Services } from '../services.ts';

/** Shows what the server and the client have written down. */
export const showLog = ({ server }: Services): void => server.showLog();
