import type { Audit } from '../ports.ts';
import { storeFailure } from '../store/open.ts';
import type { Life } from './life.ts';

/** Wait after the database failed under a recovery, ms. */
export const STORE_RETRY_MS = 5000;

/** Work that nobody waits for. It never takes the process down: a bug is recorded, the journal says the rest. */
export interface Work {
  background(work: () => Promise<void>): void;
  /** The same, again and again while the database fails, until it has run through once. */
  insist(work: () => Promise<void>): void;
  /** Records what came out of a piece of work. */
  failed(cause: unknown): void;
}

export function createWork(life: Life, audit: Audit): Work {
  const failed = (cause: unknown): void => {
    if (!life.stopped()) audit('store.failed', { code: storeFailure(cause) ?? nameOf(cause) });
  };
  const background: Work['background'] = (work) => {
    const guarded = async (): Promise<void> => {
      try {
        await work();
      } catch (cause) {
        failed(cause);
      }
    };
    life.background(guarded());
  };
  return {
    background,
    failed,
    insist: (work) =>
      background(async () => {
        while (!life.stopped()) {
          try {
            return await work();
          } catch (cause) {
            failed(cause);
            await life.pause(STORE_RETRY_MS);
          }
        }
      }),
  };
}

/** A bug's kind, without its words: they might quote data. */
function nameOf(cause: unknown): string {
  return cause instanceof Error ? cause.name : 'unknown error';
}
