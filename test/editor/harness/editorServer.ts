import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { temporaryFolder } from '../../../scripts/tasks/atExit.ts';
import { type EditorProgram, installedEditor } from './editorInstall.ts';
import { quietSettings } from './editorSettings.ts';
import { endGroup, endWithThisProcess } from './processGroup.ts';

/** What to open, and how. Paths may be relative to the working directory. */
export interface EditorOptions {
  /** The folder to open. */
  readonly folder: string;
  /** The packaged extension to install. */
  readonly vsix: string;
  /** User settings on top of the quiet ones. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Environment variables that the extension host sees. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** A running editor. `stop` must be called; it ends every process and removes every file that `startEditor` made. */
export interface Editor {
  /** The origin of the workbench page, such as `http://127.0.0.1:41234`. */
  readonly origin: string;
  /** The address of the page that opens the folder. `payload` holds what desktop VS Code takes as command-line options. */
  url(payload?: readonly (readonly [string, string])[]): string;
  /** A file of this machine as the workbench names it. */
  remote(file: string): string;
  stop(): Promise<void>;
}

/**
 * Starts a real VS Code on a free loopback port with fresh user data, and installs the packaged extension into it.
 * Installs the editor itself first where it is missing. Rejects, with the editor's output, when it does not start.
 */
export async function startEditor(options: EditorOptions): Promise<Editor> {
  const program = installedEditor();
  const home = temporaryFolder('ed-'); // A short name: the editor puts a socket in there.
  try {
    prepareHome(home.path, options.settings);
    const run = launcher(program, home.path, options.environment);
    run.installExtension(resolve(options.vsix));
    const child = run.start();
    const callOff = endWithThisProcess(child);
    const port = await listening(child);
    return editorHandle(`127.0.0.1:${port}`, options.folder, async () => {
      await endGroup(child);
      callOff();
      home.remove();
    });
  } catch (error) {
    home.remove();
    throw error;
  }
}

/** The editor has a home of its own, so that no state of the developer's leaks in or out. */
function prepareHome(home: string, settings: EditorOptions['settings'] = {}): void {
  mkdirSync(join(home, 'data', 'User'), { recursive: true });
  mkdirSync(join(home, 'ext'));
  writeFileSync(join(home, 'data', 'User', 'settings.json'), JSON.stringify({ ...quietSettings, ...settings }));
  writeFileSync(join(home, 'config.yaml'), '');
}

function launcher(program: EditorProgram, home: string, extra: EditorOptions['environment'] = {}) {
  const env = {
    PATH: process.env.PATH,
    LANG: 'C.UTF-8',
    HOME: home,
    TMPDIR: tmpdir(),
    EXTENSIONS_GALLERY: '{"serviceUrl":""}', // No gallery, so no look-ups.
    ...extra,
  };
  const folders = [
    ['--config', join(home, 'config.yaml')],
    ['--user-data-dir', join(home, 'data')],
    ['--extensions-dir', join(home, 'ext')],
  ].flat();
  return {
    installExtension(vsix: string): void {
      // What it prints is noise unless it fails; then it is part of the error.
      execFileSync(program.node, [program.entry, ...folders, '--install-extension', vsix], { env, stdio: 'pipe' });
    },
    start: (): ChildProcess =>
      spawn(program.node, [program.entry, ...folders, ...serverFlags], {
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
        detached: true, // A process group of its own: stopping it ends its children too.
      }),
  };
}

const serverFlags = [
  ['--auth', 'none'],
  ['--bind-addr', '127.0.0.1:0'],
  '--disable-telemetry',
  '--disable-update-check',
  '--disable-workspace-trust',
  '--disable-getting-started-override',
  '--ignore-last-opened',
  // Without this driver a built workbench ignores the paths of the extension and the tests in the page's address.
  ['--vscode-option', 'enable-smoke-test-driver'],
].flat();

/** Waits for the editor's own word that it listens. Rejects when it ends first, or says nothing for a minute. */
function listening(child: ChildProcess): Promise<number> {
  let text = '';
  return new Promise((done, fail) => {
    const giveUp = (why: string) => {
      clearTimeout(timer);
      void endGroup(child).then(() => fail(new Error(`The editor ${why}:\n${text}`)));
    };
    const timer = setTimeout(() => giveUp('did not listen within a minute'), 60_000);
    const read = (chunk: Buffer) => {
      text += chunk;
      const port = /HTTP server listening on http:\/\/127\.0\.0\.1:(\d+)/.exec(text)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      done(Number(port));
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', code => giveUp(`ended with status ${code}`));
  });
}

function editorHandle(authority: string, folder: string, stop: () => Promise<void>): Editor {
  const query = new URLSearchParams({ folder: resolve(folder) });
  return {
    origin: `http://${authority}`,
    url(payload = []) {
      const withPayload = new URLSearchParams(query);
      if (payload.length > 0) withPayload.set('payload', JSON.stringify(payload));
      return `http://${authority}/?${withPayload}`;
    },
    remote: file => `vscode-remote://${authority}${pathToFileURL(resolve(file)).pathname}`,
    stop,
  };
}
