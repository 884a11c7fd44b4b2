/** Ties a run to this process: arguments, streams, signals and the exit code. No other file touches `process`. */
import { type ExitCode, exitCodes, type Signal } from './cli/exit-codes.ts';
import { run } from './cli/run.ts';

const controller = new AbortController();
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => stopFor(name));

/** First the run ends in order and takes its temporary files along; if it cannot, the process ends within two seconds. */
function stopFor(name: Signal): void {
  controller.abort(name);
  setTimeout(() => process.exit(exitCodes[name]), 1700).unref();
}

// A reader that has seen enough (`| head`) closes the pipe: nothing went wrong. Any other failure to write did.
let failedWrite: Error | null = null;
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') failedWrite = error;
  });
}

const code = await run(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  isOutTty: process.stdout.isTTY === true,
  isErrTty: process.stderr.isTTY === true,
  columns: process.stdout.columns,
  env: process.env,
  locale: () => Intl.DateTimeFormat().resolvedOptions().locale,
  now: () => performance.now(),
  today: () => localDay(new Date()),
  stamp: () => new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
  signal: controller.signal,
});

await flushed(process.stdout);
process.exitCode = endingOf(code);
// After a signal work may still be under way that nobody waits for.
if (controller.signal.aborted) process.exit(process.exitCode);

function endingOf(reached: ExitCode): ExitCode {
  if (failedWrite === null || reached >= exitCodes.bug) return reached;
  process.stderr.write(`error[output/stdout-failed]: ${String(failedWrite)}\n`);
  return exitCodes.wrongUse;
}

function flushed(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    stream.write('', () => resolve());
  });
}

function localDay(now: Date): string {
  const parts = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  return [now.getFullYear(), ...parts].join('-');
}
