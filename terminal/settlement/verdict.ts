import type { FailureCode } from '../../common/contracts/failures.ts';
import type { WorklistResolution } from '../../common/contracts/worklist.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import type { SettlementRow } from '../store/settlements.ts';
import type { WorklistRow } from '../store/worklist.ts';
import { isKept, isPossible, mayCountAgain } from './answers.ts';
import type { CoreDeps } from './deps.ts';
import type { Facts } from './facts.ts';
import type { Fence } from './fence.ts';
import { isForeign, isRefundGone, isSecond, numberIn, numberOf, saysPaid } from './matter.ts';
import type { SettlementEvent } from './reducer.ts';
import type { RefundPursuit } from './refund/pursuit.ts';
import type { LookTwice } from './sighting.ts';

/** A person's word about a work-list row. `act` holds staff ids; who they are is proved elsewhere. */
export interface Ruling {
  readonly resolution: Exclude<WorklistResolution, 'ended'>;
  readonly act: { readonly by: string; readonly second: string | null };
  readonly reason: string;
  /** What she saw at the centre, where its 5203 wants it. */
  readonly evidence?: { readonly setlId: string };
}

/** What the rules make of a word: the move, or none, and the centre's numbers that are decided by it. */
export interface Decision {
  readonly move: { readonly event: SettlementEvent; readonly facts: Facts } | null;
  readonly numbers: readonly string[];
}
type Verdict = Result<Decision, FailureCode>;
type Seeing = NonNullable<Awaited<ReturnType<LookTwice>>>;
type Shown = Extract<Seeing, { kind: 'found' | 'unsound' }>;

export interface Judge {
  /** Asks 5203, and says what the word of these people makes of the settlement; nothing is changed. */
  judge(work: WorklistRow, row: SettlementRow, ruling: Ruling): Promise<Verdict>;
  /** A 2601 of it may still arrive and take it back: sent, and neither done nor refused for good, or not long ago. */
  isFencing(row: SettlementRow): boolean;
}

/** The rules behind `Resolve`, which has them in words. */
export function createJudge(
  { store, settings }: Pick<CoreDeps, 'store' | 'settings'>,
  parts: {
    readonly lookTwice: LookTwice;
    /** What the centre has under a number of this visit, whoever sent it. */
    readonly lookFor: RefundPursuit['look'];
    readonly fence: Pick<Fence, 'isDone' | 'mayArrive'>;
  },
): Judge {
  const look = async (row: SettlementRow, setlId: string | undefined): Promise<Seeing> =>
    (await parts.lookTwice(row, setlId)) ?? { kind: 'silent' };

  const isFencing: Judge['isFencing'] = ({ state, fenceMessageRow, visitId }) => {
    if (state === 'fencing') return true;
    if (state === 'reversed' && fenceMessageRow !== null && !parts.fence.isDone(fenceMessageRow)) return true;
    return state !== 'settled' && parts.fence.mayArrive(visitId);
  };

  /** What stands there under this number is counted on, or people are called about it by a row of its own. */
  const isOnRecord = (work: WorklistRow, row: SettlementRow, number: string): boolean =>
    (row.state === 'settled' && row.setlId === number) ||
    store.worklist
      .ofSettlement(row.id)
      .some((other) => other.id !== work.id && saysPaid(other) && numberIn(other) === number);

  /** Of what another sender has settled: nothing of ours moves. */
  const isForeignVoid = async (row: SettlementRow, setlId: string): Promise<Verdict> => {
    const { event } = await parts.lookFor({ settlementId: row.id, setlId });
    if (event === 'queryFailed') return err('WORKLIST_UNANSWERED');
    return event === 'queryStanding' ? err('WORKLIST_NOT_PROVEN') : ok({ move: null, numbers: [setlId] });
  };

  const isVoid = async (work: WorklistRow, row: SettlementRow, { act }: Ruling): Promise<Verdict> => {
    const { state } = row;
    const isOpen = state === 'unknown' || state === 'fencing';
    const isDenied = work.kind === 'difference' && (state === 'refused' || state === 'notSent');
    const second = isSecond(work, row);
    if (!isPossible(store, work, row, 'void')) return err('WORKLIST_NOT_ALLOWED');
    const bears = numberIn(work);
    if (bears !== undefined && isForeign(work, row)) return isForeignVoid(row, bears);
    // What the terminal saw itself: of a refund, what it gave back.
    const given = isRefundGone(store, work, row) ? store.refunds.ofSettlement(row.id) : null;
    const own = given?.setlId ?? numberOf(work, row);
    const needsOne = settings.centre.settlementQueryNeedsSetlId;
    if (needsOne && own === undefined && !parts.fence.isDone(row.fenceMessageRow)) return err('WORKLIST_FENCE_OPEN');
    const questions = [...(needsOne ? [] : [undefined]), ...(own === undefined ? [] : [own])];
    for (const setlId of questions) {
      const seen = await look(row, setlId);
      if (seen.kind === 'silent') return err(state === 'fencing' ? 'WORKLIST_FENCE_OPEN' : 'WORKLIST_UNANSWERED');
      if (seen.kind !== 'found' && seen.kind !== 'unsound') continue;
      const beside = setlId === undefined && own !== undefined && seen.seen.setlId !== own && !isOpen;
      if (!beside || !isOnRecord(work, row, seen.seen.setlId)) return err('WORKLIST_NOT_PROVEN');
    }
    const numbers = own === undefined ? [] : [own];
    // What was never in force here, or is so no more, and is not there any more, moves nothing.
    if (isDenied || second || given !== null) return ok({ move: null, numbers });
    return ok({ move: { event: 'resolvedVoid', facts: { people: act } }, numbers });
  };

  /** What 5203 shows under the number that the word is about: where it is known, no other. */
  const prove = async (
    row: SettlementRow,
    own: string | undefined,
    brought?: string,
  ): Promise<Result<Shown, FailureCode>> => {
    if (own !== undefined && brought !== undefined && brought !== own) return err('WORKLIST_NOT_PROVEN');
    const seen = await look(row, own ?? brought);
    if (seen.kind === 'silent') return err('WORKLIST_UNANSWERED');
    if (seen.kind !== 'found' && seen.kind !== 'unsound') return err('WORKLIST_NOT_PROVEN');
    return own === undefined || seen.seen.setlId === own ? ok(seen) : err('WORKLIST_NOT_PROVEN');
  };

  const judge: Judge['judge'] = async (work, row, ruling) => {
    const { resolution, act, evidence } = ruling;
    if (resolution === 'void') return isVoid(work, row, ruling);
    if (isFencing(row)) return err('WORKLIST_FENCE_OPEN');
    if (!isPossible(store, work, row, resolution)) return err('WORKLIST_NOT_ALLOWED');
    const stays = isKept(work, row, resolution);
    // What stays is ours, also where the row is about another sender's.
    const about = stays ? (row.setlId ?? undefined) : numberOf(work, row);
    const shown = await prove(row, about, evidence?.setlId);
    if (!shown.ok) return shown;
    const { setlId } = shown.value.seen;
    if (resolution === 'refund') {
      const cause =
        work.kind === 'settlement-late' ? 'late-reply' : work.kind === 'difference' ? 'difference' : 'staff';
      const facts = { refund: { setlId, cause, ...act } } as const;
      return ok({ move: { event: 'resolvedRefund', facts }, numbers: [setlId] });
    }
    if (shown.value.kind !== 'found') return err('WORKLIST_NOT_PROVEN');
    if (stays) return ok({ move: null, numbers: [setlId] });
    if (!mayCountAgain(store, row)) return err('WORKLIST_NOT_ALLOWED');
    const { confirmed } = shown.value;
    return ok({ move: { event: 'resolvedStands', facts: { confirmed } }, numbers: [setlId] });
  };

  return { judge, isFencing };
}
