import { type Connection, DidChangeConfigurationNotification } from 'vscode-languageserver';
import type { ClientFeatures } from './clientFeatures.ts';
import type { Folder } from './folder.ts';
import { defaultSettings, readSettings, type Settings } from './settings.ts';

const section = 'slipway';

/** The settings of each folder, as the client has them. */
export interface Configuration {
  of(folder: Folder): Settings;
  /** Asks the client for the settings of these folders. A client that cannot be asked keeps what it sent. */
  pull(folders: readonly Folder[]): Promise<void>;
  /** Takes what a client sends that cannot be asked: the whole configuration, or only our section. */
  take(configuration: unknown): void;
  /** Asks the client to tell of changes, where it must be asked. */
  watch(): Promise<void>;
}

/** A configuration in which nothing is set. `warn` hears what is wrong in it. */
export function createConfiguration(
  connection: Connection,
  client: () => ClientFeatures,
  warn: (message: string) => void,
): Configuration {
  const byFolder = new Map<string, Settings>();
  let common = defaultSettings;

  function read(value: unknown): Settings {
    const { settings, problems } = readSettings(value);
    for (const problem of problems) warn(problem);
    return settings;
  }

  return {
    of: folder => byFolder.get(folder.uri) ?? common,
    async pull(folders) {
      if (!client().configuration || folders.length === 0) return;
      const items = folders.map(({ uri }) => ({ scopeUri: uri, section }));
      const values: readonly unknown[] = await connection.workspace.getConfiguration(items);
      for (const [index, { uri }] of folders.entries()) byFolder.set(uri, read(values[index]));
    },
    take(configuration) {
      const isWhole = typeof configuration === 'object' && configuration !== null && section in configuration;
      common = read(isWhole ? Object.entries(configuration).find(([name]) => name === section)?.[1] : configuration);
    },
    async watch() {
      if (client().configurationRegistration) {
        await connection.client.register(DidChangeConfigurationNotification.type, { section });
      }
    },
  };
}
