import type { CentreOutput } from '../../../common/contracts/centre/transactions.ts';
import { negFen } from '../../../common/kernel/money.ts';
import { backoffMs } from '../../outbox/backoff.ts';
import type { RefundRow, RefundUntil } from '../../store/refunds.ts';
import type { SettlementRow } from '../../store/settlements.ts';
import type { VisitRow } from '../../store/visits.ts';
import type { CentreCalls } from '../centre-calls.ts';
import type { CoreDeps, RecoveryWaits } from '../deps.ts';
import type { Seen } from '../facts.ts';
import type { Fence } from '../fence.ts';
import { numbersOf, type RefundNo } from '../form.ts';
import { findSettlementInput } from '../inputs.ts';
import { settlementTime } from '../judge.ts';
import type { Life } from '../life.ts';
import { isOf, type LookTwice, visitOf } from '../sighting.ts';
import { about } from '../undo.ts';
import { isUnderWay, type RefundEvent } from './reducer.ts';
import type { ApplyRefund, RefundFacts } from './transition.ts';

/** 2208 or 2305 that the centre declined, or that were made void, before people decide (risks 1.1). */
const MOST_TRIES = 6;

type RefundAnswer = CentreOutput<RefundNo>['setlinfo'];
type Query = Extract<RefundEvent, 'queryStanding' | 'queryRefunded' | 'queryMissing' | 'queryFailed'>;

/** A number of the centre's, and whose visit it belongs to. */
type Numbered = Pick<RefundRow, 'settlementId' | 'setlId'>;

export interface RefundPursuit {
  /** One look at the settlement in the centre's books, by its own number. */
  look(row: Numbered): Promise<{ readonly event: Query; readonly facts: RefundFacts }>;
  /** Follows a refund until it is over or waits for a person. Ends early when stopped. */
  follow(row: RefundRow): Promise<RefundRow>;
}

export interface RefundPursuitParts {
  readonly calls: CentreCalls;
  readonly apply: ApplyRefund;
  readonly fence: Fence;
  readonly waits: RecoveryWaits;
  readonly life: Life;
  /** What the form and the refund want undone, one at a time for each encounter; true where nothing is left to do. */
  readonly undo: (visit: VisitRow, until: RefundUntil) => Promise<boolean>;
  readonly lookTwice: LookTwice;
}

export function createRefundPursuit(deps: CoreDeps, parts: RefundPursuitParts): RefundPursuit {
  const { store, clock, random, settings } = deps;
  const { calls, apply, fence, waits, life, undo, lookTwice } = parts;

  const settlementOf = (row: Numbered): SettlementRow => {
    const settlement = store.settlements.get(row.settlementId);
    if (settlement === null) throw new Error(`refund: no settlement ${row.settlementId}`);
    return settlement;
  };

  const numberOf = (row: Numbered): RefundNo => numbersOf[visitOf(deps, settlementOf(row).visitId).form].refund;

  const ask = async (row: Numbered): Promise<Query | 'refused'> => {
    if (!(await calls.signIn()).ok) return 'queryFailed';
    const visit = visitOf(deps, settlementOf(row).visitId);
    const answer = await calls.ask('5203', about(visit), findSettlementInput(visit, visit.mdtrtId, row.setlId));
    if (!answer.ok) return 'queryMissing';
    if (answer.value.kind === 'refused') return 'refused';
    if (answer.value.kind !== 'ok') return 'queryFailed';
    const own = answer.value.output.setlinfo.find((one) => one.setl_id === row.setlId && isOf(one, visit));
    if (own === undefined) return 'queryMissing';
    return own.refd_setl_flag === '1' ? 'queryRefunded' : 'queryStanding';
  };

  const look: RefundPursuit['look'] = async (row) => {
    let event = await ask(row);
    if (event === 'refused' || event === 'queryMissing') {
      // A stale sign-in would explain a refusal, a commit that is not visible yet a row that is not there.
      if (event === 'refused') calls.forgetSignIn();
      await life.pause(waits.queryGapMs);
      event = await ask(row);
    }
    const found = { refundSetlId: null, refundedAt: settlementTime('', clock.now()), foundBy: '5203' } as const;
    if (event === 'queryRefunded') return { event, facts: { refunded: found } };
    return { event: event === 'refused' ? 'queryMissing' : event, facts: {} };
  };

  /** Right encounter, our message, and the settlement's own sum with the sign turned, where they are said. */
  const isAnswerTo = (row: RefundRow, answer: RefundAnswer): boolean => {
    const settlement = settlementOf(row);
    const total = settlement.splitSettled?.total ?? settlement.splitShown.total;
    const [sum, named] = [answer.medfee_sumamt ?? null, answer.medins_setl_id ?? ''];
    return (
      answer.mdtrt_id === settlement.mdtrtId &&
      (sum === null || sum === negFen(total)) &&
      (named === '' || named === row.messageId || named === settlement.messageId)
    );
  };

  /** Sends a durable 2208 or 2305, once. */
  const send = async (row: RefundRow): Promise<RefundRow> => {
    if (row.messageRow === null) throw new Error('refund: intended without a message');
    const { outcome, keep } = await calls.send(calls.again(row.messageRow, numberOf(row)));
    if (outcome.kind === 'refused') return apply(row.id, 'answeredRefused', { keep });
    if (outcome.kind === 'notSent') return apply(row.id, 'answeredNotSent', { keep });
    if (outcome.kind === 'unknown' || !isAnswerTo(row, outcome.output.setlinfo)) {
      return apply(row.id, 'answeredUnknown', { keep });
    }
    const { setl_id: refundSetlId, setl_time: time } = outcome.output.setlinfo;
    const refundedAt = settlementTime(time ?? '', clock.now());
    return apply(row.id, 'answeredRefunded', { keep, refunded: { refundSetlId, refundedAt, foundBy: 'answer' } });
  };

  /** The one 2601 of this round; again byte for byte while it is not answered. */
  const sendFence = async (row: RefundRow): Promise<RefundRow> => {
    if (row.fenceMessageRow === null) throw new Error('refund: fencing without a fence');
    const { event, keep } = await fence.send(row.fenceMessageRow);
    return apply(row.id, event, { keep });
  };

  /** Asked for at the desk, where somebody waits for the answer. */
  const wasRefused = ({ cause, state, tries, messageRow }: RefundRow): boolean => {
    if (cause !== 'desk' || state !== 'ready' || tries === 0 || messageRow === null) return false;
    return store.messages.get(messageRow)?.outcome === 'refused';
  };

  const query = async (row: RefundRow): Promise<RefundRow> => {
    const { event, facts } = await look(row);
    if (life.stopped()) return row;
    if (event === 'queryStanding' && wasRefused(row)) return apply(row.id, 'refusedForGood');
    const moved = apply(row.id, event, facts);
    if (moved.state === 'fencing' && moved.fenceMessageRow !== null) fence.made(moved.fenceMessageRow);
    return moved.state === 'intended' ? send(moved) : moved;
  };

  /** What the same message has done there beside what was given back; undefined where that cannot be said now. */
  const beside = async (row: RefundRow): Promise<Seen | null | undefined> => {
    if (settings.centre.settlementQueryNeedsSetlId) return null;
    const sighting = await lookTwice(settlementOf(row));
    if (sighting === null || sighting.kind === 'silent') return undefined;
    if (sighting.kind !== 'found' && sighting.kind !== 'unsound') return null;
    return sighting.seen.setlId === row.setlId ? null : sighting.seen;
  };

  /** The bill is free with its last step, so before it everything of the message is looked for, and then undone. */
  const unwind = async (row: RefundRow): Promise<RefundRow> => {
    const other = await beside(row);
    const visit = visitOf(deps, settlementOf(row).visitId);
    const done = other !== undefined && (visit.phase === 'ended' || (await undo(visit, row.until)));
    if (life.stopped() && !done) return row;
    return done ? apply(row.id, 'undone', { beside: other }) : apply(row.id, 'undoFailed');
  };

  const step = (row: RefundRow): Promise<RefundRow> => {
    if (row.state === 'fencing') return sendFence(row);
    if (row.state === 'refunded') return unwind(row);
    return query(row);
  };

  return {
    look,
    async follow(start) {
      let row = start.state === 'intended' ? apply(start.id, 'restarted') : start;
      while (isUnderWay(row.state) && !life.stopped()) {
        if (row.state === 'ready' && row.tries >= MOST_TRIES) return apply(row.id, 'spent');
        const { rounds } = row;
        row = await step(row);
        if (row.rounds <= rounds || !isUnderWay(row.state)) continue;
        await life.pause(backoffMs(random, waits, row.rounds - 1, null));
        row = store.refunds.get(row.id) ?? row;
      }
      return row;
    },
  };
}
