import { type ClientOptions, startClient, type TestClient } from './client.ts';
import { createFolder, smallLifecycle, type TestFolder } from './workspace.ts';

/** Makes folders and clients that are cleared away after each test of the suite. */
export interface Fixture {
  /** A folder with the small lifecycle and these files. */
  folderWith(files: Readonly<Record<string, string>>): TestFolder;
  /** A client of these folders whose server has finished its first check. */
  connect(folders: readonly TestFolder[], options?: Partial<ClientOptions>): Promise<TestClient>;
}

export function useFixture(): Fixture {
  const clients: TestClient[] = [];
  const folders: TestFolder[] = [];
  afterEach(async () => {
    for (const client of clients.splice(0)) await client.stop();
    for (const folder of folders.splice(0)) folder.remove('');
  });
  return {
    folderWith(files) {
      const folder = createFolder({ 'lifecycle.yaml': smallLifecycle, ...files });
      folders.push(folder);
      return folder;
    },
    async connect(opened, options = {}) {
      const client = await startClient({ folders: opened.map(({ root }) => root), ...options });
      clients.push(client);
      await client.settle();
      return client;
    },
  };
}
