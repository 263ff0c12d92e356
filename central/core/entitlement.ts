import { type Fen, ZERO_FEN } from '../../common/kernel/money.ts';
import type { YearUse } from '../benefits/medical/year-use.ts';

/** What a city's plan asks of an insured person, beyond what every insurance has. */
export interface EntitlementRow {
  /** Which of several schemes under one insutype; "" the city's usual one. */
  readonly scheme: string;
  /** 低保, 特困 …; 公务员 stands with the insurance itself. */
  readonly statuses: readonly string[];
  /** `yyyy-MM-dd` or null */
  readonly workedSince: string | null;
  readonly retiredSince: string | null;
  /** Account money of earlier years, which some cities keep apart. */
  readonly earlier: Fen;
  /** Filing (备案) for care away from home; null: none, so a visit away is unfiled. */
  readonly away: 'longTerm' | 'referred' | 'emergency' | null;
}

/** An insured person of whom nothing more is known. */
export const USUAL: EntitlementRow = {
  scheme: '',
  statuses: [],
  workedSince: null,
  retiredSince: null,
  earlier: ZERO_FEN,
  away: null,
};

/** The insurance whose account a family member lends (职工). */
export const ACCOUNT_INSURANCE = '310';

/** Money of a settlement that came neither from the fund nor from the person's own account of the year. */
export interface PurseRow {
  readonly purse: 'earlier' | 'family';
  /** 人员编号 of the one whose account it was. */
  readonly owner: string;
  readonly amount: Fen;
}

/** What a settlement under a city's plan took, so that all of it can be given back. */
export interface SettlementUse {
  readonly use: YearUse;
  readonly purses: readonly PurseRow[];
}

/** The part of the ledger that cities' plans need; `store/entitlements.ts` keeps it. */
export interface Entitlements {
  /** Null where the person has nothing beyond the insurance. */
  entitlement(psnNo: string, insutype: string): EntitlementRow | null;
  /** Accounts of the family that may pay for this person (共济), in order. */
  family(psnNo: string): readonly { readonly owner: string; readonly balance: Fen }[];
  yearUse(psnNo: string, insutype: string, year: string): YearUse;
  bookUse(psnNo: string, insutype: string, year: string, use: YearUse, sign: 1 | -1): void;
  changeEarlier(psnNo: string, insutype: string, delta: Fen): void;
  /** Null for a settlement of the made-up city. */
  settlementUse(setlId: string): SettlementUse | null;
  addSettlementUse(setlId: string, used: SettlementUse): void;
}
