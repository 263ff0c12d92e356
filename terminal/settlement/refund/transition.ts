import type { RefundChange, RefundRow } from '../../store/refunds.ts';
import type { SettlementRow } from '../../store/settlements.ts';
import type { Worklist } from '../../worklist/worklist.ts';
import type { CentreCalls } from '../centre-calls.ts';
import type { CoreDeps } from '../deps.ts';
import type { Seen } from '../facts.ts';
import { numbersOf } from '../form.ts';
import { fenceInput, refundInput } from '../inputs.ts';
import { numberIn, saysPaid } from '../matter.ts';
import type { Notices } from '../notices.ts';
import { visitOf } from '../sighting.ts';
import { ROUNDS_UNTIL_STAFF, type StaffCalls } from '../staff-calls.ts';
import { about } from '../undo.ts';
import { type RefundEffect, type RefundEvent, reduceRefund } from './reducer.ts';

/** What comes with an event. */
export interface RefundFacts {
  readonly refunded?: NonNullable<RefundChange['refunded']>;
  /** Comes with a refund that is taken up once more after it was given up. */
  readonly order?: NonNullable<RefundChange['order']>;
  /** What stands there beside it. */
  readonly beside?: Seen | null;
  /** Keeps the answer that the event came with, in the same transaction. */
  readonly keep?: () => void;
}

export type ApplyRefund = (id: number, event: RefundEvent, facts?: RefundFacts) => RefundRow;

export interface ApplyRefundParts {
  readonly calls: CentreCalls;
  readonly notices: Notices;
  readonly staff: StaffCalls;
  readonly worklist: Worklist;
}

/** Does one move of the refund's table, durably, with every row that follows from it in one transaction. */
export function createApplyRefund(deps: CoreDeps, parts: ApplyRefundParts): ApplyRefund {
  const { store, clock, audit, outbox } = deps;
  const { calls, notices, staff, worklist } = parts;

  const rowOf = (id: number): RefundRow => {
    const row = store.refunds.get(id);
    if (row === null) throw new Error(`refund: no row ${id}`);
    return row;
  };
  const settlementOf = (row: RefundRow): SettlementRow => {
    const settlement = store.settlements.get(row.settlementId);
    if (settlement === null) throw new Error(`refund: no settlement ${row.settlementId}`);
    return settlement;
  };

  const makeRefund = (row: RefundRow): RefundChange => {
    const visit = visitOf(deps, settlementOf(row).visitId);
    const refund = numbersOf[visit.form].refund;
    const written = calls.write(refund, about(visit), refundInput(visit, visit.mdtrtId, row.setlId));
    if (!written.ok) throw new Error(`refund: ${refund} does not fit its table: ${written.error.field}`);
    return { messageRow: written.value.row, tries: row.tries + 1 };
  };

  const makeFence = (row: RefundRow): RefundChange => {
    if (row.messageId === null) throw new Error('refund: a fence without a message');
    const visit = visitOf(deps, settlementOf(row).visitId);
    const fence = calls.write('2601', about(visit), fenceInput(visit, row.messageId, numbersOf[visit.form].refund));
    if (!fence.ok) throw new Error(`refund: 2601 does not fit its table: ${fence.error.field}`);
    return { fenceMessageRow: fence.value.row };
  };

  /** The columns that an effect changes. */
  const changeOf = (effect: RefundEffect, row: RefundRow, facts: RefundFacts): RefundChange => {
    switch (effect) {
      case 'makeRefund':
        return makeRefund(row);
      case 'makeFence':
        return makeFence(row);
      case 'dropFence':
        return { fenceMessageRow: null };
      case 'recordRefunded':
        if (facts.refunded === undefined) throw new Error('refund: given back without an answer');
        return { refunded: facts.refunded, rounds: 0 };
      case 'takeOrder':
        if (facts.order === undefined) throw new Error('refund: taken up by nobody');
        return { order: facts.order };
      case 'countRound':
        return { rounds: row.rounds + 1 };
      case 'countTry':
        return { tries: row.tries + 1 };
      case 'resetRounds':
        return { rounds: 0, tries: 0 };
      case 'callStaff':
      case 'endCall':
      case 'flagBeside':
      case 'askAgain':
        return {};
    }
  };

  const call = (row: RefundRow): void => {
    const settlement = settlementOf(row);
    const { messageId, mdtrtId } = settlement;
    worklist.open({
      kind: 'refund-stuck',
      subject: messageId,
      encounterId: row.encounterId,
      settlementId: settlement.id,
      amountFen: settlement.splitSettled?.total ?? settlement.splitShown.total,
      detail: { state: row.state, mdtrtId, setlId: row.setlId, cause: row.cause, tries: row.tries },
    });
  };

  /** Whether people are called about this number already. */
  const isCalled = (settlement: SettlementRow, setlId: string): boolean =>
    store.worklist.ofSettlement(settlement.id).some((work) => saysPaid(work) && numberIn(work) === setlId);

  /** The rows elsewhere that an effect writes, once the refund itself has its new columns. */
  const follow = (effect: RefundEffect, row: RefundRow, { beside }: RefundFacts): void => {
    const settlement = settlementOf(row);
    if (effect === 'recordRefunded') {
      const visit = visitOf(deps, settlement.visitId);
      store.visits.setPhase(visit.id, 'undoing', clock.now());
      // It is in nobody's way any more, though the HIS may never have heard of it.
      store.settlements.change(settlement.id, { live: false }, clock.now());
      notices.refunded(visit, settlement, row);
      worklist.end('settlement-after-session', settlement.messageId);
    } else if (effect === 'callStaff' || (effect === 'countRound' && row.rounds >= ROUNDS_UNTIL_STAFF)) {
      call(row);
    } else if (effect === 'endCall') {
      worklist.end('refund-stuck', settlement.messageId);
    } else if (effect === 'flagBeside') {
      if (beside && !isCalled(settlement, beside.setlId)) staff.beside(settlement, beside);
    } else if (effect === 'askAgain' && settlement.state === 'reversed') {
      const { total } = settlement.splitSettled ?? settlement.splitShown;
      staff.late(settlement, { setlId: row.setlId, total, why: null });
    }
  };

  return (id, event, facts = {}) => {
    const done = store.transaction(() => {
      facts.keep?.();
      const row = rowOf(id);
      const move = reduceRefund(row.state, event);
      if (move === null) return { row, move };
      let change: RefundChange = { state: move.to };
      for (const effect of move.effects) change = { ...change, ...changeOf(effect, row, facts) };
      store.refunds.change(id, change, clock.now());
      for (const effect of move.effects) follow(effect, rowOf(id), facts);
      const moved = rowOf(id);
      const { messageId, encounterId, setlId, rounds } = moved;
      audit(move.audit, { messageId, encounterId, setlId, from: row.state, to: move.to, event, rounds });
      return { row: moved, move };
    });
    if (done.move !== null) outbox.kick();
    return done.row;
  };
}
