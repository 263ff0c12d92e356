import { backoffMs } from '../outbox/backoff.ts';
import type { SettlementRow } from '../store/settlements.ts';
import { type CentreCalls, stepFailure, type Written } from './centre-calls.ts';
import { type CoreDeps, failure, type RecoveryWaits } from './deps.ts';
import type { Apply, Confirmed } from './facts.ts';
import type { Fence } from './fence.ts';
import { judgeFigures, settlementTime } from './judge.ts';
import type { Life } from './life.ts';
import { isFinal } from './reducer.ts';
import { expectedOf, type Look, type LookTwice } from './sighting.ts';

export interface Pursuit {
  /** Sends a durable 2207 once. Never called twice for one settlement. */
  send(row: SettlementRow, written: Written<'2207'>): Promise<SettlementRow>;
  /** Follows an open settlement to its final state; `onTry` is called after each attempt. Ends early when stopped. */
  follow(row: SettlementRow, onTry: () => void): Promise<SettlementRow>;
  /** One look whether a settlement that was reversed has come after all. True where the question is answered. */
  verify(id: number): Promise<boolean>;
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

  const send: Pursuit['send'] = async (row, written) => {
    const { outcome, keep } = await calls.send(written);
    if (outcome.kind === 'refused') {
      // A refusal names no message: it may be an older one's, or a second "no" to what was done at the first asking.
      const seen = settings.centre.settlementQueryNeedsSetlId ? null : await look(row);
      const stands = seen?.kind === 'found' || seen?.kind === 'unsound';
      if (stands) return apply(row.id, 'answeredUnknown', { keep });
      return apply(row.id, 'answeredRefused', { keep, failure: stepFailure(outcome) });
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
      setlTime: settlementTime(setlinfo.setl_time, clock.now()),
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
    const { event, keep } = await fence.send(row.fenceMessageRow);
    return apply(row.id, event, { keep });
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
    async verify(id) {
      const row = fresh(id);
      // Where a person has said that nothing was paid, the 2601 has yet to go out: its id must be void all the same.
      const sent = row.fenceMessageRow === null ? null : store.messages.get(row.fenceMessageRow);
      if (sent !== null && sent.outcome !== 'ok' && sent.outcome !== 'refused') {
        const { event, keep } = await fence.send(sent.id);
        store.transaction(keep);
        if (event === 'fenceFailed') return false;
      }
      const sighting = await lookTwice(row);
      if (sighting === null || sighting.kind === 'silent') return false;
      // Something of ours stands there after the fence, sound or not: that is for a person.
      if (sighting.kind === 'found') apply(row.id, 'queryFound', { seen: sighting.seen });
      else if (sighting.kind === 'unsound') apply(row.id, 'queryUnsound', sighting);
      else store.transaction(() => store.settlements.change(row.id, { verifyAt: null }, clock.now()));
      return true;
    },
  };
}
