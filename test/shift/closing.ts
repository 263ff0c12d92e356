import type { controlLink } from '../../common/contracts/cli/control-link.ts';
import type { ReconcileReport } from '../../common/contracts/reconcile.ts';
import type { StaffActAsked } from '../../common/contracts/staff.ts';
import type { Client } from '../../common/rpc/connect.ts';
import type { Lab } from '../../simulator/lab/lab.ts';
import type { LedgerRow } from './books.ts';
import type { CentreLogEntry } from './centre-log.ts';

type Control = Client<typeof controlLink>;

const CARD_MS = 60_000;
const COMPARE_MS = 120_000;

/** The end of the day at the terminal, as its staff has it: by card and PIN, through the terminal's own verbs. */
export interface Staffed {
  readonly lab: Lab;
  readonly control: Control;
  /** This person shows who she is when the terminal asks for her card. */
  readonly proves: (persona: string) => Promise<void>;
}

async function ticketFor({ control, proves }: Staffed, act: StaffActAsked): Promise<string> {
  const asked = control.call('staffAct', { act, waitMs: CARD_MS }, { timeoutMs: CARD_MS + 30_000 });
  const [answer] = await Promise.all([asked, proves('staff-cashier')]);
  if (!answer.ok) throw new Error(answer.error.message);
  if (!answer.value.ok) throw new Error(`${act.act}: ${answer.value.code} ${answer.value.detail ?? ''}`);
  return answer.value.ticket;
}

/** Open rows of the terminal's work-list, as it lists them for its staff. */
export async function openRows(staffed: Staffed): Promise<{ readonly open: number; readonly kinds: string }> {
  const ticket = await ticketFor(staffed, { act: 'worklistList' });
  const listed = await staffed.control.call('worklistList', { ticket, all: false });
  if (!listed.ok) throw new Error(listed.error.message);
  if (!listed.value.ok) throw new Error(`the work-list: ${listed.value.code}`);
  const { open, rows } = listed.value;
  return { open, kinds: rows.map(({ kind, subject }) => `${kind} ${subject}`).join(', ') };
}

/** The terminal lays its books of this day beside the centre's: 3201, and 3202 where that is not flat. */
export async function compareDay(staffed: Staffed, day: string): Promise<ReconcileReport> {
  const ticket = await ticketFor(staffed, { act: 'reconcile' });
  const asked = { ticket, day, last: false, print: false };
  const done = await staffed.control.call('reconcile', asked, { timeoutMs: COMPARE_MS });
  if (!done.ok) throw new Error(done.error.message);
  if (!done.value.ok) throw new Error(`the day's books: ${done.value.code} ${done.value.detail ?? ''}`);
  return done.value.report;
}

/**
 * The same comparison with a fen more in the first row of each part of the centre's books, then with its true ones: a
 * comparison that is blind to a fen proves nothing. 3202 knows no insurance types, so it names one row a clearing type.
 */
export async function seesAFen(staffed: Staffed, day: string): Promise<boolean> {
  const bend = (statement: readonly unknown[]) => staffed.lab.admin('POST', '/admin/settings', { statement });
  await bend([{ kind: 'amount', fen: 1 }]);
  const bent = await compareDay(staffed, day);
  await bend([]);
  const straight = await compareDay(staffed, day);
  return isSeen(bent) && straight.open.rows === 0;
}

/** Whether a comparison is open, and names rows that are a fen apart. */
export function isSeen({ state, rows }: Pick<ReconcileReport, 'state' | 'rows'>): boolean {
  const apart = rows.filter(({ verdict }) => verdict === 'amountDiffers');
  const fen = apart.map(({ ours, theirs }) => (theirs?.total ?? 0) - (ours?.total ?? 0));
  return state === 'open' && fen.length > 0 && fen.every((one) => one === 1);
}

/** 21 hospital stays, 11 everything else, as the lab's centre clears them. */
const STAY_MESSAGES: readonly string[] = ['2304', '2305'];

interface Sums {
  readonly count: number;
  readonly total: number;
  readonly funds: number;
  readonly account: number;
}

/**
 * What the ledger says of one part of a day, as the statement counts it; a refund is a row of its own with negative
 * amounts. `accountInsideFunds`: this province's fund_pay_sumamt has the account in it.
 */
export function ledgerSums(
  ledger: readonly LedgerRow[],
  log: readonly CentreLogEntry[],
  part: { readonly day: string; readonly insutype: string; readonly clrType: string },
  accountInsideFunds = false,
): Sums {
  const stays = new Set(log.filter(({ key }) => STAY_MESSAGES.includes(key)).map(({ messageId }) => messageId));
  const rows = ledger.filter(
    ({ settledAt, insutype, state, msgid }) =>
      settledAt.startsWith(part.day) &&
      insutype === part.insutype &&
      state !== 'reversed' &&
      (stays.has(msgid) ? '21' : '11') === part.clrType,
  );
  const sum = (what: 'total' | 'funds' | 'account'): number =>
    rows.reduce((so, row) => so + (row.refundOf === null ? row[what] : -row[what]), 0);
  const account = sum('account');
  return { count: rows.length, total: sum('total'), funds: sum('funds') + (accountInsideFunds ? account : 0), account };
}

/**
 * By how much the comparison is not the centre's ledger, fen: what it left open, and, part by part, what it says of the
 * centre's side. A row that it explained is in that.
 */
export function unlike(report: ReconcileReport, of: (part: { insutype: string; clrType: string }) => Sums): number {
  const parts = report.parts.flatMap(({ insutype, clrType, theirs }) => {
    const ledger = of({ insutype, clrType });
    // A row more or less is a difference also where it comes to nothing.
    return (['count', 'total', 'funds', 'account'] as const).map((what) => Math.abs(theirs[what] - ledger[what]));
  });
  return [report.open.fen, ...parts].reduce((sum, one) => sum + one, 0);
}

/**
 * Rows that the comparison found and that nothing in the centre's log accounts for, in words. A refund whose answer was
 * lost is accounted for: the journal has it without its number, and the statement is the first to tell that.
 */
export function unaccounted(report: Pick<ReconcileReport, 'rows'>, refunds: readonly string[]): readonly string[] {
  return report.rows
    .filter(({ verdict, refund, messageId }) => verdict !== 'takenUp' || !refund || !refunds.includes(messageId))
    .map(({ verdict, clrType, messageId, refund, ours, theirs }) => {
      const sums = `${ours?.total ?? 'none'} here, ${theirs?.total ?? 'none'} there`;
      return `the day's comparison has ${verdict} ${clrType} ${refund ? 'refund ' : ''}${messageId}: ${sums}`;
    });
}
