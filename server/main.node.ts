import { type Connection, createConnection } from 'vscode-languageserver/node';
import { loadMarkdownParser } from './host/markdownParser.ts';
import { localDay } from './host/today.ts';
import { diskFiles } from './lsp/files.ts';
import { startSession } from './lsp/session.ts';

// The language server as a process of its own, for `--stdio` or `--node-ipc`.

function exitWithParent(connection: Connection): void {
  // Over stdio the connection itself ends the process when its input closes.
  process.on('disconnect', () => process.exit(0));
  process.on('SIGTERM', () => process.exit(0));
  const logFault = (error: unknown) => connection.console.error(`Slipway failed at something, and goes on: ${error}`);
  process.on('uncaughtException', logFault);
  process.on('unhandledRejection', logFault);
}

async function main(): Promise<void> {
  if (!process.argv.some(argument => argument === '--stdio' || argument === '--node-ipc')) {
    process.stderr.write('Say how to talk to the language server: --stdio or --node-ipc.\n');
    process.exit(2);
  }
  const connection = createConnection();
  exitWithParent(connection);
  startSession(connection, {
    parser: await loadMarkdownParser(),
    openFolder: diskFiles,
    today: () => localDay(),
  });
  connection.listen();
}

main().catch(error => {
  process.stderr.write(`Slipway's language server cannot start: ${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
});
