import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Measurement {
  /** User and system seconds of the command and its children. */
  readonly cpu: number;
  /** Peak resident bytes of the largest process; undefined where the system does not tell. */
  readonly memory: number | undefined;
}

/**
 * Runs a command in a folder and measures it. The shell's `times` reports what its children used, which no Node API
 * does; the peak is the kernel's own high-water mark, read until the process ends. The exit status does not matter:
 * linters fail on findings.
 */
export async function measure(command: readonly string[], folder: string): Promise<Measurement> {
  const quoted = command.map(word => `'${word.replace(/'/g, "'\\''")}'`).join(' ');
  const shell = spawn('bash', ['-c', `${quoted} >/dev/null 2>&1; times`], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  let memory: number | undefined;
  shell.stdout.on('data', chunk => {
    output += chunk;
  });
  const timer = setInterval(() => {
    memory = Math.max(memory ?? 0, peakOfChildren(shell.pid)) || undefined;
  }, 10);
  await new Promise(done => shell.once('close', done));
  clearInterval(timer);
  return { cpu: childSeconds(output), memory };
}

/** The second line of `times`: user and system time of the children, as `0m1.234s 0m0.1s`. */
function childSeconds(times: string): number {
  const line = times.trim().split('\n').at(-1) ?? '';
  return [...line.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  );
}

function peakOfChildren(pid: number | undefined): number {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(/\s+/).filter(Boolean);
    return Math.max(
      0,
      ...children.map(
        child => Number(/VmHWM:\s*(\d+) kB/.exec(readFileSync(`/proc/${child}/status`, 'utf8'))?.[1] ?? 0) * 1024,
      ),
    );
  } catch {
    return 0;
  }
}
