import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Has V8 collect everything that nobody holds any more. */
export async function collect(): Promise<void> {
  setFlagsFromString('--expose-gc');
  const gc: unknown = runInNewContext('gc');
  // What a WeakRef was asked for lives until the present job has ended.
  await new Promise((resolve) => setTimeout(resolve, 0));
  if (typeof gc === 'function') gc();
}
