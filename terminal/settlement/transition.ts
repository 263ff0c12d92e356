import type { SettlementChange, SettlementRow } from '../store/settlements.ts';
import type { CentreCalls } from './centre-calls.ts';
import { type CoreDeps, failure, type RecoveryWaits } from './deps.ts';
import type { Apply, BeginRefund, Facts } from './facts.ts';
import { numbersOf } from './form.ts';
import { fenceInput } from './inputs.ts';
import { splitsDiffer } from './judge.ts';
import { saysUnsound } from './matter.ts';
import type { Notices } from './notices.ts';
import { type Effect, reduce } from './reducer.ts';
import type { StaffCalls } from './staff-calls.ts';
import { about } from './undo.ts';
import type { Unseen } from './unseen.ts';

export interface ApplyParts {
  readonly calls: CentreCalls;
  readonly notices: Notices;
  readonly staff: StaffCalls;
  readonly waits: RecoveryWaits;
  /** Whether a person still waits at the terminal for this settlement. */
  readonly attended: (id: number) => boolean;
  readonly beginRefund: BeginRefund;
  readonly unseen: Pick<Unseen, 'flag'>;
}

/**
 * Does one move of the table, durably: the new state, every row that follows from it (visit, queue, fence message,
 * audit chain) and the answer that caused it are one transaction.
 */
export function createApply(deps: CoreDeps, parts: ApplyParts): Apply {
  const { store, clock, audit, outbox } = deps;
  const { calls, notices, staff, waits } = parts;

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
        return { settled: { ...facts.confirmed, changed }, live: true, verifyAt: null };
      }
      case 'makeFence': {
        const visit = visitOf(row);
        const fence = calls.write('2601', about(visit), fenceInput(visit, row.messageId, numbersOf[visit.form].settle));
        if (!fence.ok) throw new Error(`settlement: 2601 does not fit its table: ${fence.error.field}`);
        return { fenceMessageRow: fence.value.row };
      }
      case 'dropFence':
        return { fenceMessageRow: null };
      case 'countRound':
        return { rounds: row.rounds + 1 };
      case 'countFence':
        return { rounds: row.rounds + 1, fenceFailures: row.fenceFailures + 1 };
      case 'freeEncounter':
        return { live: false, ...(facts.failure === undefined ? {} : { failure: facts.failure }) };
      case 'releaseReversed':
        return { live: false };
      case 'takeBack':
        return { live: false, unseen: false };
      case 'releaseRefused':
        return { live: false, failure: facts.failure ?? failure('CENTRE_REFUSED') };
      case 'planVerify':
        return { verifyAt: clock.now() + waits.verifyMs };
      case 'planFence':
        return { verifyAt: clock.now() };
      case 'forgetFailures':
        return { rounds: 0, fenceFailures: 0 };
      case 'flagAbsent':
        return { unseen: parts.attended(row.id) };
      case 'flagLate':
      case 'flagGone':
      case 'endCall':
      case 'flagUnsound':
      case 'beginRefund':
        return {};
    }
  };

  /** The rows elsewhere that an effect writes, once the settlement itself has its new columns. */
  const follow = (effect: Effect, row: SettlementRow, facts: Facts): void => {
    if (effect === 'recordSettled') {
      const visit = visitOf(row);
      store.visits.setPhase(visit.id, 'settled', clock.now());
      notices.settled(visit, row);
      if (store.worklist.ofSettlement(row.id).some((work) => saysUnsound(work, row.setlId))) staff.sound(row);
    } else if (effect === 'releaseReversed') {
      const visit = visitOf(row);
      store.visits.setPhase(visit.id, 'undoing', clock.now());
      notices.released(visit, 'reversed');
      notices.fault('SETTLEMENT_REVERSED', visit, row);
    } else if (effect === 'releaseRefused') {
      const visit = visitOf(row);
      store.visits.setPhase(visit.id, 'undoing', clock.now());
      notices.released(visit, 'refused', row.failure);
    } else if (effect === 'takeBack') {
      if (facts.people === undefined) throw new Error('settlement: taken back by nobody');
      const visit = visitOf(row);
      store.visits.setPhase(visit.id, 'undoing', clock.now());
      notices.takenBack(visit, row, facts.people);
      staff.takenBack(row);
    } else if (effect === 'countRound' || effect === 'countFence') staff.counted(row);
    else if (effect === 'endCall') staff.ended(row);
    else if (effect === 'flagAbsent') {
      if (!row.unseen) parts.unseen.flag(row);
    } else if (effect === 'flagLate') staff.late(row, facts.seen ?? null);
    else if (effect === 'flagGone') staff.gone(row);
    else if (effect === 'flagUnsound') staff.unsound(row, facts.seen ?? null);
    else if (effect === 'beginRefund') {
      if (facts.refund === undefined) throw new Error('settlement: a refund that nobody asked for');
      parts.beginRefund(row, facts.refund);
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
      const moved = rowOf(id);
      for (const effect of move.effects) follow(effect, moved, facts);
      const { messageId, encounterId, foundBy, rounds } = moved;
      audit(move.audit, { messageId, encounterId, from: row.state, to: move.to, event, foundBy, rounds });
      if (move.to === 'settled' && moved.changed) audit('settlement.settled-otherwise', { messageId, encounterId });
      return { row: moved, move };
    });
    if (done.move !== null) outbox.kick();
    return done.row;
  };
}
