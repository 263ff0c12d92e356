import type { CentreOutput } from '../../common/contracts/centre/transactions.ts';
import type { CentreOutcome } from '../gateways/centre/port.ts';
import type { CentreCalls } from './centre-calls.ts';
import { type CoreDeps, RECOVERY_WAITS } from './deps.ts';
import { saysOneOf } from './judge.ts';

/** What became of one round of a 2601. `keep` belongs into the transaction of what it changes. */
export interface FenceRound {
  readonly event: 'fenced' | 'fenceFailed' | 'fenceRefused';
  /** The centre never had the original message, and no other copy of this 2601 can have taken something back. */
  readonly nothing: boolean;
  readonly keep: () => void;
}

/** The sending of stored 2601, byte for byte, for settlements and refunds. */
export interface Fence {
  /** This 2601 (row of the message) was made by this process: no copy of it can be under way from another. */
  made(messageRow: number): void;
  /** Callers that send the same one at the same time share its round. */
  send(messageRow: number): Promise<FenceRound>;
  /** Whether the centre has answered that the original message is without effect; the journal knows, so a restart does. */
  isDone(messageRow: number | null): boolean;
}

/**
 * How long a copy that nobody answered may still be under way, ms. Until then a refusal of another copy proves nothing:
 * the first one may yet arrive and be done, after everyone was told that it was refused.
 */
const UNDER_WAY_MS = 120_000;

export function createFence({ store, clock, settings, waits }: CoreDeps, calls: CentreCalls): Fence {
  const { reversalDoneTexts, reversalNothingTexts } = settings.centre;
  const { hedgeMs } = waits ?? RECOVERY_WAITS;
  const underWay = new Map<number, Promise<FenceRound>>();
  /** When a copy last went unanswered, on the monotonic clock; null where none did. */
  const doubtful = new Map<number, number | null>();
  const round = async (messageRow: number): Promise<FenceRound> => {
    if (!doubtful.has(messageRow)) doubtful.set(messageRow, clock.monotonic());
    const ends = (outcome: CentreOutcome<CentreOutput<'2601'>>): boolean => {
      if (outcome.kind === 'unknown') doubtful.set(messageRow, clock.monotonic());
      if (outcome.kind !== 'refused') return outcome.kind === 'ok';
      return saysOneOf(outcome.message, reversalDoneTexts);
    };
    const begun = clock.monotonic();
    const { outcome, keep } = await calls.persist(calls.again(messageRow, '2601'), ends);
    if (ends(outcome)) {
      // The only copy there ever was: a second one goes out after `hedgeMs`.
      const only = doubtful.get(messageRow) === null && clock.monotonic() - begun < hedgeMs;
      const nothing = only && outcome.kind === 'refused' && saysOneOf(outcome.message, reversalNothingTexts);
      return { event: 'fenced', nothing, keep };
    }
    if (outcome.kind !== 'refused') return { event: 'fenceFailed', nothing: false, keep };
    // A stale sign-in would explain it.
    calls.forgetSignIn();
    const since = doubtful.get(messageRow) ?? null;
    const settled = since === null || clock.monotonic() - since >= UNDER_WAY_MS;
    return { event: settled ? 'fenceRefused' : 'fenceFailed', nothing: false, keep };
  };

  return {
    made: (messageRow) => void doubtful.set(messageRow, null),
    send(messageRow) {
      const already = underWay.get(messageRow);
      if (already !== undefined) return already;
      const sending = round(messageRow).finally(() => underWay.delete(messageRow));
      underWay.set(messageRow, sending);
      return sending;
    },
    isDone(messageRow) {
      const message = messageRow === null ? null : store.messages.get(messageRow);
      if (message?.outcome === 'ok') return true;
      return message?.outcome === 'refused' && saysOneOf(message.reason ?? '', reversalDoneTexts);
    },
  };
}
