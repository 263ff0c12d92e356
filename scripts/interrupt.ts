import { constants } from 'node:os';

const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;
/** For what must be taken down before the end, ms; who waits for us gives us five seconds. */
const LIMIT_MS = 3500;

/**
 * Ends this process at the first signal, with one sentence on stderr and nothing on stdout: half a report would be
 * taken for a whole one. Exit 128 + signal (130 for Ctrl-C, 143 for SIGTERM). `words` null: a child says it. What `exit` handlers remove is removed.
 */
export function endWhenInterrupted(
  words: () => string | null,
  takeDown: () => Promise<unknown> = async () => {},
): void {
  let ending = false;
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (ending) return;
      ending = true;
      const end = (): void => process.exit(128 + constants.signals[signal]);
      const said = words();
      if (said !== null) process.stderr.write(`Interrupted: ${said}\n`);
      setTimeout(end, LIMIT_MS);
      takeDown().then(end, end);
    });
  }
}
