import type { Split } from '../../common/contracts/session/snapshot.ts';
import type { Failure, FeeScope } from '../ports.ts';
import type { SettlementChange, SettlementRow } from '../store/settlements.ts';
import type { CentreCalls } from './centre-calls.ts';
import type { CoreDeps, RecoveryWaits } from './deps.ts';
import { fenceInput } from './inputs.ts';
import { splitsDiffer } from './judge.ts';
import type { Notices } from './notices.ts';
import { type Effect, reduce, type SettlementEvent } from './reducer.ts';
import { about } from './undo.ts';

/** Rounds of recovery without an answer after which staff are told; it goes on all the same (risks 1.1). */
export const ROUNDS_UNTIL_STAFF = 6;

/** What the centre said of a settlement that stands. */
export interface Confirmed {
  readonly split: Split;
  readonly scope: FeeScope;
  readonly setlId: string;
  readonly setlTime: string;
  readonly foundBy: 'answer' | '5203';
}

/** What comes with an event. */
export interface Facts {
  readonly confirmed?: Confirmed;
  readonly failure?: Failure;
  /** Keeps the answer that the event came with, in the same transaction. */
  readonly keep?: () => void;
}

export type Apply = (id: number, event: SettlementEvent, facts?: Facts) => SettlementRow;

/**
 * Does one move of the table, durably: the new state, every row that follows from it (visit, queue, fence message,
 * audit chain) and the answer that caused it are one transaction.
 */
export function createApply(deps: CoreDeps, calls: CentreCalls, notices: Notices, waits: RecoveryWaits): Apply {
  const { store, clock, audit, outbox, settings } = deps;

  const rowOf = (id: number): SettlementRow => {
    const row = store.settlements.get(id);
    if (row === null) throw new Error(`settlement: no row ${id}`);
    return row;
  };
  const visitOf = (row: SettlementRow) => {
    const visit = store.visits.get(row.visitId);
    if (visit === null) throw new Error(`settlement: no visit ${row.visitId}`);
    return visit;
  };

  /** The columns that an effect changes. */
  const changeOf = (effect: Effect, row: SettlementRow, facts: Facts): SettlementChange => {
    switch (effect) {
      case 'recordSettled': {
        if (facts.confirmed === undefined) throw new Error('settlement: settled without an answer');
        const changed = splitsDiffer(facts.confirmed.split, row.splitShown);
        return { settled: { ...facts.confirmed, changed } };
      }
      case 'makeFence': {
        const visit = visitOf(row);
        const fence = calls.write('2601', about(visit), fenceInput(visit, row.messageId));
        if (!fence.ok) throw new Error(`settlement: 2601 does not fit its table: ${fence.error.field}`);
        return { fenceMessageRow: fence.value.row };
      }
      case 'dropFence':
        return { fenceMessageRow: null };
      case 'countRound':
        return { rounds: row.rounds + 1 };
      case 'freeEncounter':
        return { live: false, ...(facts.failure === undefined ? {} : { failure: facts.failure }) };
      case 'releaseReversed':
        return { live: false };
      case 'planVerify':
        return settings.centre.settlementQueryNeedsSetlId ? {} : { verifyAt: clock.now() + waits.verifyMs };
      case 'flagLate':
        return { attention: 'late-reply', verifyAt: null };
    }
  };

  /** The rows elsewhere that an effect writes, once the settlement itself has its new columns. */
  const follow = (effect: Effect, row: SettlementRow): void => {
    const visit = visitOf(row);
    if (effect === 'recordSettled') {
      store.visits.setPhase(visit.id, 'settled', clock.now());
      notices.settled(visit, row);
    } else if (effect === 'releaseReversed') {
      store.visits.setPhase(visit.id, 'undoing', clock.now());
      notices.released(visit, 'reversed');
      notices.fault('SETTLEMENT_REVERSED', visit, row);
    } else if (effect === 'flagLate') {
      notices.fault('SETTLEMENT_LATE_REPLY', visit, row);
    } else if (effect === 'countRound' && row.rounds === ROUNDS_UNTIL_STAFF) {
      store.settlements.change(row.id, { attention: 'unresolved' }, clock.now());
      notices.fault('SETTLEMENT_UNRESOLVED', visit, row);
    }
  };

  return (id, event, facts = {}) => {
    const done = store.transaction(() => {
      facts.keep?.();
      const row = rowOf(id);
      const move = reduce(row.state, event);
      if (move === null) return { row, move };
      let change: SettlementChange = { state: move.to };
      for (const effect of move.effects) change = { ...change, ...changeOf(effect, row, facts) };
      store.settlements.change(id, change, clock.now());
      for (const effect of move.effects) follow(effect, rowOf(id));
      const moved = rowOf(id);
      const { messageId, encounterId, foundBy, rounds } = moved;
      audit(move.audit, { messageId, encounterId, from: row.state, to: move.to, event, foundBy, rounds });
      if (move.to === 'settled' && moved.changed) audit('settlement.settled-otherwise', { messageId, encounterId });
      return { row: moved, move };
    });
    if (done.move !== null) outbox.kick();
    return done.row;
  };
}
