import type { Services } from '../services.ts';

/** Ends the server and starts it again; also the way back after it failed. */
export const restartServer = ({ server }: Services): Promise<void> => server.restart();
