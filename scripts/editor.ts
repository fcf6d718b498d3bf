// npm run editor [-- DIR]: opens a real VS Code with the packaged extension on a copy of the example, or on DIR itself,
// and prints its address. Ctrl+C ends it.
import { resolve } from 'node:path';
import { startEditor } from '../test/editor/harness/editorServer.ts';
import { copyExample } from '../test/editor/harness/workspace.ts';
import { buildAll } from './tasks/build.ts';
import { packageExtension, vsixFile } from './tasks/package.ts';

// Ctrl+C is how this is meant to end. The editor and the copy are cleaned up as the process exits.
process.on('SIGINT', () => process.exit(0));

const [named] = process.argv.slice(2);
if (!((await buildAll({ strict: true })) && (await packageExtension()))) process.exit(1);

const folder = named === undefined ? copyExample().path : resolve(process.env.INIT_CWD ?? '.', named);
const editor = await startEditor({ folder, vsix: vsixFile });
const what = named === undefined ? 'a copy of the example' : folder;
console.log(`\nVS Code with Slipway, on ${what}:\n\n  ${editor.url()}\n\nCtrl+C ends it.`);
