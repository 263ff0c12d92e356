/**
 * A native call that never returns would hold up even `process.exit` and an uncaught exception, because libuv joins
 * its pool threads at the end. With calls in flight the process ends itself the hard way; its supervisor sees SIGKILL.
 */
export function exitGuard(inFlight: () => number): void {
  process.on('exit', () => {
    if (inFlight() > 0) process.kill(process.pid, 'SIGKILL');
  });
}

/** Calls `stop` when the parent is gone (end of stdin) or asks for the end (SIGTERM, SIGINT, SIGHUP). */
export function lifeline(stop: (why: string) => void): void {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => stop(signal));
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  process.stdin.on('error', () => stop('stdin'));
  process.stdin.on('end', () => stop('stdin'));
  process.stdin.resume();
}
