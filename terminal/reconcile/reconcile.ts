import type { ReconcileReport } from '../../common/contracts/reconcile.ts';
import { formatDate, isIsoDate, parseDateTime } from '../../common/kernel/dates.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import type { Failure } from '../ports.ts';
import { failure } from '../settlement/deps.ts';
import { storeFailure } from '../store/open.ts';
import { reconcileCsv } from './csv.ts';
import type { ReconcileDeps } from './deps.ts';
import { reportOf } from './report.ts';
import { createRun } from './run.ts';
import { dayAfter, dueDays, startDaily } from './schedule.ts';

export interface Reconcile {
  /** Compares `day` (`yyyy-MM-dd`; null: yesterday) now. `by`: staff id, null for the terminal itself. */
  run(day: string | null, by: string | null): Promise<Result<ReconcileReport, Failure>>;
  /** The newest finished comparison of a day (null: yesterday), or null. */
  last(day: string | null): ReconcileReport | null;
  /** The finance office's file of a run, piece by piece; null where there is no such run. */
  csv(run: number, after: number, limit: number): { readonly text: string; readonly next: number | null } | null;
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

  /** A day counts as compared when that was done after it had ended, and nothing it found has ended by itself since. */
  const isDone = (day: string): boolean => {
    const run = store.reconcile.finished(day);
    const isLateEnough = run?.finishedAt != null && run.finishedAt >= (parseDateTime(`${dayAfter(day)} 00:00:00`) ?? 0);
    return isLateEnough && !store.reconcile.hasEnded(run.id);
  };

  return {
    async run(asked, by) {
      const today = formatDate(clock.now());
      const day = asked ?? dayAfter(today, -1);
      if (!isIsoDate(day) || day > today) return err(failure('RECONCILE_DAY'));
      return queue(day, by);
    },
    last(day) {
      const run = store.reconcile.finished(day ?? dayAfter(formatDate(clock.now()), -1));
      return run === null ? null : reportOf(store, settings, run);
    },
    csv(id, after, limit) {
      const run = store.reconcile.run(id);
      if (run === null || run.state !== 'finished') return null;
      const file = reconcileCsv(reportOf(store, settings, run), settings.locale === 'zh-CN' ? 'zh' : 'en');
      const rows = store.reconcile.found(id, after, limit);
      const next = rows.length < limit ? null : (rows.at(-1)?.id ?? null);
      return { text: (after === 0 ? file.begin : '') + rows.map(file.row).join(''), next };
    },
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
