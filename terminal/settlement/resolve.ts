import type { FailureCode } from '../../common/contracts/failures.ts';
import { isMoneyResolution, resolutionsOf, type WorklistResolution } from '../../common/contracts/worklist.ts';
import { holdsIdentityNumber } from '../../common/kernel/masking.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import type { Failure } from '../ports.ts';
import type { SettlementRow } from '../store/settlements.ts';
import type { WorklistRow } from '../store/worklist.ts';
import type { Worklist } from '../worklist/worklist.ts';
import { type CoreDeps, failure } from './deps.ts';
import type { Apply, Facts } from './facts.ts';
import type { Fence } from './fence.ts';
import { saysPaid } from './intent.ts';
import { reduce, type SettlementEvent } from './reducer.ts';
import type { RefundRuling } from './refund/ruling.ts';
import type { LookTwice } from './sighting.ts';

/** A person's word about a work-list row. `act` holds staff ids; who they are is proved elsewhere. */
export interface Ruling {
  readonly resolution: Exclude<WorklistResolution, 'ended'>;
  readonly act: { readonly by: string; readonly second: string | null };
  readonly reason: string;
  /** What she saw at the centre, where its 5203 wants it. */
  readonly evidence?: { readonly setlId: string };
}

/**
 * Ends a work-list row by a named person, with everything that follows, in one transaction. A person decides, the
 * centre's books bear it out: 5203 is asked first, and its figures are taken, never a person's.
 *
 * - `stands` needs a sound row of ours at the centre. While a 2601 is unanswered nobody can say it, not even after a
 *   `void`, nor while a copy of an answered one may be under way: it may still arrive and take the settlement back after
 *   everyone was told that it stands. 5203 is asked once more afterwards all the same; what is gone then is a difference.
 * - `void` is refused unless 5203 shows, now, that there is no such row: else nobody knows that nothing was paid, and the
 *   next settlement would be the second. A number that a person brings proves nothing here, because a wrong one shows
 *   nothing at every centre: it is asked without a number, and by the one that was seen on an answer or in the books.
 *   A centre that wants a number, where none was seen, can say it by an answered 2601 only. The word does not stop the
 *   2601: it goes out at once and until it is done, and 5203 is asked once more after it, because a 2207 may be late.
 * - `refund` needs a row at the centre, and no 2601 that could give back the same money; it begins a refund of its own
 *   (`refund/`).
 * - `noted` leaves no encounter free to be paid where the centre's books say that it has been.
 *
 * What other rows say of the same settlement, that the centre has it and the journal denies it, is decided with it.
 *
 * Fails with WORKLIST_NOT_FOUND, WORKLIST_NOT_ALLOWED (not for this kind, or another settlement of the encounter
 * stands), STAFF_SAME_PERSON (money needs two), WORKLIST_FENCE_OPEN, WORKLIST_NOT_PROVEN, CENTRE_UNREACHABLE.
 */
export type Resolve = (worklistId: number, ruling: Ruling) => Promise<Result<WorklistRow, Failure>>;

/** An answer of the rules: the move to make, or why not. `null` moves nothing. */
export type Move<E> = { readonly event: E; readonly facts: Facts } | null;
type Seeing = NonNullable<Awaited<ReturnType<LookTwice>>>;
type Verdict = Result<Move<SettlementEvent>, FailureCode>;

/** Takes the transaction of a ruling back: meanwhile it has become impossible. */
class Moot extends Error {}

export interface ResolveParts {
  readonly apply: Apply;
  readonly lookTwice: LookTwice;
  readonly fence: Pick<Fence, 'isDone' | 'mayArrive'>;
  readonly worklist: Worklist;
  readonly refundRuling: RefundRuling;
  /** What follows a ruling of this settlement, after its commit; a database that fails there does not stop it. */
  readonly settled: (settlementId: number) => void;
}

export function createResolve(deps: CoreDeps, parts: ResolveParts): Resolve {
  const { store, outbox, settings } = deps;
  const { apply, worklist } = parts;

  const look = async (row: SettlementRow, setlId: string | undefined): Promise<Seeing> =>
    (await parts.lookTwice(row, setlId)) ?? { kind: 'silent' };

  const stands = (row: SettlementRow, seen: Seeing): Verdict => {
    if (seen.kind === 'silent') return err('CENTRE_UNREACHABLE');
    if (seen.kind !== 'found') return err('WORKLIST_NOT_PROVEN');
    if (row.state === 'reversed' && hasOther(row)) return err('WORKLIST_NOT_ALLOWED');
    return ok({ event: 'resolvedStands', facts: { confirmed: seen.confirmed } });
  };

  const isVoid = async (work: WorklistRow, row: SettlementRow): Promise<Verdict> => {
    const isOpen = row.state === 'unknown' || row.state === 'fencing';
    const isDenied = work.kind === 'difference' && (row.state === 'refused' || row.state === 'notSent');
    if (!isOpen && row.state !== 'reversed' && !isDenied) return err('WORKLIST_NOT_ALLOWED');
    // What the terminal saw itself.
    const own = row.setlId ?? setlIdOf(work);
    const needsOne = settings.centre.settlementQueryNeedsSetlId;
    if (needsOne && own === undefined && !parts.fence.isDone(row.fenceMessageRow)) return err('WORKLIST_FENCE_OPEN');
    const questions = [...(needsOne ? [] : [undefined]), ...(own === undefined ? [] : [own])];
    for (const setlId of questions) {
      const seen = await look(row, setlId);
      if (seen.kind === 'silent') return err(isOpen ? 'WORKLIST_FENCE_OPEN' : 'CENTRE_UNREACHABLE');
      if (seen.kind === 'found' || seen.kind === 'unsound') return err('WORKLIST_NOT_PROVEN');
    }
    // What was never in force here, and is not there any more, moves nothing.
    return ok(isDenied ? null : { event: 'resolvedVoid', facts: {} });
  };

  const refund = (row: WorklistRow, { act }: Ruling, seen: Seeing): Verdict => {
    if (seen.kind === 'silent') return err('CENTRE_UNREACHABLE');
    if (seen.kind !== 'found' && seen.kind !== 'unsound') return err('WORKLIST_NOT_PROVEN');
    const cause = row.kind === 'settlement-late' ? 'late-reply' : row.kind === 'difference' ? 'difference' : 'staff';
    const order = { setlId: seen.seen.setlId, cause, ...act } as const;
    return ok({ event: 'resolvedRefund', facts: { refund: order } });
  };

  /** A 2601 of it may still arrive and take it back: sent, and neither done nor refused for good, or not long ago. */
  const isFencing = ({ state, fenceMessageRow, visitId }: SettlementRow): boolean => {
    if (state === 'fencing') return true;
    if (state === 'reversed' && fenceMessageRow !== null && !parts.fence.isDone(fenceMessageRow)) return true;
    return state !== 'settled' && parts.fence.mayArrive(visitId);
  };

  /** The other rows that say of it that the centre has it. */
  const endOthers = (settlementId: number): void => {
    for (const { kind, subject, detail } of store.worklist.ofSettlement(settlementId)) {
      if (kind === 'settlement-late' || detail['verdict'] === 'deniedHere') worklist.end(kind, subject);
    }
  };

  /** It is being given back, or has been. */
  const isGiven = (settlementId: number): boolean => {
    const state = store.refunds.ofSettlement(settlementId)?.state;
    return state !== undefined && state !== 'kept';
  };

  /** Another settlement of the encounter that stands or may stand. */
  const hasOther = (row: SettlementRow): boolean => {
    if (store.settlements.live(row.encounterId) !== null) return true;
    return store.settlements.ofEncounter(row.encounterId).some((other) => {
      const given = store.refunds.ofSettlement(other.id)?.state;
      return other.id !== row.id && other.state === 'settled' && given !== 'refunded' && given !== 'done';
    });
  };

  const judge = async (row: WorklistRow, settlement: SettlementRow, ruling: Ruling): Promise<Verdict> => {
    const { state } = settlement;
    if (ruling.resolution === 'void') return isVoid(row, settlement);
    if (isFencing(settlement)) return err('WORKLIST_FENCE_OPEN');
    const known = ruling.evidence?.setlId ?? settlement.setlId ?? setlIdOf(row);
    if (ruling.resolution === 'stands') {
      // The books differ in a settlement that we have as settled: it stands, and nothing moves.
      if (state === 'settled' && row.kind === 'difference') return ok(null);
      if ((state !== 'unknown' && state !== 'reversed') || isGiven(settlement.id)) return err('WORKLIST_NOT_ALLOWED');
      return stands(settlement, await look(settlement, known));
    }
    if (state !== 'settled' && state !== 'reversed') return err('WORKLIST_NOT_ALLOWED');
    if (isGiven(settlement.id)) return err('WORKLIST_NOT_ALLOWED');
    return refund(row, ruling, await look(settlement, known));
  };

  /** Closes the row and makes the move as one; false, with nothing changed, where either is no longer possible. */
  const rule = (row: WorklistRow, ruling: Ruling, move: () => boolean): boolean => {
    const { resolution, act, reason } = ruling;
    try {
      store.transaction(() => {
        if (!worklist.resolve(row.id, { resolution, ...act, reason }) || !move()) throw new Moot();
      });
    } catch (cause) {
      if (cause instanceof Moot) return false;
      throw cause;
    }
    outbox.kick();
    return true;
  };

  const settle = async (row: WorklistRow, settlement: SettlementRow, ruling: Ruling): Promise<FailureCode | null> => {
    const verdict = await judge(row, settlement, ruling);
    if (!verdict.ok) return verdict.error;
    const move = verdict.value;
    const moved = rule(row, ruling, () => {
      endOthers(settlement.id);
      if (move === null) return true;
      const now = store.settlements.get(settlement.id);
      if (now === null || reduce(now.state, move.event) === null) return false;
      // What the centre said may be older than a refund or a 2601 that was begun meanwhile.
      if (move.event !== 'resolvedVoid' && (isGiven(now.id) || isFencing(now))) return false;
      apply(now.id, move.event, move.facts);
      return true;
    });
    if (!moved) return 'WORKLIST_NOT_ALLOWED';
    parts.settled(settlement.id);
    return null;
  };

  return async (worklistId, ruling) => {
    const row = store.worklist.get(worklistId);
    if (row === null || row.resolution !== null) return err(failure('WORKLIST_NOT_FOUND'));
    const { resolution, act, reason } = ruling;
    // A reason is kept, audited and told to the operator: a citizen's number has no place in it.
    const said = reason.trim().length >= 3 && !holdsIdentityNumber(reason);
    if (!said || !resolutionsOf[row.kind].includes(resolution)) return err(failure('WORKLIST_NOT_ALLOWED'));
    const money = isMoneyResolution(resolution);
    if (money && (act.second === null || act.second === act.by)) return err(failure('STAFF_SAME_PERSON'));
    const settlement = row.settlementId === null ? null : store.settlements.get(row.settlementId);
    let problem: FailureCode | null;
    if (resolution === 'noted' && settlement !== null && saysPaid(row)) {
      problem = 'WORKLIST_NOT_ALLOWED';
    } else if (resolution === 'noted' || (settlement === null && resolution !== 'refund')) {
      problem = rule(row, ruling, () => true) ? null : 'WORKLIST_NOT_FOUND';
    } else if (settlement === null) {
      problem = 'WORKLIST_NOT_ALLOWED';
    } else if (row.kind === 'refund-stuck') {
      problem = await parts.refundRuling(settlement, resolution, (move) => rule(row, ruling, move));
    } else {
      problem = await settle(row, settlement, ruling);
    }
    if (problem !== null) return err(failure(problem));
    const ended = store.worklist.get(worklistId);
    return ended === null ? err(failure('WORKLIST_NOT_FOUND')) : ok(ended);
  };
}

/** The number under which the row was seen at the centre when it came onto the list. */
function setlIdOf({ detail }: WorklistRow): string | undefined {
  const { setlId } = detail;
  return typeof setlId === 'string' && setlId !== '' ? setlId : undefined;
}
