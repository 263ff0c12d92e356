import type { FailureCode } from '../../../common/contracts/failures.ts';
import type { Fen } from '../../../common/kernel/money.ts';
import type { Failure } from '../../ports.ts';
import { storeFailure } from '../../store/open.ts';
import type { RefundRow, RefundUntil } from '../../store/refunds.ts';
import type { SettlementRow } from '../../store/settlements.ts';
import { refusalOf } from '../centre-calls.ts';
import { type CoreDeps, failure } from '../deps.ts';
import type { Apply } from '../facts.ts';
import { isDoubtful } from '../matter.ts';
import { isFinal } from '../reducer.ts';
import type { Watchers } from '../watchers.ts';
import { createRefundEnded, ENDS } from './ended.ts';

/** How a refund that was asked for ended. */
export type RefundResult =
  | {
      readonly kind: 'refunded';
      /** Of the settlement that was given back. */
      readonly messageId: string;
      /** `yyyy-MM-dd HH:mm:ss`, the centre's. */
      readonly refundedAt: string;
      readonly total: Fen;
      readonly cashReturned: Fen;
    }
  /** The settlement stands. `people`: not before they have decided what is on the work-list about it. */
  | { readonly kind: 'refused'; readonly failure: Failure; readonly people: boolean }
  /** It goes on, or `people` decide. */
  | { readonly kind: 'unknown'; readonly messageId: string; readonly people: boolean };

export interface RefundAsked {
  /** Staff id at the desk, or the name of a client. */
  readonly by: string;
  /** The second staff id, where the desk wants two. */
  readonly second?: string | null;
  /** How far a stay is undone; missing: its settlement alone. A visit goes back whole, whatever it says. */
  readonly until?: RefundUntil;
}

/**
 * Gives a settled bill of this terminal back: 2208, or 2305 for a stay, and then what is to be undone. Durable before the
 * first byte; goes on after `limitMs`. Asked again it answers about the same refund: a settlement goes back once.
 * Refused with BILL_NONE (no settled bill under this message id), SETTLEMENT_OPEN (its outcome is not known, or people
 * must say first what is so with it), CENTRE_REFUSED with the centre's words, or what the store says.
 */
export type AskRefund = (messageId: string, asked: RefundAsked, limitMs: number) => Promise<RefundResult>;

type Refused = Extract<RefundResult, { kind: 'refused' }>;

const refused = (code: FailureCode, people = false): Refused => ({ kind: 'refused', failure: failure(code), people });

/** What the journal says now of giving this settlement back. Throws where the database does. */
export function refundResult(
  store: Pick<CoreDeps['store'], 'refunds' | 'messages'>,
  row: Pick<SettlementRow, 'id' | 'messageId' | 'splitSettled' | 'splitShown'>,
): RefundResult {
  const { messageId } = row;
  const refund = store.refunds.ofSettlement(row.id);
  if (refund?.refundedAt != null) {
    const { total, cash } = row.splitSettled ?? row.splitShown;
    return { kind: 'refunded', messageId, refundedAt: refund.refundedAt, total, cashReturned: cash };
  }
  if (refund?.state !== 'kept') return { kind: 'unknown', messageId, people: refund?.state === 'stopped' };
  const message = refund.messageRow === null ? null : store.messages.get(refund.messageRow);
  const said = message === null ? null : refusalOf(message);
  return { kind: 'refused', failure: said ?? failure('CENTRE_REFUSED'), people: false };
}

export interface AskRefundParts {
  readonly apply: Apply;
  readonly refundMoves: Watchers<RefundRow>;
  /** Takes up what is to be given back. */
  readonly wake: () => void;
}

export function createAskRefund({ store, clock }: CoreDeps, parts: AskRefundParts): AskRefund {
  /** Begins it, or finds that it was begun; a failure where it cannot be. */
  const begin = (messageId: string, { by, second = null, until }: RefundAsked): SettlementRow | Refused =>
    store.transaction(() => {
      const row = store.settlements.byMessageId(messageId);
      if (row === null) return refused('BILL_NONE');
      if (!isFinal(row.state)) return refused('SETTLEMENT_OPEN');
      if (row.state !== 'settled') return refused('BILL_NONE');
      const refund = store.refunds.ofSettlement(row.id);
      if (refund !== null && refund.state !== 'kept') return row;
      if (isDoubtful(store, row)) return refused('SETTLEMENT_OPEN', true);
      const order = {
        setlId: row.setlId,
        cause: 'desk',
        by,
        second,
        ...(until === undefined ? {} : { until }),
      } as const;
      return parts.apply(row.id, 'resolvedRefund', { refund: order });
    });

  const ended = createRefundEnded(clock, parts.refundMoves);

  return async (messageId, asked, limitMs) => {
    try {
      const row = begin(messageId, asked);
      if ('kind' in row) return row;
      const now = store.refunds.ofSettlement(row.id);
      if (now !== null && ENDS.includes(now.state)) return refundResult(store, row);
      const waiting = ended(row.id, limitMs);
      parts.wake();
      await waiting;
      return refundResult(store, row);
    } catch (cause) {
      const code = storeFailure(cause);
      if (code === null) throw cause;
      // Whether it was begun cannot be read now: what is begun goes on by itself.
      return { kind: 'unknown', messageId, people: false };
    }
  };
}
