import type { Clock } from '../../common/kernel/ports.ts';

/**
 * `work`, or what `late` says where it has not ended within `ms`. The limits of the parts below are theirs; this one is
 * the person's, who waits for all of them together and must not wait for a part that forgets its own.
 */
export function within<T>(clock: Clock, ms: number, work: Promise<T>, late: () => T): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(ms, () => resolve(late()));
    work.then(resolve, reject).finally(cancel);
  });
}
