import { unwrapPii } from '../../common/kernel/pii.ts';
import { err, type Result } from '../../common/kernel/result.ts';
import { backoffMs } from '../outbox/backoff.ts';
import type { Failure, Prepared, Settlements, SettleResult } from '../ports.ts';
import { storeFailure } from '../store/open.ts';
import type { SettlementRow } from '../store/settlements.ts';
import type { VisitRow } from '../store/visits.ts';
import { createCentreCalls } from './centre-calls.ts';
import { type CoreDeps, failure, RECOVERY_WAITS } from './deps.ts';
import { createIdentify } from './identify.ts';
import { createIntent, isBlocked } from './intent.ts';
import { createLife, createSerial } from './life.ts';
import { createNotices, type ReleaseReason } from './notices.ts';
import { createPreparation, type PrepareInput } from './preparation.ts';
import { createPursuit } from './pursuit.ts';
import { isFinal } from './reducer.ts';
import { resultOf } from './results.ts';
import { createApply } from './transition.ts';
import { createFindVisit, createUndo } from './undo.ts';

export type { CoreDeps, CoreSettings } from './deps.ts';

/** The money core with its orderly end, for the composition root. */
export interface SettlementsCore extends Settlements {
  /** Starts nothing more, ends every wait, and resolves when what is under way has been recorded. */
  stop(): Promise<void>;
}

/** Wait after the database failed under a recovery, ms. */
const STORE_RETRY_MS = 5000;

export function createSettlements(deps: CoreDeps): SettlementsCore {
  const { store, outbox, clock, random, audit } = deps;
  const waits = deps.waits ?? RECOVERY_WAITS;
  const life = createLife(clock);
  const serial = createSerial();
  const calls = createCentreCalls(deps);
  const notices = createNotices(deps);
  const findVisit = createFindVisit(deps, calls);
  const preparation = createPreparation(deps, calls, notices, findVisit);
  const undo = createUndo(deps, calls, findVisit);
  const apply = createApply(deps, calls, notices, waits);
  const pursuit = createPursuit(deps, calls, apply, waits, life);
  const intend = createIntent(deps, calls);
  const listeners = new Set<(messageId: string, result: SettleResult) => void>();
  /** Settlements whose caller still waits for them; the others are told of by `onResolved`. */
  const attended = new Set<number>();

  /** Work in the background that must not take the process down: a bug is recorded, the journal says the rest. */
  const background = (work: () => Promise<void>): void => {
    const guarded = async (): Promise<void> => {
      try {
        await work();
      } catch (cause) {
        if (!life.stopped()) audit('store.failed', { code: storeFailure(cause) ?? nameOf(cause) });
      }
    };
    life.background(guarded());
  };

  const rowOf = (id: number): SettlementRow => {
    const row = store.settlements.get(id);
    if (row === null) throw new Error(`settlement: no row ${id}`);
    return row;
  };

  /** Tries to undo until it is done; the first attempt's end is what is awaited. */
  const undoFor = async (visit: VisitRow, failures = 0): Promise<void> => {
    if (life.stopped() || (await undo(visit))) return;
    background(async () => {
      await life.pause(backoffMs(random, waits, failures, null));
      const row = store.visits.get(visit.id);
      if (life.stopped() || row?.phase !== 'undoing') return;
      await serial(visit.encounterId, () => undoFor(row, failures + 1));
    });
  };

  /** Gives a preparation back: the HIS is told by the queue, the centre's part is undone. Durable before it returns. */
  const giveBack = (visit: VisitRow, reason: ReleaseReason): void => {
    store.transaction(() => {
      store.visits.setPhase(visit.id, 'undoing', clock.now());
      notices.released(visit, reason);
    });
    outbox.kick();
  };

  /** Ends a preparation unless a settlement of it is open: UNKNOWN keeps the hold. */
  const giveUp = async (visit: VisitRow, otherwise: ReleaseReason): Promise<void> => {
    const last = store.settlements.newestOfVisit(visit.id);
    if (last !== null && !isFinal(last.state)) return;
    const reason = last?.state === 'refused' || last?.state === 'notSent' ? last.state : otherwise;
    giveBack(visit, reason);
    await undoFor(visit);
  };

  const giveUpOpen = (encounterId: string, visitId: number | null, reason: ReleaseReason): Promise<void> =>
    serial(encounterId, async () => {
      const visit = store.visits.open(encounterId);
      if (visit !== null && (visitId === null || visit.id === visitId)) await giveUp(visit, reason);
    });

  const planVerify = (id: number, at: number): void => {
    background(async () => {
      for (let failures = 0, next = at; !life.stopped(); failures++) {
        await life.pause(Math.max(0, next - clock.now()));
        if (life.stopped() || (await pursuit.verify(rowOf(id)))) return;
        next = clock.now() + backoffMs(random, waits, failures, null);
      }
    });
  };

  /** What follows a final state, once, whoever waited for it. */
  const finish = (row: SettlementRow): void => {
    const visit = store.visits.get(row.visitId);
    if (visit === null) return;
    if (row.state === 'reversed') {
      background(() => serial(row.encounterId, () => undoFor(visit)));
      for (const planned of store.settlements.toVerify()) if (planned.id === row.id) planVerify(planned.id, planned.at);
    }
    if (attended.has(row.id)) return;
    // The person has been released, so nobody else gives this preparation back.
    if (row.state === 'refused' || row.state === 'notSent') {
      background(() => giveUpOpen(row.encounterId, visit.id, row.state === 'refused' ? 'refused' : 'notSent'));
    }
    const result = resultOf(row, visit);
    background(async () => {
      for (const listener of listeners) listener(row.messageId, result);
    });
  };

  /** Brings a settlement to its end, whatever the database does meanwhile; returns early only when stopped. */
  const chase = async (id: number, first: () => Promise<SettlementRow>, onTry: () => void): Promise<SettlementRow> => {
    let attempt = first;
    while (!life.stopped()) {
      try {
        const row = await attempt();
        if (isFinal(row.state)) {
          finish(row);
          return row;
        }
      } catch (cause) {
        if (life.stopped()) break;
        audit('store.failed', { code: storeFailure(cause) ?? nameOf(cause) });
        onTry();
        await life.pause(STORE_RETRY_MS);
      }
      attempt = () => pursuit.follow(rowOf(id), onTry);
    }
    return rowOf(id);
  };

  /** A failing database ends a step with its own code; anything else is a bug and comes out. */
  const guarded = async <T>(work: () => Promise<Result<T, Failure>>): Promise<Result<T, Failure>> => {
    try {
      return await work();
    } catch (cause) {
      const code = storeFailure(cause);
      if (code === null) throw cause;
      return err(failure(code));
    }
  };

  const prepare = async (input: PrepareInput): Promise<Result<Prepared, Failure>> => {
    const { encounterId } = input.encounter;
    if (isBlocked(store, encounterId)) return err(failure('SETTLEMENT_OPEN'));
    const signed = await calls.signIn();
    if (!signed.ok) return signed;
    let open = store.visits.open(encounterId);
    if (open !== null && !belongsTo(open, input)) {
      giveBack(open, 'expired');
      open = null;
    }
    const left = store.visits.unfinished().filter((v) => v.phase === 'undoing' && v.encounterId === encounterId);
    for (const visit of left) if (!(await undo(visit))) return err(failure('CENTRE_UNREACHABLE'));
    // A release that is still on its way must not take back what is now held anew.
    if (!(await outbox.drain('his', encounterId))) return err(failure('HIS_UNREACHABLE'));
    return preparation.run(input, open);
  };

  const reprice: Settlements['reprice'] = async (prepared, useAccount) => {
    const visit = store.visits.get(prepared.id);
    if (visit?.phase !== 'ready' || visit.preSettled === null) return err(failure('SETTLEMENT_OPEN'));
    const signed = await calls.signIn();
    if (!signed.ok) return signed;
    return preparation.preSettle(visit, visit.preSettled.levels, useAccount);
  };

  const settle: Settlements['settle'] = async (prepared, limitMs, onStep) => {
    let cancelLimit = (): void => {};
    const limit = new Promise<null>((resolve) => {
      cancelLimit = clock.after(limitMs, () => resolve(null));
    });
    const signed = await guarded(() => calls.signIn());
    const intent = signed.ok ? intend(prepared) : signed;
    if (!intent.ok) {
      cancelLimit();
      return { kind: 'notSent', failure: intent.error };
    }
    const { row, written } = intent.value;
    attended.add(row.id);
    onStep('recorded');
    onStep('centre');
    const send = async (): Promise<SettlementRow> => {
      const sent = await pursuit.send(row, written);
      if (!isFinal(sent.state) && attended.has(row.id)) onStep('checking');
      return sent;
    };
    const chased = chase(row.id, send, () => {});
    life.background(chased.then(() => {}));
    const done = await Promise.race([chased, limit]);
    cancelLimit();
    attended.delete(row.id);
    const visit = store.visits.get(row.visitId);
    if (done === null || visit === null) {
      return { kind: 'unknown', messageId: row.messageId, checkCode: row.checkCode };
    }
    return resultOf(done, visit);
  };

  return {
    identify: (holder) => guarded(() => createIdentify(calls, deps.settings)(holder)),
    isBlocked: (encounterId) => isBlocked(store, encounterId),
    prepare: (input) => serial(input.encounter.encounterId, () => guarded(() => prepare(input))),
    reprice: (prepared, useAccount) =>
      serial(prepared.encounter.encounterId, () => guarded(() => reprice(prepared, useAccount))),
    settle,
    abandon(target) {
      const [encounterId, visitId] =
        'id' in target ? [target.encounter.encounterId, target.id] : [target.encounterId, null];
      background(() => giveUpOpen(encounterId, visitId, 'cancelled'));
    },
    async recover() {
      const visits = store.visits.unfinished();
      const firstTries = store.settlements.open().map(
        (row) =>
          new Promise<void>((resolve) => {
            background(async () => {
              await chase(row.id, () => pursuit.follow(row, resolve), resolve);
              resolve();
            });
          }),
      );
      for (const { id, at } of store.settlements.toVerify()) planVerify(id, at);
      const givenUp = visits.map((visit) =>
        serial(visit.encounterId, () => (visit.phase === 'undoing' ? undoFor(visit) : giveUp(visit, 'expired'))),
      );
      await Promise.allSettled([...firstTries, ...givenUp]);
    },
    onResolved(listener) {
      listeners.add(listener);
    },
    stop: () => life.stop(),
  };
}

/** Whether a preparation that was left may be gone on with: same person, same scheme. */
function belongsTo(visit: VisitRow, { insured }: PrepareInput): boolean {
  const [insurance] = insured.insurances;
  return (
    unwrapPii(visit.psnNo) === unwrapPii(insured.psnNo) &&
    visit.insutype === insurance.insutype &&
    visit.insuplcAdmdvs === insurance.insuplcAdmdvs
  );
}

/** A bug's kind, without its words: they might quote data. */
function nameOf(cause: unknown): string {
  return cause instanceof Error ? cause.name : 'unknown error';
}
