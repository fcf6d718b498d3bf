// npm run editor [-- DIR]: opens a real VS Code with the packaged extension on a copy of the example, or on DIR itself,
// and prints its address. Ctrl+C ends it.
import { resolve } from 'node:path';
import { startEditor } from '../test/editor/harness/editorServer.ts';
import { copyExample } from '../test/editor/harness/workspace.ts';
import { buildAll } from './tasks/build.ts';
import { packageExtension, vsixFile } from './tasks/package.ts';

const [named] = process.argv.slice(2);
if (!((await buildAll({ strict: true })) && (await packageExtension()))) process.exit(1);

const copy = named === undefined ? copyExample() : undefined;
const folder = copy?.folder ?? resolve(process.env.INIT_CWD ?? '.', named ?? '.');
const editor = await startEditor({ folder, vsix: vsixFile });
console.log(
  `\nVS Code with Slipway, on ${copy ? 'a copy of the example' : folder}:\n\n  ${editor.url()}\n\nCtrl+C ends it.`,
);

await new Promise<NodeJS.Signals>(done => {
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, done);
});
await editor.stop();
copy?.remove();
process.exit(0);
