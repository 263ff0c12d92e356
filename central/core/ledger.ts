import type { Fen } from '../../common/kernel/money.ts';
import type { Accumulators, FundShare } from '../benefits/split.ts';
import type { Entitlements } from './entitlement.ts';
import type { Stays } from './stay.ts';
import type { VisitRow } from './visit-row.ts';

export type { VisitRow } from './visit-row.ts';

/** What the centre remembers. The core speaks to it through this port; `store/` keeps it in SQLite. */

export interface PersonRow {
  readonly psnNo: string;
  readonly certType: string;
  readonly certNo: string;
  readonly name: string;
  readonly cardNumber: string | null;
  readonly cardId: string | null;
  /** 1 男, 2 女, 0 or 9 未知 */
  readonly sex: string;
  readonly nation: string;
  /** `yyyy-MM-dd` or null */
  readonly birthDate: string | null;
}

export interface InsuranceRow {
  readonly psnNo: string;
  readonly insutype: string;
  readonly psnType: string;
  /** 1 in force */
  readonly status: string;
  readonly balance: Fen;
  readonly civilServant: boolean;
  readonly division: string;
  readonly employer: string | null;
  readonly since: string | null;
}

export interface SignInRow {
  readonly signNo: string;
  readonly institution: string;
  readonly operator: string;
  /** `yyyy-MM-dd` */
  readonly day: string;
  readonly ended: boolean;
}

export interface FeeRow {
  readonly mdtrtId: string;
  readonly sn: string;
  readonly batch: string;
  readonly itemCode: string;
  readonly count: string;
  readonly price: string;
  readonly amount: Fen;
  readonly ownPay: Fen;
  readonly overLimit: Fen;
  readonly preSelfPay: Fen;
  readonly inScope: Fen;
  readonly hospital: Fen;
  /** The settlement that holds the line; null while unsettled. */
  readonly setlId: string | null;
}

/** A settlement (`refundOf` null) or its refund by 2208, whose amounts are the same but counted negative. */
export interface SettlementRow {
  readonly setlId: string;
  readonly refundOf: string | null;
  readonly msgid: string;
  readonly mdtrtId: string;
  readonly psnNo: string;
  readonly insutype: string;
  readonly batch: string;
  readonly medType: string;
  readonly certType: string;
  readonly invoice: string | null;
  readonly settledAt: string;
  /** `refunded` by 2208; `reversed` by 2601: as if it had never been. */
  readonly state: 'settled' | 'refunded' | 'reversed';
  readonly total: Fen;
  readonly ownPay: Fen;
  readonly overLimit: Fen;
  readonly preSelfPay: Fen;
  readonly inScope: Fen;
  readonly funds: readonly FundShare[];
  readonly hospital: Fen;
  readonly account: Fen;
  readonly cash: Fen;
  readonly balanceAfter: Fen;
  readonly poolShare: string;
  /** What it took of the year's accumulators; `deductible` is act_pay_dedc. */
  readonly used: Accumulators;
  readonly year: string;
  readonly operator: string;
  readonly operatorName: string;
}

/** A settlement or refund as the books of a day hold it; amounts as stored, a refund's not yet negative. */
export interface StatementEntry
  extends Pick<
    SettlementRow,
    'setlId' | 'refundOf' | 'msgid' | 'mdtrtId' | 'psnNo' | 'insutype' | 'total' | 'account'
  > {
  /** All funds together, without the account. */
  readonly funds: Fen;
  /** Of a hospital stay. */
  readonly stay: boolean;
}

/** A file that 9101 took or 3202 made. */
export interface FileRow {
  readonly number: string;
  readonly filename: string;
  readonly institution: string;
  readonly content: Uint8Array;
  /** `yyyy-MM-dd HH:mm:ss`: not given out after this. */
  readonly until: string;
  readonly at: string;
}

export interface Ledger extends Entitlements, Stays {
  /** Runs `work` as one transaction; it is rolled back where `work` throws. */
  atomically<T>(work: () => T): T;

  personByNumber(psnNo: string): PersonRow | null;
  personByIdentity(certNo: string): PersonRow | null;
  personByCard(cardNumber: string): PersonRow | null;
  insurances(psnNo: string): readonly InsuranceRow[];
  /** Adds `delta` fen to the account. */
  changeBalance(psnNo: string, insutype: string, delta: Fen): void;
  accumulators(psnNo: string, insutype: string, year: string): Accumulators;
  /** Adds to the year's accumulators, or takes away again (`sign` −1). */
  accumulate(psnNo: string, insutype: string, year: string, used: Accumulators, sign: 1 | -1): void;

  signIn(signNo: string): SignInRow | null;
  signInOf(institution: string, operator: string, day: string): SignInRow | null;
  addSignIn(row: SignInRow): void;
  endSignIn(signNo: string): void;

  visit(mdtrtId: string): VisitRow | null;
  /** Not cancelled, begun within [from, to], newest last. */
  visitsOf(psnNo: string, institution: string, from: string, to: string): readonly VisitRow[];
  addVisit(row: VisitRow): void;
  describeVisit(mdtrtId: string, medType: string, diseaseCode: string | null, diseaseName: string | null): void;
  replaceDiagnoses(mdtrtId: string, diagnoses: readonly string[]): void;
  cancelVisit(mdtrtId: string): void;

  fees(mdtrtId: string): readonly FeeRow[];
  addFee(row: FeeRow): void;
  /** Deletes unsettled lines of a batch, or of the whole visit (null); how many. */
  deleteFees(mdtrtId: string, batch: string | null): number;
  /** Binds the unsettled lines of a batch to a settlement. */
  bindFees(mdtrtId: string, batch: string, setlId: string): void;
  unbindFees(setlId: string): void;

  settlement(setlId: string): SettlementRow | null;
  settlementByMessage(msgid: string, refund: boolean): SettlementRow | null;
  /** The newest that stands, or else the newest that was given back; refunds themselves are not counted. */
  newestSettlement(psnNo: string, mdtrtId: string): SettlementRow | null;
  /** All rows of the person's benefit year, refunds and reversed ones too, oldest first. */
  settlementsOf(psnNo: string, year: string): readonly SettlementRow[];
  addSettlement(row: SettlementRow): void;
  setSettlementState(setlId: string, state: SettlementRow['state']): void;

  /** What the institution's books hold between two moments, reversed ones left out, oldest first. */
  statement(institution: string, from: string, to: string): readonly StatementEntry[];
  addFile(row: FileRow): void;
  file(number: string): FileRow | null;

  /** 2601 was here: this message id is refused for ever. */
  isFenced(msgid: string): boolean;
  fence(msgid: string, infno: string, at: string): void;

  storedAnswer(msgid: string, infno: string): { readonly request: Uint8Array; readonly answer: Uint8Array } | null;
  storeAnswer(msgid: string, infno: string, request: Uint8Array, answer: Uint8Array): void;
}
