import type { Lab } from '../../simulator/lab/lab.ts';

/** A settlement as one of the books has it; integer fen. */
export interface Booked {
  /** Its message id: by it every book knows it. */
  readonly id: string;
  readonly total: number;
  readonly funds: number;
  readonly account: number;
  readonly cash: number;
}

const AMOUNTS = ['total', 'funds', 'account', 'cash'] as const;

/** The sum of what differs, fen, between two books: amount by amount of every settlement that either has. */
export function apart(ours: readonly Booked[], theirs: readonly Booked[]): number {
  const ids = new Set([...ours, ...theirs].map(({ id }) => id));
  const of = (side: readonly Booked[], id: string, what: (typeof AMOUNTS)[number]): number =>
    side.filter((one) => one.id === id).reduce((sum, one) => sum + one[what], 0);
  return [...ids].reduce(
    (sum, id) =>
      sum + AMOUNTS.reduce((amount, what) => amount + Math.abs(of(ours, id, what) - of(theirs, id, what)), 0),
    0,
  );
}

/** "1628.50" as fen; it shares no code with what wrote it. */
export function fenOf(yuan: string): number {
  const match = /^(-?)(\d+)\.(\d\d)$/.exec(yuan);
  if (match === null) throw new Error(`not an amount: ${JSON.stringify(yuan)}`);
  const fen = Number(match[2]) * 100 + Number(match[3]);
  return match[1] === '-' ? -fen : fen;
}

/** A row of the centre's ledger. */
export interface LedgerRow {
  readonly setlId: string;
  /** Of a refund: the settlement that it gave back. */
  readonly refundOf: string | null;
  readonly msgid: string;
  readonly insutype: string;
  readonly state: string;
  /** `yyyy-MM-dd HH:mm:ss` */
  readonly settledAt: string;
  readonly total: number;
  readonly funds: number;
  readonly account: number;
  readonly cash: number;
}

export async function centreLedger(lab: Pick<Lab, 'admin'>): Promise<readonly LedgerRow[]> {
  return ((await lab.admin('GET', '/admin/ledger')) as { settlements: readonly LedgerRow[] }).settlements;
}

/** What stands at the centre: settled, not made void, not given back. */
export function standing(ledger: readonly LedgerRow[]): readonly Booked[] {
  const refunded = new Set(ledger.flatMap(({ refundOf }) => (refundOf === null ? [] : [refundOf])));
  return ledger
    .filter(({ refundOf, state, setlId }) => refundOf === null && state === 'settled' && !refunded.has(setlId))
    .map(({ msgid: id, total, funds, account, cash }) => ({ id, total, funds, account, cash }));
}

interface HospitalRow {
  readonly settlement: {
    readonly messageId: string;
    readonly total: string;
    readonly funds: string;
    readonly account: string;
    readonly cashDue: string;
  } | null;
}

/** What the reference hospital has as paid. */
export async function hospitalBooks(lab: Pick<Lab, 'admin'>): Promise<readonly Booked[]> {
  const { encounters } = (await lab.admin('GET', '/admin/his')) as { encounters: readonly HospitalRow[] };
  return encounters.flatMap(({ settlement }) => {
    if (settlement === null) return [];
    const { messageId: id, total, funds, account, cashDue } = settlement;
    return [{ id, total: fenOf(total), funds: fenOf(funds), account: fenOf(account), cash: fenOf(cashDue) }];
  });
}
