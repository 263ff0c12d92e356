import type { CashierAnswer } from '../../common/contracts/cashier/cashier.ts';
import type { CollectionResult } from '../../common/contracts/session/collection.ts';
import { formatFen } from '../../common/kernel/money.ts';
import type { Clock, Random } from '../../common/kernel/ports.ts';
import type { Result } from '../../common/kernel/result.ts';
import type { CashierGateway } from '../gateways/cashier/port.ts';
import type { CallFailure, CallReply } from '../gateways/json-call.ts';
import { backoffMs } from '../outbox/backoff.ts';
import type { Audit, Settled } from '../ports.ts';
import { createLife } from '../settlement/life.ts';
import type { PrintJobsCore } from '../settlement/print-jobs.ts';
import { createWork } from '../settlement/work.ts';
import type { CollectionEnd, CollectionRow } from '../store/cash-collections.ts';
import type { Store } from '../store/store.ts';
import { resultOfEnd } from './collection-of.ts';
import { judgeAnswer, type Verdict } from './judge.ts';
import { type CollectionNotices, factsOf } from './notices.ts';
import type { Collections } from './port.ts';

export interface CollectionsDeps {
  readonly store: Pick<Store, 'transaction' | 'collections' | 'settlements'>;
  readonly gateway: Pick<CashierGateway, 'write' | 'collect' | 'close'>;
  readonly notices: CollectionNotices;
  /** Calls somebody about a slip that was never begun; null where there is no printer. */
  readonly slips: Pick<PrintJobsCore, 'owed'> | null;
  readonly clock: Clock;
  readonly random: Random;
  readonly audit: Audit;
  readonly site: { readonly institutionCode: string; readonly terminalLabel: string };
  readonly waits?: CollectionWaits;
}

/** Waits, ms. */
export interface CollectionWaits {
  /** Between two questions while the person pays. */
  readonly pollMs: number;
  /** How long the person waits for the answer to "she does not pay here". */
  readonly closeMs: number;
  /** Between two tries to end it once nobody waits, growing. */
  readonly baseMs: number;
  readonly capMs: number;
}

const WAITS: CollectionWaits = { pollMs: 1000, closeMs: 5000, baseMs: 1000, capMs: 60_000 };

/** After so many questions that nobody answered somebody is called, as after the rounds of a settlement. */
const SILENT_TRIES = 6;

type Reply = Result<CallReply<CashierAnswer>, CallFailure>;

export function createCollections(deps: CollectionsDeps): Collections {
  const { store, gateway, notices, slips, clock, random, audit, site } = deps;
  const waits = deps.waits ?? WAITS;
  const life = createLife(clock);
  const { insist, failed } = createWork(life, audit);
  /** How to halt each collection that a person waits for. */
  const halts = new Set<() => void>();

  const rowOf = (id: number): CollectionRow => {
    const row = store.collections.get(id);
    if (row === null) throw new Error(`cashier: no row ${id}`);
    return row;
  };

  /** The request durable, under a key of its own; the one that this settlement has, where it has one. */
  const begin = (settled: Settled): { readonly row: CollectionRow; readonly fresh: boolean } => {
    const known = store.collections.ofSettlement(settled.id);
    if (known !== null) return { row: known, fresh: false };
    const { messageId, setlId, split, prepared } = settled;
    const key = Buffer.from(random.bytes(16)).toString('hex');
    const body = gateway.write({
      key,
      institution: site.institutionCode,
      terminal: site.terminalLabel,
      encounterId: prepared.encounter.encounterId,
      messageId,
      setlId,
      amount: formatFen(split.cash),
    });
    return store.transaction(() => {
      const row = { settlementId: settled.id, key, amount: split.cash, body };
      const id = store.collections.insert({ ...row, nowMs: clock.now() });
      audit('cashier.asked', factsOf(store, settled.id, split.cash));
      return { row: rowOf(id), fresh: true };
    });
  };

  /** Ends it, once; what was answered first stays. */
  const finish = ({ id, settlementId, amount }: CollectionRow, end: CollectionEnd): CollectionEnd => {
    store.transaction(() => {
      if (store.collections.finish(id, end, clock.now())) notices.ended(settlementId, amount, end);
    });
    return rowOf(id).end ?? end;
  };

  /** Asks that it end, again and again, until the cashier says how it did; null only where the terminal stops first. */
  const chase = async (id: number): Promise<CollectionEnd | null> => {
    for (let tries = 0; !life.stopped(); tries++) {
      const row = rowOf(id);
      if (row.end !== null) return row.end;
      const verdict = judgeAnswer(row, await gateway.close(row.key));
      if (verdict.kind === 'ended') return finish(row, verdict.end);
      // Whoever stands there is told by `run`, sooner; this is for what an earlier process left open.
      if (tries + 1 === SILENT_TRIES) {
        store.transaction(() => notices.unknown(row.settlementId, row.amount, 'silent'));
      }
      await life.pause(backoffMs(random, waits, tries, null));
    }
    return null;
  };
  /** `and`: what follows from it, in its transaction. */
  const close = (id: number, and = (): void => {}): Promise<CollectionEnd | null> =>
    new Promise((resolve) => {
      insist(async () => {
        store.transaction(() => {
          store.collections.closing(id, clock.now());
          and();
        });
        resolve(await chase(id));
      });
    });

  /**
   * Asks while the person may pay; null where it was halted before the cashier decided. `asked`: it was asked for before
   * this, so that the cashier may have it whatever becomes of the requests from here on.
   */
  const ask = async (row: CollectionRow, asked: boolean, halted: Promise<null>): Promise<CollectionEnd | null> => {
    let reached = asked;
    let halt = false;
    const noticed = halted.then(() => {
      halt = true;
      return null;
    });
    while (!halt) {
      const reply: Reply | null = await Promise.race([gateway.collect(row.body), noticed]);
      // What is under way may arrive after all.
      const verdict: Verdict = reply === null ? { kind: 'open' } : judgeAnswer(row, reply);
      if (verdict.kind === 'ended') return finish(row, verdict.end);
      if (verdict.kind === 'open') reached = true;
      await Promise.race([life.pause(waits.pollMs), noticed]);
    }
    return reached ? null : finish(row, { state: 'notCollected', because: 'unreachable' });
  };

  const run = async (settled: Settled, halted: Promise<null>): Promise<CollectionResult> => {
    let begun: ReturnType<typeof begin>;
    try {
      begun = begin(settled);
    } catch (cause) {
      // Nothing is stored, so nothing was asked.
      failed(cause);
      return { state: 'notCollected', because: 'unreachable' };
    }
    const { row, fresh } = begun;
    try {
      if (row.end !== null) return resultOfEnd(row.end);
      const end = row.state === 'asked' ? await ask(row, !fresh, halted) : null;
      if (end !== null) return resultOfEnd(end);
    } catch (cause) {
      failed(cause);
    }
    const closed = await Promise.race([close(row.id), life.pause(waits.closeMs).then(() => null)]);
    if (closed !== null) return resultOfEnd(closed);
    insist(async () => store.transaction(() => notices.unknown(settled.id, row.amount, 'silent')));
    return { state: 'unknown' };
  };

  return {
    collect(settled, limitMs) {
      let halt = (): void => {};
      const halted = new Promise<null>((resolve) => {
        halt = () => resolve(null);
      });
      halts.add(halt);
      const cancelLimit = clock.after(limitMs, halt);
      const result = run(settled, halted).finally(() => {
        cancelLimit();
        halts.delete(halt);
      });
      life.background(result.then(() => {}));
      return { result, stop: halt };
    },
    recover() {
      for (const { id, settlementId, state } of store.collections.open()) {
        // Her slip waited for the cashier's word: the process that would have printed it is gone.
        void close(id, () => (state === 'asked' ? slips?.owed(settlementId) : undefined));
      }
    },
    stop() {
      const stopped = life.stop();
      for (const halt of [...halts]) halt();
      return stopped;
    },
  };
}
