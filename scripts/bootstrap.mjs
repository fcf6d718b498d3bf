// Entry of the npm scripts. It must work in a bare clone, so it imports nothing but Node: it installs the locked
// packages where they are missing, then runs `scripts/<task>.ts` with the arguments that follow.
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [task, ...rest] = process.argv.slice(2);

requireNode(20, 19);
if (!isInstalled()) install();
runTask();

function requireNode(major, minor) {
  const [haveMajor = 0, haveMinor = 0] = process.versions.node.split('.').map(Number);
  if (haveMajor > major || (haveMajor === major && haveMinor >= minor)) return;
  fail(`Slipway needs Node ${major}.${minor} or newer, and this is ${process.version}. Install it from nodejs.org.`);
}

/** Whether npm's own record of `node_modules` holds every package of the lock file, in the locked version. */
function isInstalled() {
  const present = lockedPackages('node_modules/.package-lock.json');
  const wanted = lockedPackages('package-lock.json');
  return Object.entries(wanted).every(
    ([place, { version, optional }]) =>
      place === '' || (present[place] === undefined ? optional === true : present[place].version === version),
  );
}

function lockedPackages(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages ?? {};
  } catch {
    return {}; // Not installed yet, or cut short: then the packages are installed anew.
  }
}

function install() {
  console.log('Installing the packages that Slipway is built with …');
  // Started by npm, its own script is in the environment; that also avoids the shell that `npm.cmd` would need.
  const npm = process.env.npm_execpath;
  const flags = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  const options = { cwd: root, stdio: 'inherit' };
  const { status } = npm
    ? spawnSync(process.execPath, [npm, ...flags], options)
    : spawnSync('npm', flags, { ...options, shell: process.platform === 'win32' });
  if (status !== 0) fail('npm could not install the packages. Read its messages above, then run this again.');
}

function runTask() {
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'scripts', `${task}.ts`), ...rest], {
    cwd: root,
    stdio: 'inherit',
  });
  // Ctrl+C reaches the task as well; it cleans up, and this process reports how it ended.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
