import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Context, ExitStatus } from '../../server/cli/context.ts';
import { run } from '../../server/cli/run.ts';

export interface Result {
  readonly status: ExitStatus | number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface World {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly isTerminal?: boolean;
  readonly columns?: number;
}

/** Runs the command line in this process, on the day 2026-06-15. */
export async function slipway(
  args: readonly string[],
  { cwd, env = {}, isTerminal = false, columns }: World,
): Promise<Result> {
  const written = { stdout: '', stderr: '' };
  const output = (name: keyof typeof written): Context['stdout'] => ({
    write(text) {
      written[name] += text;
    },
    isTerminal,
    columns,
  });
  const context = { cwd, env, today: '2026-06-15', stdout: output('stdout'), stderr: output('stderr') };
  const status = await run(args, context);
  return { status, ...written };
}

const main = fileURLToPath(new URL('../../server/cli/main.ts', import.meta.url));
const loader = import.meta.resolve('tsx');

/** Runs the command line as a process of its own. With `closeEarly` its output is closed at the first byte. */
export function slipwayProcess(args: readonly string[], { cwd, env = {} }: World, closeEarly = false): Promise<Result> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', loader, main, ...args], {
      cwd,
      env: { ...process.env, NODE_OPTIONS: '', ...env },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', chunk => {
      stdout += chunk;
      if (closeEarly) child.stdout.destroy();
    });
    child.stderr.on('data', chunk => {
      stderr += chunk;
    });
    child.on('error', reject);
    child.on('close', status => resolve({ status, stdout, stderr }));
  });
}
