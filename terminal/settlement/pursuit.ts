import { backoffMs } from '../outbox/backoff.ts';
import type { SettlementRow } from '../store/settlements.ts';
import { type CentreCalls, moneyFailure, refusalOf, type Written } from './centre-calls.ts';
import { type CoreDeps, failure, type RecoveryWaits } from './deps.ts';
import type { Apply, Confirmed } from './facts.ts';
import type { Fence } from './fence.ts';
import type { SettleNo } from './form.ts';
import { judgeFigures, settlementTime } from './judge.ts';
import type { Life } from './life.ts';
import { isFinal } from './reducer.ts';
import { expectedOf, type Look, type LookTwice } from './sighting.ts';

export interface Pursuit {
  /** Sends a durable 2207 or 2304 once. Never called twice for one settlement. */
  send(row: SettlementRow, written: Written<SettleNo>): Promise<SettlementRow>;
  /** Follows an open settlement to its final state; `onTry` is called after each attempt. Ends early when stopped. */
  follow(row: SettlementRow, onTry: () => void): Promise<SettlementRow>;
  /**
   * One round about a settlement that people have said to stand: whether it does. And about one that was reversed: its
   * 2601 where that is unanswered, and then whether it has come after all. When to go on, ms of the clock, after so many
   * rounds without an end; null where there is nothing left to ask.
   */
  verify(id: number, failures: number): Promise<number | null>;
}

export interface PursuitParts {
  readonly calls: CentreCalls;
  readonly apply: Apply;
  readonly look: Look;
  readonly lookTwice: LookTwice;
  readonly fence: Fence;
  readonly waits: RecoveryWaits;
  readonly life: Life;
}

export function createPursuit(
  deps: CoreDeps,
  { calls, apply, look, lookTwice, fence, waits, life }: PursuitParts,
): Pursuit {
  const { store, clock, random, settings } = deps;

  const fresh = (id: number): SettlementRow => {
    const row = store.settlements.get(id);
    if (row === null) throw new Error(`settlement: no row ${id}`);
    return row;
  };

  /**
   * A refusal names no message: it may be an older one's, or a second "no" to what was done at the first asking. So it
   * is believed where 5203 shows twice that there is nothing; one that is silent or refuses shows nothing of the kind.
   */
  const isBorneOut = async (row: SettlementRow): Promise<boolean> => {
    if (settings.centre.settlementQueryNeedsSetlId) return true;
    const first = await look(row);
    if (first.kind === 'refused') calls.forgetSignIn();
    if (first.kind !== 'missing') return false;
    await life.pause(waits.queryGapMs);
    return !life.stopped() && (await look(row)).kind === 'missing';
  };

  const send: Pursuit['send'] = async (row, written) => {
    const { outcome, keep } = await calls.send(written);
    if (outcome.kind === 'refused') {
      if (!(await isBorneOut(row))) return apply(row.id, 'answeredUnknown', { keep });
      return apply(row.id, 'answeredRefused', { keep, failure: moneyFailure(outcome, settings.centre) });
    }
    if (outcome.kind === 'notSent') {
      return apply(row.id, 'answeredNotSent', { keep, failure: failure('CENTRE_UNREACHABLE') });
    }
    if (outcome.kind === 'unknown') return apply(row.id, 'answeredUnknown', { keep });
    const { setlinfo } = outcome.output;
    const figures = judgeFigures(setlinfo, expectedOf(deps, row), settings.centre);
    // An answer that names another message is not the answer to this one.
    const named = setlinfo.medins_setl_id;
    const ours = named === undefined || named === '' || named === row.messageId;
    if (!figures.ok || !ours) return apply(row.id, 'answeredUnknown', { keep });
    const confirmed: Confirmed = {
      ...figures.value,
      setlId: setlinfo.setl_id,
      setlTime: settlementTime(setlinfo.setl_time ?? '', clock.now()),
      foundBy: 'answer',
    };
    return apply(row.id, 'answeredSettled', { keep, confirmed });
  };

  /** One round of 5203. */
  const query = async (row: SettlementRow): Promise<SettlementRow> => {
    if (settings.centre.settlementQueryNeedsSetlId) {
      return (await calls.signIn()).ok ? apply(row.id, 'queryMissing') : apply(row.id, 'queryFailed');
    }
    const sighting = await lookTwice(row);
    if (sighting === null) return row;
    if (sighting.kind === 'found') return apply(row.id, 'queryFound', sighting);
    if (sighting.kind === 'unsound') return apply(row.id, 'queryUnsound', sighting);
    return apply(row.id, sighting.kind === 'silent' ? 'queryFailed' : 'queryMissing');
  };

  /** The one 2601 of this round; again byte for byte while it is not answered. */
  const sendFence = async (row: SettlementRow): Promise<SettlementRow> => {
    if (row.fenceMessageRow === null) throw new Error('settlement: fencing without a fence');
    const { event, nothing, keep } = await fence.send(row.fenceMessageRow);
    const message = nothing ? store.messages.get(row.messageRow) : null;
    const refusal = message === null ? null : refusalOf(message, settings.centre);
    if (refusal !== null) return apply(row.id, 'refusalProven', { keep, failure: refusal });
    return apply(row.id, event, { keep });
  };

  /** Whether a reversed settlement has come after all: that is for a person. False where the centre shows nothing. */
  const cameAfterAll = async (row: SettlementRow): Promise<boolean | 'silent'> => {
    // Without a number of its own there is nothing that such a centre could be asked.
    if (settings.centre.settlementQueryNeedsSetlId) return false;
    const sighting = await lookTwice(row);
    if (sighting === null || sighting.kind === 'silent') return 'silent';
    if (sighting.kind !== 'found' && sighting.kind !== 'unsound') return false;
    const event = sighting.kind === 'found' ? 'queryFound' : 'queryUnsound';
    apply(row.id, event, { seen: sighting.seen, keep: () => unplan(row) });
    return true;
  };

  /** Not where people have moved it while the centre was asked: their word has planned what is to follow. */
  const unplan = ({ id, state }: SettlementRow): void => {
    if (fresh(id).state === state) store.settlements.change(id, { verifyAt: null }, clock.now());
  };

  /** Whether what people have said to stand does; where it has gone, unless we gave it back, a person is called. */
  const stillStands = async (row: SettlementRow, failures: number): Promise<number | null> => {
    const sighting = await lookTwice(row, row.setlId ?? undefined);
    if (sighting === null || sighting.kind === 'silent') {
      return clock.now() + backoffMs(random, waits, failures, null);
    }
    const refund = store.refunds.ofSettlement(row.id);
    const isGone = sighting.kind === 'missing' || sighting.kind === 'refunded';
    if (isGone && (refund === null || refund.state === 'kept')) {
      apply(row.id, 'lookedGone', { keep: () => unplan(row) });
    } else store.transaction(() => unplan(row));
    return null;
  };

  return {
    send,
    async follow(start, onTry) {
      let row = start.state === 'intended' ? apply(start.id, 'restarted') : start;
      while (!isFinal(row.state) && !life.stopped()) {
        const before = row;
        row = before.state === 'fencing' ? await sendFence(before) : await query(before);
        if (before.state !== 'fencing' && row.fenceMessageRow !== null) fence.made(row.fenceMessageRow);
        if (isFinal(row.state)) break;
        onTry();
        if (row.rounds > before.rounds) {
          await life.pause(backoffMs(random, waits, row.rounds - 1, null));
          // A person may have ended it meanwhile.
          row = fresh(row.id);
        }
      }
      onTry();
      return row;
    },
    async verify(id, failures) {
      let row = fresh(id);
      if (row.state === 'settled') return stillStands(row, failures);
      if (row.state !== 'reversed') return null;
      const later = (): number => clock.now() + backoffMs(random, waits, failures, null);
      const isFenced = fence.isDone(row.fenceMessageRow);
      if (isFenced || row.fenceMessageRow === null) {
        const came = await cameAfterAll(row);
        if (came === 'silent') return later();
        if (came) return null;
        if (isFenced) {
          store.transaction(() => unplan(row));
          return null;
        }
        row = apply(id, 'queryMissing');
        if (row.state !== 'reversed' || row.fenceMessageRow === null) return null;
        fence.made(row.fenceMessageRow);
      }
      const { event, keep } = await fence.send(row.fenceMessageRow);
      apply(id, event, { keep });
      return event === 'fenced' ? clock.now() + waits.verifyMs : later();
    },
  };
}
