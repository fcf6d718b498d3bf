import type { Server } from './languageClient.ts';
import type { StatusStore } from './statusStore.ts';

/** What commands and views work with. */
export interface Services {
  readonly server: Server;
  readonly store: StatusStore;
}

/** What a command does; it may be given an argument by a view or a menu. */
export type Command = (services: Services, argument: unknown) => unknown;
