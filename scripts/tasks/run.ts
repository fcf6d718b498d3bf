import { spawn } from 'node:child_process';
import { inProject, projectRoot } from './project.ts';

/**
 * Runs a program with this terminal's output, in the project's folder or in `cwd`. Resolves to its exit status, which
 * is 1 when a signal ended it; rejects when it cannot be started.
 */
function run(program: string, args: readonly string[], cwd: string = projectRoot): Promise<number> {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { cwd, stdio: 'inherit' });
    child.once('error', fail);
    child.once('exit', code => done(code ?? 1));
  });
}

/** Runs a TypeScript file of the project; otherwise as `run`. */
export const runTypeScript = (file: string, args: readonly string[]): Promise<number> =>
  run(process.execPath, ['--import', 'tsx', inProject(file), ...args]);

/** Runs a JavaScript file of the project in this very Node; otherwise as `run`. */
export const runNode = (file: string, args: readonly string[], cwd?: string): Promise<number> =>
  run(process.execPath, [inProject(file), ...args], cwd);
