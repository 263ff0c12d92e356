import { addFen, type Fen, formatFen, negFen, ZERO_FEN } from '../../common/kernel/money.ts';
import { SINGLE_DISEASE } from '../benefits/medical/single-disease.ts';
import type { FundShare, PaymentSplit } from '../benefits/split.ts';
import { isStayKind, kindOf } from '../plans/medical/kinds.ts';
import type { CitySplit } from './city-settle.ts';
import type { Entitlements, SettlementUse } from './entitlement.ts';
import { type JsonObject, type NumberText, numberText } from './json.ts';
import type { InsuranceRow, SettlementRow, VisitRow } from './ledger.ts';
import type { Settings } from './settings.ts';

/** Amounts of one settlement as answers show them, from a fresh computation or a stored row. */
export type Amounts = Pick<
  SettlementRow,
  'total' | 'ownPay' | 'overLimit' | 'preSelfPay' | 'inScope' | 'funds' | 'hospital' | 'account' | 'cash' | 'poolShare'
> & {
  readonly deductible: Fen;
  /** What it took under a city's plan; null in the made-up city. */
  readonly city: (SettlementUse & { readonly process?: string | null }) | null;
};

export function amountsOfSplit(split: PaymentSplit | CitySplit): Amounts {
  const { ownPay, overLimit, preSelfPay, inScope } = split.scopes;
  return { ...split, ownPay, overLimit, preSelfPay, inScope, city: 'city' in split ? split.city : null };
}

export function amountsOfRow(row: SettlementRow, db: Entitlements): Amounts {
  const city = db.settlementUse(row.refundOf ?? row.setlId);
  return { ...row, deductible: row.used.deductible, city };
}

type Sign = 1 | -1;

function money(amount: Fen, sign: Sign): NumberText {
  return numberText(formatFen(sign === 1 ? amount : negFen(amount)));
}

function fundOf(funds: readonly FundShare[], field: FundShare['field']): Fen {
  return addFen(...funds.filter((fund) => fund.field === field).map((fund) => fund.amount));
}

/** acct_mulaid_pay: the part of acct_pay that came from the family's accounts (B6.3, identity 4). */
function mutualAidOf({ city }: Amounts): Fen {
  const family = (city?.purses ?? []).filter(({ purse }) => purse === 'family');
  return addFen(ZERO_FEN, ...family.map(({ amount }) => amount));
}

/** clr_way: 1 by item, 2 by single disease (B6.4). */
function clearingWay({ city }: Pick<Amounts, 'city'>): string {
  return city !== null && (city.use.amounts[SINGLE_DISEASE] ?? 0) > 0 ? '2' : '1';
}

/** A retail pharmacy's institution code begins so. */
const PHARMACY = 'P';

/** clr_type: 11 outpatient, 21 inpatient, 41 a pharmacy's; what a hospital sells (B6.4: 41) is cleared with its visits. */
function clearingType(medType: string, institution: string): string {
  const kind = kindOf(medType);
  if (kind === 'pharmacy' && institution.startsWith(PHARMACY)) return '41';
  return kind !== null && isStayKind(kind) ? '21' : '11';
}

/** fund_pay_sumamt and psn_part_amt: where the province counts the account as a fund, the person's part is the cash. */
export function fundsAndPerson(amounts: Amounts, settings: Settings): { funds: Fen; person: Fen } {
  const funds = addFen(...amounts.funds.map((fund) => fund.amount));
  return settings.accountInsideFunds
    ? { funds: addFen(funds, amounts.account), person: amounts.cash }
    : { funds, person: addFen(amounts.account, amounts.cash) };
}

/** The money fields that 2206, 2207, 2208 and 5203 have in common; identities 1 and 2 of the interface hold. */
export function moneyFields(amounts: Amounts, settings: Settings, sign: Sign): JsonObject {
  const { funds } = fundsAndPerson(amounts, settings);
  return {
    medfee_sumamt: money(amounts.total, sign),
    fulamt_ownpay_amt: money(amounts.ownPay, sign),
    overlmt_selfpay: money(amounts.overLimit, sign),
    preselfpay_amt: money(amounts.preSelfPay, sign),
    inscp_scp_amt: money(amounts.inScope, sign),
    act_pay_dedc: money(amounts.deductible, sign),
    hifp_pay: money(fundOf(amounts.funds, 'hifp_pay'), sign),
    pool_prop_selfpay: numberText(amounts.poolShare),
    cvlserv_pay: money(fundOf(amounts.funds, 'cvlserv_pay'), sign),
    hifes_pay: money(fundOf(amounts.funds, 'hifes_pay'), sign),
    hifmi_pay: money(fundOf(amounts.funds, 'hifmi_pay'), sign),
    hifob_pay: money(fundOf(amounts.funds, 'hifob_pay'), sign),
    maf_pay: money(fundOf(amounts.funds, 'maf_pay'), sign),
    oth_pay: money(fundOf(amounts.funds, 'oth_pay'), sign),
    fund_pay_sumamt: money(funds, sign),
    acct_pay: money(amounts.account, sign),
    acct_mulaid_pay: money(mutualAidOf(amounts), sign),
  };
}

/** psn_part_amt, psn_cash_pay and hosp_part_amt, as 2206 and 2207 name them. */
export function personFieldsOfMoney(amounts: Amounts, settings: Settings): JsonObject {
  return {
    psn_part_amt: money(fundsAndPerson(amounts, settings).person, 1),
    psn_cash_pay: money(amounts.cash, 1),
    hosp_part_amt: money(amounts.hospital, 1),
  };
}

/** A row without money that says why no fund pays: which plan, and its reason where it has one. */
function nothingPaid(process: string): JsonObject {
  return {
    fund_pay_type: '310100',
    inscp_scp_amt: money(ZERO_FEN, 1),
    crt_payb_lmt_amt: money(ZERO_FEN, 1),
    fund_payamt: money(ZERO_FEN, 1),
    fund_pay_type_name: '基本医疗保险统筹基金',
    setl_proc_info: process,
  };
}

/** setldetail: one row per fund that pays; the account too where it counts as one. */
export function detailRows(amounts: Amounts, settings: Settings, sign: Sign): JsonObject[] {
  const process = amounts.city?.process ?? null;
  const paid = amounts.funds.map((fund) => ({
    fund_pay_type: fund.fundPayType,
    inscp_scp_amt: money(fund.available, sign),
    crt_payb_lmt_amt: numberText(formatFen(fund.limit)),
    fund_payamt: money(fund.amount, sign),
    fund_pay_type_name: fund.name,
    setl_proc_info: process,
  }));
  const rows: JsonObject[] = paid.length === 0 && process !== null ? [nothingPaid(process)] : paid;
  if (!settings.accountInsideFunds || amounts.account === 0) return rows;
  const account = {
    fund_pay_type: '310200',
    inscp_scp_amt: money(amounts.inScope, sign),
    crt_payb_lmt_amt: numberText(formatFen(amounts.account)),
    fund_payamt: money(amounts.account, sign),
    fund_pay_type_name: '职工基本医疗保险个人账户',
    setl_proc_info: null,
  };
  return [...rows, account];
}

/** Fields of 2206, 2207 and 5203 that say how and under which insurance the visit was settled. */
export function schemeFields(
  visit: VisitRow,
  insurance: InsuranceRow,
  asked: { readonly certType: string; readonly medType: string },
  amounts: Pick<Amounts, 'city'>,
): JsonObject {
  return {
    mdtrt_id: visit.mdtrtId,
    insutype: insurance.insutype,
    psn_type: insurance.psnType,
    cvlserv_flag: insurance.civilServant ? '1' : '0',
    mdtrt_cert_type: asked.certType,
    med_type: asked.medType,
    clr_optins: insurance.division,
    clr_way: clearingWay(amounts),
    clr_type: clearingType(asked.medType, visit.institution),
  };
}
