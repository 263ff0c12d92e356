import type { controlLink } from '../../common/contracts/cli/control-link.ts';
import type { reconcileVerbs } from '../../common/contracts/cli/reconcile-verbs.ts';
import type { PrintOutcome } from '../../common/contracts/devices/printer.ts';
import type { FailureCode } from '../../common/contracts/failures.ts';
import type { ReconcileReport } from '../../common/contracts/reconcile.ts';
import type { Clock } from '../../common/kernel/ports.ts';
import type { Handlers } from '../../common/rpc/serve.ts';
import type { Reconcile } from '../reconcile/reconcile.ts';
import type { Desk } from '../staff/desk.ts';
import { TICKET_MS } from '../staff/tickets.ts';

export interface ReconcileApiDeps {
  readonly clock: Clock;
  readonly desk: Pick<Desk, 'under'>;
  /** Null: no journal is open, or there is no centre to ask. */
  readonly reconcile: () => Reconcile | null;
  readonly fault: () => FailureCode | null;
  readonly printReport: (report: ReconcileReport) => Promise<PrintOutcome>;
}

type ReconcileHandlers = Pick<Handlers<typeof controlLink>, keyof typeof reconcileVerbs>;

/** Rows of one piece of the file: a frame has its limit. */
const PIECE = 60;

/** Reconciliation as one client's control link asks for it. */
export function reconcileHandlers(deps: ReconcileApiDeps): ReconcileHandlers {
  const no = (code: FailureCode, detail: string | null = null) => ({ ok: false, code, detail }) as const;
  /** The run that was shown to this client under a proof, and until when the proof holds for its file. */
  let shown = { run: -1, until: 0 };
  const show = (run: number): void => {
    shown = { run, until: deps.clock.monotonic() + TICKET_MS };
  };
  const closed = () => no(deps.fault() ?? 'STORE_LOCKED');

  const compare = async (by: string, asked: { day: string | null; last: boolean; print: boolean }) => {
    const reconcile = deps.reconcile();
    if (reconcile === null) return closed();
    let report: ReconcileReport;
    if (asked.last) {
      const last = reconcile.last(asked.day);
      if (last === null) return no('RECONCILE_NONE');
      report = last;
    } else {
      const done = await reconcile.run(asked.day, by);
      if (!done.ok) return no(done.error.code, done.error.reason);
      report = done.value;
    }
    show(report.run);
    const printed = asked.print ? (await deps.printReport(report)).kind : null;
    return { ok: true, report, printed } as const;
  };

  return {
    async reconcile({ ticket, ...asked }) {
      const done = await deps.desk.under(ticket, { act: 'reconcile' }, ({ by }) => compare(by, asked));
      return done.ok ? done.value : no(done.error);
    },
    reconcileCsv({ run, after }) {
      if (shown.run !== run || deps.clock.monotonic() >= shown.until) return no('STAFF_TICKET_NEEDED');
      show(run);
      const piece = deps.reconcile()?.csv(run, after, PIECE);
      if (piece === undefined) return closed();
      return piece === null ? no('RECONCILE_NONE') : { ok: true, ...piece };
    },
  };
}
