import { err, type Result } from '../../common/kernel/result.ts';
import type { Failure, Settlements } from '../ports.ts';
import { storeFailure } from '../store/open.ts';
import type { SettlementRow } from '../store/settlements.ts';
import { type CoreDeps, failure, RECOVERY_WAITS } from './deps.ts';
import { createIdentify } from './identify.ts';
import { isBlocked } from './intent.ts';
import { createLife, createSerial } from './life.ts';
import { createOutcomes } from './outcomes.ts';
import { createParts } from './parts.ts';
import type { SettlementsCore } from './port.ts';
import { createPrepare } from './prepare.ts';
import { isFinal } from './reducer.ts';
import { createAskRefund } from './refund/asked.ts';
import { createLookElsewhere } from './refund/elsewhere.ts';
import { createRefundKnown } from './refund/known.ts';
import { createRegistrations } from './registration/registrations.ts';
import { createResolve } from './resolve.ts';
import { createStays } from './stay/stays.ts';
import { createWork, STORE_RETRY_MS } from './work.ts';

export type { CoreDeps, CoreSettings } from './deps.ts';
export type { SettlementsCore } from './port.ts';

export function createSettlements(deps: CoreDeps): SettlementsCore {
  const { store, outbox, clock, audience } = deps;
  const life = createLife(clock);
  const serial = createSerial();
  const { background, insist, failed } = createWork(life, deps.audit);
  const finished = new Map<number, SettlementRow['state']>();
  const work = { background, insist, failed };
  const parts = createParts(deps, { life, serial, work, attended: (id) => outcomes.isAwaited(id) });
  const { calls, pursuit, refunds, unseen } = parts;
  const { undoFor, giveUpLeft, giveUpOpen } = parts.givingBack;
  const wake = (): void => {
    refunds.wake();
    outbox.kick();
  };
  const outcomes = createOutcomes(deps, {
    unseen,
    work,
    wake,
    giveUp: ({ encounterId, visitId }, reason) => giveUpOpen(encounterId, visitId, reason),
  });

  const rowOf = (id: number): SettlementRow => {
    const row = store.settlements.get(id);
    if (row === null) throw new Error(`settlement: no row ${id}`);
    return row;
  };

  const planVerify = (id: number, at: number): void => {
    insist(async () => {
      let next: number | null = at;
      for (let failures = 0; next !== null && !life.stopped(); failures++) {
        // Never further ahead than it is ever planned: a moment beyond that is one of a clock that was wrong.
        await life.pause(Math.min(deps.waits?.verifyMs ?? RECOVERY_WAITS.verifyMs, Math.max(0, next - clock.now())));
        if (!life.stopped()) next = await pursuit.verify(id, failures);
      }
    });
  };

  /** Who was told, or was not; a database that refuses for a while does not lose it. */
  const tell = (mark: () => void): void =>
    insist(async () => {
      mark();
      wake();
    });

  /** What follows a final state, once, whoever waited for it. It fails where the database does, and is then done again. */
  const finish = (row: SettlementRow): void => {
    refunds.wake();
    // The pursuit and a person's ruling may both come here with the same end.
    if (finished.get(row.id) !== row.state) {
      const visit = store.visits.get(row.visitId);
      const planned = store.settlements.toVerify().find(({ id }) => id === row.id);
      // All is read by now: what cannot be read leaves nothing half begun that the next attempt would leave out.
      finished.set(row.id, row.state);
      if (visit !== null && row.state === 'reversed') background(() => serial(row.encounterId, () => undoFor(visit)));
      if (planned !== undefined) planVerify(planned.id, planned.at);
    }
    outcomes.ended(row);
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
        failed(cause);
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

  const { prepare, reprice } = createPrepare(deps, parts);
  const lookElsewhere = createLookElsewhere(deps, { ...parts, insist, wake });
  const settle: Settlements['settle'] = async (prepared, limitMs, onStep) => {
    let cancelLimit = (): void => {};
    const limit = new Promise<null>((resolve) => {
      cancelLimit = clock.after(limitMs, () => resolve(null));
    });
    const signed = await guarded(() => calls.signIn());
    const intent = signed.ok ? parts.intend(prepared) : signed;
    if (!intent.ok) {
      cancelLimit();
      return { kind: 'notSent', failure: intent.error };
    }
    const { row, written } = intent.value;
    outcomes.wait(row);
    onStep('recorded');
    onStep('centre');
    const send = async (): Promise<SettlementRow> => {
      const sent = await pursuit.send(row, written);
      if (!isFinal(sent.state) && outcomes.isAwaited(row.id)) onStep('checking');
      return sent;
    };
    const chased = chase(row.id, send, () => {});
    life.background(chased.then(() => {}));
    try {
      await Promise.race([chased, limit]);
      // Read again: it may have come to its end in the moment of the limit, and then nobody else tells of it.
      return outcomes.answer(row.id);
    } catch (cause) {
      // The journal failed under it. Its bytes may have left, so "unknown" is the only honest word.
      failed(cause);
      return outcomes.unread(row);
    } finally {
      cancelLimit();
    }
  };

  /** What a ruling has moved is followed up, though the journal cannot be read just then. */
  const settled = (id: number): void => insist(async () => finish(rowOf(id)));
  /** Takes up what is open, and returns the end of each one's first attempt. Reads first, so that it can be done again. */
  const takeUp = (): readonly Promise<unknown>[] => {
    const [open, planned, visits] = [store.settlements.open(), store.settlements.toVerify(), store.visits.unfinished()];
    const refunding = new Set(store.refunds.open().map((row) => rowOf(row.settlementId).visitId));
    const firstTries = open.map(
      (row) =>
        new Promise<void>((resolve) => {
          background(async () => {
            await chase(row.id, () => pursuit.follow(row, resolve), resolve);
            resolve();
          });
        }),
    );
    for (const { id, at } of planned) planVerify(id, at);
    tell(unseen.recover);
    // What a refund left to be undone, the refund undoes.
    const left = visits.filter((visit) => !refunding.has(visit.id));
    const givenUp = left.map((visit) =>
      serial(visit.encounterId, () => (visit.phase === 'undoing' ? undoFor(visit) : giveUpLeft(visit))),
    );
    return [...firstTries, ...givenUp];
  };

  const stays = createStays(deps, { ...parts.stay, calls, serial, guarded, lookElsewhere });
  const registrations = createRegistrations(deps, { ...parts, ...parts.registration, serial, guarded });
  const refund = createAskRefund(deps, { ...parts, wake });
  const resolve = createResolve(deps, { ...parts, settled });

  return {
    identify: (holder) => guarded(() => createIdentify(calls, deps.settings)(holder)),
    isBlocked: (encounterId) => isBlocked(store, encounterId),
    prepare: (input) =>
      guarded(() => {
        const prepared = () => serial(input.encounter.encounterId, () => prepare(input));
        // Not within its turn: what was given back elsewhere is undone in a turn of its own.
        return lookElsewhere.toBill(input)?.then(prepared) ?? prepared();
      }),
    reprice: (prepared, useAccount) =>
      serial(prepared.encounter.encounterId, () => guarded(() => reprice(prepared, useAccount))),
    settle,
    refund,
    stays,
    registrations,
    abandon(target, written) {
      const [encounterId, visitId] =
        'id' in target ? [target.encounter.encounterId, target.id] : [target.encounterId, null];
      background(() => giveUpOpen(encounterId, visitId, 'cancelled', written));
    },
    async recover() {
      while (!life.stopped()) {
        try {
          await Promise.allSettled(takeUp());
          return;
        } catch (cause) {
          failed(cause);
          await life.pause(STORE_RETRY_MS);
        }
      }
    },
    resolve: (id, ruling) => guarded(() => resolve(id, ruling)),
    books: {
      calls,
      look: parts.look,
      worklist: parts.worklist,
      takeUp(id, confirmed) {
        const seen = { setlId: confirmed.setlId, total: confirmed.split.total, why: null };
        return parts.apply(id, 'queryFound', { confirmed, seen }).state;
      },
    },
    seen(messageId) {
      audience.saw(messageId);
      tell(() => unseen.seen(messageId));
    },
    left(messageId) {
      audience.goes(messageId);
      tell(() => unseen.left(messageId));
    },
    onResolved: outcomes.onResolved,
    onRefundKnown: createRefundKnown(deps, { ...parts, insist }),
    stop: () => life.stop(),
  };
}
