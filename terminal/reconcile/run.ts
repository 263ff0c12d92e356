import { err, ok, type Result } from '../../common/kernel/result.ts';
import type { Failure } from '../ports.ts';
import type { RunRow } from '../store/reconcile-rows.ts';
import { detailTypeOf } from './clearing-type.ts';
import { conclude } from './conclude.ts';
import type { ReconcileDeps } from './deps.ts';
import { createDetail } from './detail.ts';
import { findDifferences } from './find.ts';
import { askTotal, makeParts } from './totals.ts';

/** A centre that was started anew, or a day that ended there before here: it wants 签到 again. */
const SIGN_IN = '签到';

/**
 * One clearing day, from wherever an earlier attempt stopped: 3201 for each part, the detail file where one differs,
 * every row judged, then the end. What was answered is never asked again; nothing is decided in memory alone.
 */
export function createRun(deps: ReconcileDeps): (run: RunRow) => Promise<Result<RunRow, Failure>> {
  const { store, calls, clock, audit, outbox, worklist, settings } = deps;
  const detailLines = createDetail(deps);

  const steps = async (run: RunRow): Promise<Result<null, Failure>> => {
    const signed = await calls.signIn();
    if (!signed.ok) return signed;
    const made = store.reconcile.parts(run.id);
    const parts = made.length > 0 ? made : store.transaction(() => makeParts(deps, run));
    const differing = new Set<string>();
    for (const part of parts) {
      const result = part.result === null ? await askTotal(deps, run, part) : ok(part.result);
      if (!result.ok) return result;
      if (result.value !== '0') differing.add(detailTypeOf(settings, part.clrType));
    }
    for (const type of differing) {
      const detail = store.transaction(() => store.reconcile.detail(run.id, type));
      if (detail.judged) continue;
      const lines = await detailLines(run, detail);
      if (!lines.ok) return lines;
      conclude(deps, run, detail, await findDifferences(deps, run, lines.value));
    }
    return ok(null);
  };

  /** The differences of this day that an earlier run found and this one does not: they have ended by themselves. */
  const endOthers = (run: RunRow): void => {
    const still = new Set(store.reconcile.found(run.id, 0, -1).map((row) => row.worklist));
    for (const subject of store.reconcile.subjects(run.day)) {
      const call = store.reconcile.lastCall(subject);
      if (call !== null && call.resolution === null && !still.has(call.id)) {
        worklist.end('difference', subject);
      }
    }
  };

  const finish = (run: RunRow): RunRow => {
    const done = store.transaction(() => {
      store.reconcile.finish(run.id, clock.now());
      endOthers(run);
      const open = store.reconcile
        .found(run.id, 0, -1)
        .filter((row) => row.worklist !== null && row.resolution === null);
      const facts = { day: run.day, run: run.id, by: run.by, open: open.length };
      audit(open.length === 0 ? 'reconcile.agreed' : 'reconcile.open', facts);
      outbox.enqueue({ destination: 'operator', kind: 'reconciliation', group: `reconcile ${run.day}`, body: facts });
      return store.reconcile.run(run.id);
    });
    outbox.kick();
    if (done === null) throw new Error('reconcile: the run just finished is not there');
    return done;
  };

  return async (run) => {
    let done = await steps(run);
    if (!done.ok && done.error.code === 'CENTRE_REFUSED' && done.error.reason?.includes(SIGN_IN)) {
      calls.forgetSignIn();
      done = await steps(run);
    }
    if (done.ok) return ok(finish(run));
    audit('reconcile.failed', { day: run.day, run: run.id, failure: done.error.code });
    return err(done.error);
  };
}
