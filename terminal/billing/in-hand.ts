import type { Result } from '../../common/kernel/result.ts';
import type { Failure, Origin } from '../ports.ts';
import { whyNotFor } from '../settlement/origins.ts';
import type { Store } from '../store/store.ts';
import { failed } from './answers.ts';
import type { BillingCore } from './deps.ts';

export interface InHandParts {
  readonly withCore: <T>(work: (core: BillingCore) => Promise<Result<T, Failure>>) => Promise<Result<T, Failure>>;
  readonly refuse: (failure: Failure) => Result<never, Failure>;
  readonly origin: Origin;
  /** Takes the encounter in this caller's hand; false where it is in another's. */
  readonly take: (encounterId: string) => boolean;
  /** Puts down what no bill of this caller's has in hand. */
  readonly putDown: (encounterId: string) => void;
}

/** Does a verb with the encounter in this caller's hands; what lives on between two verbs is in nobody's. */
export type InHand = <T>(
  encounterId: string,
  work: (core: BillingCore) => Promise<Result<T, Failure>>,
) => Promise<Result<T, Failure>>;

/** `ownerOf`: whose the thing is that the verbs are about; undefined where there is none. */
export function createInHand(
  { withCore, refuse, origin, take, putDown }: InHandParts,
  ownerOf: (store: Store, encounterId: string) => Origin | undefined,
): InHand {
  /** How many verbs have it in hand: the last one puts it down. */
  const running = new Map<string, number>();

  return (encounterId, work) =>
    withCore(async (core) => {
      // Of its own the core says what stands in the way.
      const isOwn = ownerOf(core.store, encounterId) === origin;
      const why = isOwn ? null : whyNotFor(core.store, encounterId, origin);
      if (why !== null) return refuse(failed(why));
      if (!take(encounterId)) return refuse(failed('BILL_BUSY'));
      running.set(encounterId, (running.get(encounterId) ?? 0) + 1);
      try {
        return await work(core);
      } finally {
        const others = (running.get(encounterId) ?? 1) - 1;
        running.set(encounterId, others);
        if (others === 0) {
          running.delete(encounterId);
          putDown(encounterId);
        }
      }
    });
}
