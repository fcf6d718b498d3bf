import { reasonOf } from '../host/problem.ts';
import { localDay } from '../host/today.ts';
import { exit, type Output } from './context.ts';
import { run } from './run.ts';

/** An output of this process. A reader that has gone away, such as `head`, is no fault: the rest is not written. */
function outputTo(stream: NodeJS.WriteStream): Output {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    process.stderr.write(`The output cannot be written (${reasonOf(error)}).\n`);
    process.exit(exit.fault);
  });
  return { write: text => stream.write(text), isTerminal: stream.isTTY === true, columns: stream.columns };
}

run(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  today: localDay(),
  stdout: outputTo(process.stdout),
  stderr: outputTo(process.stderr),
}).then(status => {
  process.exitCode = status;
});
