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
  /**
   * Whether a copy of a 2601 of this visit may still reach the centre, though another one was answered: one is being sent,
   * or went unanswered not long ago. What a process before this one sent, it is taken to have sent when this one began.
   */
  mayArrive(visitId: number): boolean;
}

/**
 * How long a copy that nobody answered may still be under way, ms. Until then a refusal of another copy proves nothing:
 * the first one may yet arrive and be done, after everyone was told that it was refused.
 */
const UNDER_WAY_MS = 120_000;

export function createFence({ store, clock, settings, waits }: CoreDeps, calls: CentreCalls): Fence {
  // People wait longer than the machine does: what they say is told to the hospital.
  const { reversalDoneTexts, reversalNothingTexts, strayMs } = settings.centre;
  const { hedgeMs } = waits ?? RECOVERY_WAITS;
  const underWay = new Map<number, Promise<FenceRound>>();
  /** When a copy last went unanswered, on the monotonic clock; null where none did. */
  const doubtful = new Map<number, number | null>();
  /** When a copy of any 2601 of a visit last went unanswered, on the monotonic clock. */
  const unanswered = new Map<number | null, number>();
  const sending = new Map<number | null, number>();
  const begun = clock.monotonic();
  const round = async (messageRow: number): Promise<FenceRound> => {
    const visitId = store.messages.get(messageRow)?.visitId ?? null;
    if (!doubtful.has(messageRow)) doubtful.set(messageRow, clock.monotonic());
    const ends = (outcome: CentreOutcome<CentreOutput<'2601'>>): boolean => {
      if (outcome.kind === 'unknown') {
        doubtful.set(messageRow, clock.monotonic());
        unanswered.set(visitId, clock.monotonic());
      }
      if (outcome.kind !== 'refused') return outcome.kind === 'ok';
      return saysOneOf(outcome.message, reversalDoneTexts);
    };
    const first = clock.monotonic();
    sending.set(visitId, (sending.get(visitId) ?? 0) + 1);
    const { outcome, keep } = await calls.persist(calls.again(messageRow, '2601'), ends).finally(() => {
      sending.set(visitId, (sending.get(visitId) ?? 0) - 1);
      // Beside the one that was answered others went out, which are not answered yet.
      if (clock.monotonic() - first >= hedgeMs) unanswered.set(visitId, clock.monotonic());
    });
    if (ends(outcome)) {
      // The only copy there ever was: a second one goes out after `hedgeMs`.
      const only = doubtful.get(messageRow) === null && clock.monotonic() - first < hedgeMs;
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
      const sent = round(messageRow).finally(() => underWay.delete(messageRow));
      underWay.set(messageRow, sent);
      return sent;
    },
    isDone(messageRow) {
      const message = messageRow === null ? null : store.messages.get(messageRow);
      if (message?.outcome === 'ok') return true;
      return message?.outcome === 'refused' && saysOneOf(message.reason ?? '', reversalDoneTexts);
    },
    mayArrive(visitId) {
      if (store.messages.newest(visitId, '2601') === null) return false;
      if ((sending.get(visitId) ?? 0) > 0) return true;
      return clock.monotonic() - (unanswered.get(visitId) ?? begun) < strayMs;
    },
  };
}
