import type { FailureCode } from '../../common/contracts/failures.ts';
import type { StaffIntent, StaffReasonKey } from '../../common/contracts/session/staff-view.ts';
import type { StaffAct, StaffActAsked, StaffResolution } from '../../common/contracts/staff.ts';
import type { WorklistRow } from '../../common/contracts/worklist.ts';
import type { Clock } from '../../common/kernel/ports.ts';
import type { Result } from '../../common/kernel/result.ts';
import type { WorklistRows } from '../store/worklist.ts';
import type { Desk, Lent } from './desk.ts';
import type { ReportPage } from './report-page.ts';
import { workView } from './work-view.ts';

type ResolveAct = Extract<StaffActAsked, { act: 'worklistResolve' }>;

/** Records a person's answer to a row, by the rules of the money room. */
export type Resolve = (act: ResolveAct, people: StaffAct) => Promise<Result<WorklistRow, FailureCode>>;

export interface PageDeps {
  readonly clock: Clock;
  readonly desk: Desk;
  readonly lent: Lent;
  readonly worklist: () => Pick<WorklistRows, 'list' | 'countOpen' | 'get'> | null;
  readonly resolve: Resolve;
  /** What may be answered to a row as things stand, by the same rules. */
  readonly answers: (row: WorklistRow) => readonly StaffResolution[];
  /** The day's books, on keys of their own. */
  readonly report: ReportPage;
  /** The sentence of a reason, as the record keeps it. */
  readonly reasonText: (key: StaffReasonKey) => string;
}

/** The staff's page on the terminal's screen. It only shows and asks: each answer takes proofs of its own. */
export interface StaffPage {
  /** Opens the list for somebody who has proved herself; `name` is masked. */
  open(name: string): void;
  isOpen(): boolean;
  intent(intent: StaffIntent): void;
}

const MAX_ROWS = 40;
/** With no key pressed for this long the terminal is the residents' again. */
const IDLE_MS = 120_000;
const CARD_MS = 60_000;

export function createStaffPage(deps: PageDeps): StaffPage {
  const { clock, desk, lent, worklist, resolve, answers, report, reasonText } = deps;
  let name: string | null = null;
  let cancelIdle = (): void => {};

  const close = (): void => {
    name = null;
    report.leave();
    cancelIdle();
    desk.cancel();
    lent.takeBack();
  };

  const awake = (): void => {
    cancelIdle();
    cancelIdle = clock.after(IDLE_MS, () => {
      // A proof has an end of its own, and leads back here.
      if (desk.busy() || report.busy()) awake();
      else close();
    });
  };

  const awakeIfOpen = (): void => {
    if (name !== null) awake();
  };

  const showList = (): void => {
    const rows = worklist();
    if (rows === null || name === null) {
      close();
      return;
    }
    const shown = rows.list('open', MAX_ROWS).map((row) => workView(row, clock.now(), answers(row)));
    lent.show({ kind: 'list', name, rows: shown, total: rows.countOpen() });
  };

  const answer = async (intent: Extract<StaffIntent, { kind: 'staffResolve' }>): Promise<void> => {
    const { id, resolution, reason } = intent;
    const act = { act: 'worklistResolve', id, resolution, reason: reasonText(reason), setlId: null } as const;
    const ticket = await desk.prove(act, { waitMs: CARD_MS, page: true });
    if (!ticket.ok) {
      awake();
      return;
    }
    const done = await desk.under(ticket.value.ticket, act, (people) => resolve(act, people), true);
    awake();
    if (name === null) return;
    const result = done.ok ? done.value : done;
    if (result.ok) lent.show({ kind: 'recorded', work: workView(result.value, clock.now(), []), resolution });
    else lent.show({ kind: 'refused', failure: result.error, triesLeft: null, mayGoBack: true });
  };

  return {
    open(who) {
      name = who;
      awake();
      showList();
    },
    isOpen: () => name !== null,
    intent(intent) {
      if (name === null) {
        if (intent.kind === 'staffEnd') desk.cancel();
        return;
      }
      awake();
      if (intent.kind === 'staffEnd') close();
      else if (intent.kind === 'staffBack') {
        desk.cancel();
        report.leave();
        showList();
      } else if (!desk.busy())
        void (intent.kind === 'staffResolve' ? answer(intent) : report.intent(intent).then(awakeIfOpen));
    },
  };
}
