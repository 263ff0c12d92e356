import { backoffMs } from '../outbox/backoff.ts';
import type { Failure } from '../ports.ts';
import { storeFailure } from '../store/open.ts';
import type { VisitRow } from '../store/visits.ts';
import type { CoreDeps, RecoveryWaits } from './deps.ts';
import type { Life, Serial } from './life.ts';
import type { Notices, ReleaseReason } from './notices.ts';
import { isFinal } from './reducer.ts';

/** How a preparation is given back: at the HIS by the queue, at the centre by 2205 and 2202. */
export interface GivingBack {
  /** Tries to undo until it is done; the first attempt's end is what is awaited. */
  undoFor(visit: VisitRow): Promise<void>;
  /** Durable before it returns. */
  giveBack(visit: VisitRow, reason: ReleaseReason, failure?: Failure | null): void;
  /** Ends what an earlier process left, if nobody takes it up first. */
  giveUpLeft(visit: VisitRow): Promise<void>;
  /**
   * The same for the encounter's open preparation, if it is still this one. `written`: called when it is on record, which
   * is before the centre was asked; also where there is nothing to give up, or the first attempt came to nothing.
   */
  giveUpOpen(encounterId: string, visitId: number | null, reason: ReleaseReason, written?: () => void): Promise<void>;
}

export interface GivingBackParts {
  readonly notices: Notices;
  readonly undo: (visit: VisitRow) => Promise<boolean>;
  readonly background: (work: () => Promise<void>) => void;
  readonly serial: Serial;
  readonly life: Life;
  readonly waits: RecoveryWaits;
}

export function createGivingBack({ store, outbox, clock, random }: CoreDeps, parts: GivingBackParts): GivingBack {
  const { notices, undo, background, serial, life, waits } = parts;

  /** A database that refuses for a while is one more reason why it is not done yet. */
  const unlessRefused = async (work: () => Promise<boolean>): Promise<boolean> => {
    try {
      return await work();
    } catch (cause) {
      if (storeFailure(cause) === null) throw cause;
      return false;
    }
  };

  const undoAfter = async (visit: VisitRow, failures: number): Promise<void> => {
    if (life.stopped() || (await unlessRefused(() => undo(visit)))) return;
    background(async () => {
      await life.pause(backoffMs(random, waits, failures, null));
      const row = store.visits.get(visit.id);
      if (life.stopped() || row?.phase !== 'undoing') return;
      await serial(visit.encounterId, () => undoAfter(row, failures + 1));
    });
  };

  const giveBack: GivingBack['giveBack'] = (visit, reason, failure) => {
    store.transaction(() => {
      store.visits.setPhase(visit.id, 'undoing', clock.now());
      notices.released(visit, reason, failure);
    });
    outbox.kick();
  };

  /** Ends a preparation unless a settlement of it is open: UNKNOWN keeps the hold. */
  const giveUp = async (visit: VisitRow, otherwise: ReleaseReason, written = () => {}): Promise<void> => {
    const last = store.settlements.newestOfVisit(visit.id);
    if (last !== null && !isFinal(last.state)) return;
    const reason = last?.state === 'refused' || last?.state === 'notSent' ? last.state : otherwise;
    giveBack(visit, reason, last?.state === 'refused' ? last.failure : null);
    written();
    await undoAfter(visit, 0);
  };

  const giveUpLeft = async (visit: VisitRow, failures = 0): Promise<void> => {
    const done = await unlessRefused(async () => {
      const row = store.visits.get(visit.id);
      // Whoever takes it up goes on in another phase, or uploads its lines again, under another batch number.
      const isLeft = row !== null && row.phase === visit.phase && row.batch === visit.batch;
      if (isLeft) await giveUp(row, 'expired');
      return true;
    });
    if (done || life.stopped()) return;
    background(async () => {
      await life.pause(backoffMs(random, waits, failures, null));
      if (!life.stopped()) await serial(visit.encounterId, () => giveUpLeft(visit, failures + 1));
    });
  };

  /** By its number from the second attempt on: somebody else's preparation of the encounter may have followed. */
  const giveUpOpen = async (
    encounterId: string,
    visitId: number | null,
    reason: ReleaseReason,
    written = () => {},
    failures = 0,
  ): Promise<void> => {
    let open = visitId;
    const done = await serial(encounterId, () =>
      unlessRefused(async () => {
        const visit = store.visits.open(encounterId);
        open ??= visit?.id ?? null;
        if (visit !== null && visit.id === open) await giveUp(visit, reason, written);
        return true;
      }),
    ).finally(written);
    if (done || life.stopped()) return;
    background(async () => {
      await life.pause(backoffMs(random, waits, failures, null));
      if (!life.stopped()) await giveUpOpen(encounterId, open, reason, () => {}, failures + 1);
    });
  };

  return {
    undoFor: (visit) => undoAfter(visit, 0),
    giveBack,
    giveUpLeft: (visit) => giveUpLeft(visit),
    giveUpOpen: (encounterId, visitId, reason, written) => giveUpOpen(encounterId, visitId, reason, written),
  };
}
