import type { Clock } from '../../../common/kernel/ports.ts';

/**
 * The value of `promise` if it comes within `ms`, else `{ late: true }`. A native call that is late still runs and
 * still holds its memory: the caller must treat its handle as poisoned.
 */
export function within<T>(
  clock: Clock,
  ms: number,
  promise: Promise<T>,
): Promise<{ readonly late: false; readonly value: T } | { readonly late: true }> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(ms, () => resolve({ late: true }));
    promise.then(
      (value) => {
        cancel();
        resolve({ late: false, value });
      },
      (error: unknown) => {
        cancel();
        reject(error instanceof Error ? error : new Error(String(error)));
      },
    );
  });
}
