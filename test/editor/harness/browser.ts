import { type ExecFileSyncOptions, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const flags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts Chromium without a window. Throws with one line that says what to install when there is none. */
export function launchBrowser(): Promise<Browser> {
  // As root, and in most containers, Chromium cannot make the sandbox; the page is the editor on loopback.
  return chromium.launch({ executablePath: browserProgram(), args: ['--no-sandbox', ...flags] });
}

/**
 * The Chrome or Chromium to use: the one that `CHROME` names, or one at its usual place. On Debian and Ubuntu it is
 * installed first where it is missing and the user may do so. Throws when there is none.
 */
function browserProgram(): string {
  const named = process.env.CHROME;
  if (named !== undefined) {
    if (existsSync(named)) return named;
    throw new Error(`CHROME names ${named}, which does not exist.`);
  }
  return installedBrowser() ?? browserFromApt() ?? noBrowser();
}

const installedBrowser = (): string | undefined => places.find(place => existsSync(place));

function browserFromApt(): string | undefined {
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return undefined;
  console.log('Installing Chromium with apt for the editor tests …');
  const options: ExecFileSyncOptions = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  execFileSync('apt-get', ['update', '-qq'], options);
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options);
  return installedBrowser();
}

function noBrowser(): never {
  throw new Error(
    'The editor tests need Chrome or Chromium: install one, or name its program in the environment variable CHROME.',
  );
}
