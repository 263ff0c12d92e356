import type { ReconcileReport, ReconcileRow } from '../../common/contracts/reconcile.ts';
import { formatDate, isIsoDate, parseDateTime } from '../../common/kernel/dates.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import type { Failure } from '../ports.ts';
import { failure } from '../settlement/deps.ts';
import { storeFailure } from '../store/open.ts';
import type { ReconcileDeps } from './deps.ts';
import { reportOf } from './report.ts';
import { createRun } from './run.ts';
import { dayAfter, dueDays, startDaily } from './schedule.ts';

export interface Reconcile {
  /** Compares `day` (`yyyy-MM-dd`; null: yesterday) now. `by`: staff id, null for the terminal itself. */
  run(day: string | null, by: string | null): Promise<Result<ReconcileReport, Failure>>;
  /** The newest finished comparison of a day, or null. */
  report(day: string): ReconcileReport | null;
  /** Rows of a run after row `after`, for the file. */
  rows(run: number, after: number, limit: number): readonly (ReconcileRow & { readonly id: number })[];
  /** From now on every day, at the profile's hour, while `idle`. */
  start(idle: () => boolean): void;
  /** No day is begun any more; resolves when the one under way has stopped where it can be gone on with. */
  stop(): Promise<void>;
}

export function createReconcile(deps: ReconcileDeps): Reconcile {
  const { store, clock, audit, settings } = deps;
  const runDay = createRun(deps);
  let stopDaily = (): void => {};
  let busy: Promise<unknown> = Promise.resolve();

  const compare = async (day: string, by: string | null): Promise<Result<ReconcileReport, Failure>> => {
    try {
      const run = store.transaction(() => store.reconcile.begin(day, by, clock.now()));
      const done = await runDay(run);
      return done.ok ? ok(reportOf(store, settings, done.value)) : done;
    } catch (cause) {
      const code = storeFailure(cause);
      if (code === null) throw cause;
      audit('store.failed', { code });
      return err(failure(code));
    }
  };

  /** One day at a time. */
  const queue = (day: string, by: string | null): Promise<Result<ReconcileReport, Failure>> => {
    const turn = busy.then(
      () => compare(day, by),
      () => compare(day, by),
    );
    busy = turn;
    return turn;
  };

  /** A day counts as compared when that was done after it had ended. */
  const isDone = (day: string): boolean => {
    const run = store.reconcile.finished(day);
    return run?.finishedAt != null && run.finishedAt >= (parseDateTime(`${dayAfter(day)} 00:00:00`) ?? 0);
  };

  return {
    async run(asked, by) {
      const today = formatDate(clock.now());
      const day = asked ?? dayAfter(today, -1);
      if (!isIsoDate(day) || day > today) return err(failure('RECONCILE_DAY'));
      return queue(day, by);
    },
    report(day) {
      const run = store.reconcile.finished(day);
      return run === null ? null : reportOf(store, settings, run);
    },
    rows: (run, after, limit) => store.reconcile.found(run, after, limit),
    start(idle) {
      stopDaily = startDaily({
        clock,
        at: settings.reconcile.at,
        idle,
        due: () => {
          const left = store.reconcile.running().map(({ day }) => day);
          const due = dueDays(clock.now(), store.reconcile.book.firstDay(), isDone);
          return [...new Set([...left, ...due])];
        },
        run: async (day) => (await queue(day, null)).ok,
      });
    },
    async stop() {
      stopDaily();
      await busy.catch(() => {});
    },
  };
}
