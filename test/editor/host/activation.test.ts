import { deepEqual, equal } from 'node:assert/strict';
import { commands, extensions } from 'vscode';

describe('activation', () => {
  const extension = extensions.getExtension('slipway.slipway');

  it('comes with the lifecycle.yaml of the workspace, before any document is opened', async () => {
    await extension?.activate(); // Resolves at once, or when the start that the editor began has ended.
    equal(extension?.isActive, true);
  });

  it('registers every command that the manifest names', async () => {
    const contributed: readonly { readonly command: string }[] = extension?.packageJSON.contributes.commands ?? [];
    const named = contributed.map(({ command }) => command);
    const registered = new Set(await commands.getCommands(true));
    deepEqual(
      named.filter(command => !registered.has(command)),
      [],
    );
  });

  it('has the commands that people know it by', async () => {
    const registered = await commands.getCommands(true);
    const known = ['checkWorkspace', 'newDocument', 'showStatus', 'restartServer', 'showLog', 'createLifecycle'];
    deepEqual(
      known.filter(name => !registered.includes(`slipway.${name}`)),
      [],
    );
  });
});
