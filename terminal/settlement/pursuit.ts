import { backoffMs } from '../outbox/backoff.ts';
import type { SettlementRow } from '../store/settlements.ts';
import type { VisitRow } from '../store/visits.ts';
import { type CentreCalls, stepFailure, type Written } from './centre-calls.ts';
import { type CoreDeps, failure, type RecoveryWaits } from './deps.ts';
import { findSettlementInput } from './inputs.ts';
import { judgeFigures, ownRow, reversalStands, settlementTime } from './judge.ts';
import type { Life } from './life.ts';
import { isFinal } from './reducer.ts';
import type { Apply, Confirmed } from './transition.ts';
import { about } from './undo.ts';

/** What 5203 says of our settlement. `refused` is told apart because a stale sign-in would explain it. */
type Sighting =
  | { readonly kind: 'found'; readonly confirmed: Confirmed }
  /** `unsound`: a row of ours whose figures cannot be right; it exists, but nobody may rely on it. */
  | { readonly kind: 'unsound' | 'missing' | 'refused' | 'silent' };

export interface Pursuit {
  /** Sends a durable 2207 once. Never called twice for one settlement. */
  send(row: SettlementRow, written: Written<'2207'>): Promise<SettlementRow>;
  /** Follows an open settlement to its final state; `onTry` is called after each attempt. Ends early when stopped. */
  follow(row: SettlementRow, onTry: () => void): Promise<SettlementRow>;
  /** One look whether a settlement that was reversed has come after all. True where the question is answered. */
  verify(row: SettlementRow): Promise<boolean>;
}

export function createPursuit(
  deps: CoreDeps,
  calls: CentreCalls,
  apply: Apply,
  waits: RecoveryWaits,
  life: Life,
): Pursuit {
  const { store, clock, random, settings } = deps;

  const visitOf = (row: SettlementRow): VisitRow & { readonly mdtrtId: string } => {
    const visit = store.visits.get(row.visitId);
    if (visit === null || visit.mdtrtId === null) throw new Error(`settlement: visit ${row.visitId} is not registered`);
    return { ...visit, mdtrtId: visit.mdtrtId };
  };

  const expected = (row: SettlementRow) => {
    const { psnNo, mdtrtId } = visitOf(row);
    return { psnNo, mdtrtId, total: row.splitShown.total };
  };

  const send: Pursuit['send'] = async (row, written) => {
    const { outcome, keep } = await calls.send(written);
    if (outcome.kind === 'refused') {
      return apply(row.id, 'answeredRefused', { keep, failure: stepFailure(outcome) });
    }
    if (outcome.kind === 'notSent') {
      return apply(row.id, 'answeredNotSent', { keep, failure: failure('CENTRE_UNREACHABLE') });
    }
    if (outcome.kind === 'unknown') return apply(row.id, 'answeredUnknown', { keep });
    const { setlinfo } = outcome.output;
    const figures = judgeFigures(setlinfo, expected(row), settings.centre);
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

  /** One 5203. */
  const look = async (row: SettlementRow): Promise<Sighting> => {
    if (!(await calls.signIn()).ok) return { kind: 'silent' };
    const visit = visitOf(row);
    const answer = await calls.ask('5203', about(visit), findSettlementInput(visit, visit.mdtrtId));
    if (!answer.ok) return { kind: 'missing' };
    if (answer.value.kind === 'refused') return { kind: 'refused' };
    if (answer.value.kind !== 'ok') return { kind: 'silent' };
    const own = ownRow(answer.value.output.setlinfo, row.messageId);
    if (own === null) return { kind: 'missing' };
    const figures = judgeFigures(own, expected(row), settings.centre);
    if (!figures.ok) return { kind: 'unsound' };
    const setlTime = settlementTime(own.setl_time, clock.now());
    return { kind: 'found', confirmed: { ...figures.value, setlId: own.setl_id, setlTime, foundBy: '5203' } };
  };

  /** Looks twice, with a pause, before "not there" is believed enough for a fence. */
  const query = async (row: SettlementRow): Promise<SettlementRow> => {
    if (settings.centre.settlementQueryNeedsSetlId) {
      return (await calls.signIn()).ok ? apply(row.id, 'queryMissing') : apply(row.id, 'queryFailed');
    }
    let sighting = await look(row);
    if (sighting.kind === 'refused') calls.forgetSignIn();
    if (sighting.kind !== 'found' && sighting.kind !== 'silent') {
      await life.pause(waits.queryGapMs);
      if (life.stopped()) return row;
      sighting = await look(row);
    }
    if (sighting.kind === 'found') return apply(row.id, 'queryFound', { confirmed: sighting.confirmed });
    // An unsound row is fenced like a missing one: 2601 with our message id takes it back.
    return apply(row.id, sighting.kind === 'silent' ? 'queryFailed' : 'queryMissing');
  };

  /** Sends the one 2601 of this round; again byte for byte while it is not answered. */
  const fence = async (row: SettlementRow): Promise<SettlementRow> => {
    if (row.fenceMessageRow === null) throw new Error('settlement: fencing without a fence');
    const { outcome, keep } = await calls.send(calls.again(row.fenceMessageRow, '2601'));
    if (outcome.kind === 'ok') return apply(row.id, 'fenced', { keep });
    if (outcome.kind !== 'refused') return apply(row.id, 'fenceFailed', { keep });
    if (reversalStands(outcome.message, settings.centre.reversalDoneTexts)) return apply(row.id, 'fenced', { keep });
    calls.forgetSignIn();
    return apply(row.id, 'fenceRefused', { keep });
  };

  return {
    send,
    async follow(start, onTry) {
      let row = start.state === 'intended' ? apply(start.id, 'restarted') : start;
      while (!isFinal(row.state) && !life.stopped()) {
        const before = row;
        row = before.state === 'fencing' ? await fence(before) : await query(before);
        if (isFinal(row.state)) break;
        onTry();
        if (row.rounds > before.rounds) {
          await life.pause(backoffMs(random, waits, row.rounds - 1, null));
        }
      }
      onTry();
      return row;
    },
    async verify(row) {
      const sighting = await look(row);
      if (sighting.kind === 'silent' || sighting.kind === 'refused') return false;
      // Something of ours stands there after the fence, sound or not: that is for a person.
      if (sighting.kind === 'found' || sighting.kind === 'unsound') apply(row.id, 'queryFound');
      else store.transaction(() => store.settlements.change(row.id, { verifyAt: null }, clock.now()));
      return true;
    },
  };
}
