import type { PrintOutcome } from '../../common/contracts/devices/printer.ts';
import type { FailureCode } from '../../common/contracts/failures.ts';
import type { ReconcileReport } from '../../common/contracts/reconcile.ts';
import type { StaffReportIntent, StaffTold } from '../../common/contracts/session/staff-report.ts';
import { formatDate } from '../../common/kernel/dates.ts';
import type { Clock } from '../../common/kernel/ports.ts';
import type { Result } from '../../common/kernel/result.ts';
import type { Reconcile } from '../reconcile/reconcile.ts';
import { dayAfter } from '../reconcile/schedule.ts';
import type { Desk, Lent } from './desk.ts';
import { reportView } from './report-view.ts';

export interface ReportPageDeps {
  readonly clock: Clock;
  readonly desk: Pick<Desk, 'prove' | 'under'>;
  readonly lent: Pick<Lent, 'show'>;
  /** Null: no journal is open, or there is no centre to ask. */
  readonly reconcile: () => Pick<Reconcile, 'run' | 'last'> | null;
  readonly fault: () => FailureCode | null;
  readonly print: (report: ReconcileReport) => Promise<PrintOutcome>;
  /** Writes the finance office's file; its path. */
  readonly save: (report: ReconcileReport) => Result<string, FailureCode>;
}

/** A day's books on the staff's page. Whoever opens it proves herself; the proof holds until the page is left. */
export interface ReportPage {
  intent(intent: StaffReportIntent): Promise<void>;
  /** The proof ends; what is still under way shows nothing any more. */
  leave(): void;
  /** Something is under way that outlasts the page's patience. */
  busy(): boolean;
}

const CARD_MS = 60_000;
const TOLD = { printed: 'printed', notPrinted: 'notPrinted', unknown: 'printUnknown' } as const;

/** What stands on the glass, for whoever proved herself (`by`: staff id). */
interface Open {
  readonly by: string;
  day: string;
  report: ReconcileReport | null;
  doing: 'comparing' | 'printing' | null;
}

export function createReportPage(deps: ReportPageDeps): ReportPage {
  const { clock, desk } = deps;
  let open: Open | null = null;

  const show = (told: StaffTold | null = null): void => {
    if (open === null) return;
    const { day, report, doing } = open;
    const newest = day >= formatDate(clock.now());
    deps.lent.show({ kind: 'report', day, newest, report: report === null ? null : reportView(report), doing, told });
  };

  const failed = (failure: FailureCode): StaffTold => ({ kind: 'failed', failure });

  const turnTo = (page: Open, asked: string | null): void => {
    const today = formatDate(clock.now());
    const day = asked ?? dayAfter(today, -1);
    const books = deps.reconcile();
    if (day > today) {
      show(failed('RECONCILE_DAY'));
      return;
    }
    page.day = day;
    page.report = books?.last(day) ?? null;
    show(books === null ? failed(deps.fault() ?? 'STORE_LOCKED') : null);
  };

  /** Does something that takes its time; its end is told only to whoever still stands there. */
  const during = async (page: Open, doing: 'comparing' | 'printing', work: () => Promise<StaffTold | null>) => {
    page.doing = doing;
    show();
    let told: StaffTold | null;
    try {
      told = await work();
    } catch {
      told = failed('TERMINAL_INTERNAL');
    }
    page.doing = null;
    if (open === page) show(told);
  };

  const compare = async (page: Open): Promise<StaffTold | null> => {
    const books = deps.reconcile();
    if (books === null) return failed(deps.fault() ?? 'STORE_LOCKED');
    const done = await books.run(page.day, page.by);
    if (!done.ok) return failed(done.error.code);
    page.report = done.value;
    return null;
  };

  const prove = async (): Promise<Open | null> => {
    const act = { act: 'reconcile' } as const;
    const ticket = await desk.prove(act, { waitMs: CARD_MS, page: true });
    if (!ticket.ok) return null;
    const people = await desk.under(ticket.value.ticket, act, (stand) => stand, true);
    return people.ok ? { by: people.value.by, day: '', report: null, doing: null } : null;
  };

  return {
    async intent(intent) {
      if (open === null) {
        // The other keys belong to a report that somebody has proved herself for.
        if (intent.kind !== 'staffReport') return;
        const proved = await prove();
        if (proved === null) return;
        open = proved;
        turnTo(proved, intent.day);
        return;
      }
      const page = open;
      const { report } = page;
      if (page.doing !== null) return;
      if (intent.kind === 'staffReport') turnTo(page, intent.day);
      else if (intent.kind === 'staffCompare') {
        if (intent.day === page.day) await during(page, 'comparing', () => compare(page));
      } else if (report !== null && intent.run === report.run) {
        if (intent.kind === 'staffPrint') {
          await during(page, 'printing', async () => ({ kind: TOLD[(await deps.print(report)).kind] }));
        } else {
          const saved = deps.save(report);
          show(saved.ok ? { kind: 'saved', file: saved.value } : failed(saved.error));
        }
      }
    },
    leave() {
      open = null;
    },
    busy: () => open !== null && open.doing !== null,
  };
}
