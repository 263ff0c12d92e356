import type { SettleResult } from '../ports.ts';
import type { SettlementRow, SettlementState } from '../store/settlements.ts';
import type { CoreDeps } from './deps.ts';
import { isFinal } from './reducer.ts';
import { resultOf } from './results.ts';
import type { Unseen } from './unseen.ts';
import type { Work } from './work.ts';

export type OnResolved = (messageId: string, result: SettleResult) => void;

/** Who is told how a settlement ended: the caller of `settle` while she waits for it, and from then on the listeners. */
export interface Outcomes {
  /** A caller waits for it; she goes with `answer` or with `unread`. */
  wait(row: SettlementRow): void;
  isAwaited(id: number): boolean;
  /** What the journal says of it now, for its caller, who waits no longer. Throws where the database does. */
  answer(id: number): SettleResult;
  /** Its caller goes with "unknown", because the journal cannot be read: an end that it has already, others are told of. */
  unread(row: SettlementRow): SettleResult;
  /** It has come to its end. Tells the listeners, once, unless its caller is told. Throws where the database does. */
  ended(row: SettlementRow): void;
  onResolved(listener: OnResolved): void;
}

export interface OutcomesParts {
  readonly unseen: Pick<Unseen, 'left'>;
  readonly work: Pick<Work, 'background' | 'insist'>;
  /** There is work for the queue and for the refunds. */
  readonly wake: () => void;
  /** Gives the preparation back whose person was released before the end. */
  readonly giveUp: (row: SettlementRow, reason: 'refused' | 'notSent') => Promise<void>;
}

export function createOutcomes(
  { store, audience }: Pick<CoreDeps, 'store' | 'audience'>,
  { unseen, work, wake, giveUp }: OutcomesParts,
): Outcomes {
  const listeners = new Set<OnResolved>();
  const awaited = new Set<number>();
  /** The final state that somebody was told. */
  const told = new Map<number, SettlementState>();

  const rowOf = (id: number): SettlementRow => {
    const row = store.settlements.get(id);
    if (row === null) throw new Error(`settlement: no row ${id}`);
    return row;
  };
  const read = (row: SettlementRow): SettleResult => {
    const visit = store.visits.get(row.visitId);
    if (visit === null) throw new Error(`settlement: no visit ${row.visitId}`);
    return resultOf(row, visit);
  };

  const ended: Outcomes['ended'] = (row) => {
    if (awaited.has(row.id) || told.get(row.id) === row.state) return;
    const { state, messageId } = row;
    const result = read(row);
    // It was kept for its caller, who went without it.
    if (row.unseen && !audience.isThere(messageId)) {
      unseen.left(messageId);
      wake();
    }
    const isGivenBack = state === 'settled' && store.refunds.ofSettlement(row.id) !== null;
    told.set(row.id, state);
    // The person has been released, so nobody else gives this preparation back.
    if (state === 'refused' || state === 'notSent') work.background(() => giveUp(row, state));
    // Who stands before "unknown" still is not told of a success that is being given back.
    if (isGivenBack) return;
    work.background(async () => {
      for (const listener of listeners) listener(messageId, result);
    });
  };

  return {
    wait({ id, messageId }) {
      awaited.add(id);
      audience.comes(messageId);
    },
    isAwaited: (id) => awaited.has(id),
    answer(id) {
      const row = rowOf(id);
      const result = read(row);
      awaited.delete(id);
      if (isFinal(row.state)) told.set(id, row.state);
      if (result.kind !== 'settled') audience.goes(row.messageId);
      return result;
    },
    unread({ id, messageId, checkCode }) {
      awaited.delete(id);
      audience.goes(messageId);
      work.insist(async () => {
        const row = rowOf(id);
        if (isFinal(row.state)) ended(row);
      });
      return { kind: 'unknown', messageId, checkCode };
    },
    ended,
    onResolved: (listener) => void listeners.add(listener),
  };
}
