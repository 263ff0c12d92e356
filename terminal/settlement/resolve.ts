import type { FailureCode } from '../../common/contracts/failures.ts';
import { isMoneyResolution, resolutionsOf } from '../../common/contracts/worklist.ts';
import { holdsIdentityNumber } from '../../common/kernel/masking.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import type { Failure } from '../ports.ts';
import type { SettlementRow } from '../store/settlements.ts';
import type { WorklistRow } from '../store/worklist.ts';
import type { Worklist } from '../worklist/worklist.ts';
import { isPossible } from './answers.ts';
import { type CoreDeps, failure } from './deps.ts';
import type { Apply } from './facts.ts';
import type { Fence } from './fence.ts';
import { isGiven, numberIn, saysThere } from './matter.ts';
import { reduce } from './reducer.ts';
import type { RefundPursuit } from './refund/pursuit.ts';
import type { RefundRuling } from './refund/ruling.ts';
import type { LookTwice } from './sighting.ts';
import { createJudge, type Ruling } from './verdict.ts';

export type { Ruling } from './verdict.ts';

/**
 * Ends a work-list row by a named person, with everything that follows, in one transaction. A person decides, the
 * centre's books bear it out: 5203 is asked first, and its figures are taken, never a person's.
 *
 * A word is about one number, the one that its row bears; a second effect of the same message has a row of its own. Where
 * the row is about what another sender has settled for the visit, `stands` says that ours does, `void` that the other's is
 * gone; about a refund that the centre does not have, `void` says that what it gave back is not there: nothing moves.
 *
 * - `stands` needs a sound row of ours at the centre. While a 2601 is unanswered nobody can say it, not even after a
 *   `void`, nor while a copy of an answered one may be under way: it may still arrive and take the settlement back after
 *   everyone was told that it stands. 5203 is asked once more afterwards all the same; what is gone then is a difference.
 * - `void` is refused unless 5203 shows, now, that there is no such row: else nobody knows that nothing was paid, and the
 *   next settlement would be the second. A number that a person brings proves nothing here, because a wrong one shows
 *   nothing at every centre: it is asked without a number, and by the one that was seen on an answer or in the books.
 *   A centre that wants a number, where none was seen, can say it by an answered 2601 only. The word does not stop the
 *   2601: it goes out at once and until it is done, and 5203 is asked once more after it, because a 2207 may be late.
 *   What counts here and is gone there (`missingThere`) is taken back with it, and the HIS is told.
 * - `refund` needs a row at the centre, and no 2601 that could give back the same money; it begins a refund of its own
 *   (`refund/`).
 * - `noted` leaves no encounter free to be paid where the centre's books say that it has been, and nothing for paid that
 *   the centre does not have.
 *
 * What other rows say of the same number, that the centre has it and nobody counts on it, is decided with it; that it is
 * not sound ends by itself where it stands.
 *
 * Fails with WORKLIST_NOT_FOUND, WORKLIST_NOT_ALLOWED (not for this kind, or another settlement of the encounter
 * stands), STAFF_SAME_PERSON (money needs two), WORKLIST_FENCE_OPEN, WORKLIST_NOT_PROVEN, WORKLIST_UNANSWERED (5203
 * got no usable answer, or could not be asked).
 */
export type Resolve = (worklistId: number, ruling: Ruling) => Promise<Result<WorklistRow, Failure>>;

/** Takes the transaction of a ruling back: meanwhile it has become impossible. */
class Moot extends Error {}

export interface ResolveParts {
  readonly apply: Apply;
  readonly lookTwice: LookTwice;
  readonly lookFor: RefundPursuit['look'];
  readonly fence: Pick<Fence, 'isDone' | 'mayArrive'>;
  readonly worklist: Worklist;
  readonly refundRuling: RefundRuling;
  /** What follows a ruling of this settlement, after its commit; a database that fails there does not stop it. */
  readonly settled: (settlementId: number) => void;
}

export function createResolve(deps: CoreDeps, parts: ResolveParts): Resolve {
  const { store, outbox } = deps;
  const { apply, worklist } = parts;

  const { judge, isFencing } = createJudge(deps, parts);

  /** The other rows that say of a decided number that the centre has it: the same two people have ended them. */
  const endOthers = (work: WorklistRow, settlementId: number, numbers: readonly string[], ruling: Ruling): void => {
    const { resolution, act, reason } = ruling;
    // One that bears no number is decided only where it was opened for a refund that was given up.
    const refund = store.refunds.ofSettlement(settlementId);
    const given = refund?.state === 'kept' ? refund.setlId : undefined;
    for (const other of store.worklist.ofSettlement(settlementId)) {
      const number = numberIn(other) ?? given;
      const isDecided = number !== undefined && numbers.includes(number);
      if (other.id === work.id || !saysThere(other) || !isDecided) continue;
      // That it is sound nobody says: 5203 has shown it, and the row ends by itself.
      if (resolutionsOf[other.kind].includes(resolution)) worklist.resolve(other.id, { resolution, ...act, reason });
      else worklist.end(other.kind, other.subject);
    }
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
    const { move, numbers } = verdict.value;
    const moved = rule(row, ruling, () => {
      endOthers(row, settlement.id, numbers, ruling);
      if (move === null) return true;
      const now = store.settlements.get(settlement.id);
      if (now === null || reduce(now.state, move.event) === null) return false;
      // What the centre said may be older than a refund, a 2601 or other people's `stands` that came meanwhile.
      if (now.state === 'settled' && settlement.state !== 'settled') return false;
      const isUndoing = move.event === 'resolvedVoid' && now.state !== 'settled';
      if (!isUndoing && (isGiven(store, now.id) || isFencing(now))) return false;
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
    if (resolution === 'noted' || settlement === null) {
      const mayBe = isPossible(store, row, settlement, resolution);
      if (mayBe) problem = rule(row, ruling, () => true) ? null : 'WORKLIST_NOT_FOUND';
      else problem = 'WORKLIST_NOT_ALLOWED';
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
