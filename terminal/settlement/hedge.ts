import type { Clock } from '../../common/kernel/ports.ts';

export interface Hedge {
  /** How long an attempt is waited for alone, ms; then another one goes beside it. */
  readonly everyMs: number;
  /** Attempts at most, the first included. */
  readonly most: number;
}

/**
 * Sends, and while nothing answers sends the same again beside it: a link that came back is not noticed by a request
 * that it swallowed. Ends with the first attempt that was answered, or with the last one when all have ended without.
 * `answered` sees how every attempt ended, also those that end after it.
 * Only for what may be sent twice: queries, and 2601 with its one message id.
 */
export function hedged<T>(
  clock: Clock,
  { everyMs, most }: Hedge,
  send: () => Promise<T>,
  answered: (outcome: T) => boolean,
): Promise<T> {
  return new Promise((resolve, reject) => {
    let started = 0;
    let open = 0;
    let over = false;
    let cancel = (): void => {};
    const end = (how: () => void): void => {
      over = true;
      cancel();
      how();
    };
    const attempt = (): void => {
      started += 1;
      open += 1;
      if (started < most) cancel = clock.after(everyMs, attempt);
      send().then(
        (outcome) => {
          open -= 1;
          const isAnswer = answered(outcome);
          if (!over && (isAnswer || open === 0)) end(() => resolve(outcome));
        },
        (cause: unknown) => {
          open -= 1;
          if (!over) end(() => reject(cause));
        },
      );
    };
    attempt();
  });
}
