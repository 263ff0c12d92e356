import { type Decimal, formatDecimal, lineAmount, parseDecimal } from '../../common/kernel/decimal.ts';
import { type Fen, formatFen } from '../../common/kernel/money.ts';
import { type Context, decimalText, moneyOf } from './context.ts';
import { textOf } from './envelope.ts';
import { type JsonObject, numberText } from './json.ts';
import type { FeeRow, VisitRow } from './ledger.ts';
import type { RuledLine } from './line-rules.ts';

/** One fee line, of a visit (2204) or a stay (2301): what both have in common. */

const ZERO: Decimal = { units: 0n, scale: 0 };

function decimal(line: JsonObject, name: string, places: number): Decimal {
  const value = parseDecimal(decimalText(line, name), places);
  return value.ok ? value.value : ZERO;
}

/** A line as it came. */
export interface SentLine {
  readonly sn: string;
  readonly code: string;
  readonly amount: Fen;
  readonly count: Decimal;
  readonly unitPrice: Decimal;
}

/**
 * The line, if it is of this encounter, costs something and its amount is count × price; or the words of a refusal.
 * `takesBack`: a line that takes an earlier one back, whose count and amount are negative.
 */
export function readLine(visit: VisitRow, line: JsonObject, takesBack: boolean): SentLine | string {
  const sn = textOf(line, 'feedetl_sn');
  const amount = moneyOf(line, 'det_item_fee_sumamt');
  const count = decimal(line, 'cnt', 4);
  const unitPrice = decimal(line, 'pric', 6);
  if (textOf(line, 'mdtrt_id') !== visit.mdtrtId || textOf(line, 'psn_no') !== visit.psnNo) {
    return `费用明细${sn}的就诊ID或人员编号与首行不一致`;
  }
  if (takesBack && amount >= 0) return `费用明细${sn}为退单，数量应为负数`;
  if (!takesBack && amount <= 0) return `费用明细${sn}金额必须大于0`;
  if (lineAmount(count, unitPrice) !== amount) return `费用明细${sn}金额不等于数量乘单价`;
  return { sn, code: textOf(line, 'med_list_codg'), amount, count, unitPrice };
}

/** A line of a code that the catalogue does not have: the words of a refusal, or null. */
export function catalogueFault({ catalogue }: Pick<Context, 'catalogue'>, { sn, code }: SentLine): string | null {
  return catalogue === null || catalogue.has(code)
    ? null
    : `费用明细${sn}的med_list_codg（医疗目录编码）不在医保目录内`;
}

/** The row that the ledger keeps. */
export function rowOfLine(
  { mdtrtId }: VisitRow,
  { sn, code, amount, count, unitPrice }: SentLine,
  { scopes }: Pick<RuledLine, 'scopes'>,
  batch: string,
): FeeRow {
  const { ownPay, overLimit, preSelfPay, inScope, hospital } = scopes;
  const priced = { count: formatDecimal(count), price: formatDecimal(unitPrice), amount };
  const divided = { ownPay, overLimit, preSelfPay, inScope, hospital };
  return { mdtrtId, sn, batch, itemCode: code, ...priced, ...divided, setlId: null };
}

/** How the centre answers the line. */
export function answerOfLine({ sn, amount, count, unitPrice }: SentLine, rule: RuledLine): JsonObject {
  const { ownPay, overLimit, preSelfPay, inScope } = rule.scopes;
  return {
    feedetl_sn: sn,
    det_item_fee_sumamt: numberText(formatFen(amount)),
    cnt: numberText(formatDecimal(count, 4)),
    pric: numberText(formatDecimal(unitPrice, 6)),
    pric_uplmt_amt: numberText(rule.limit),
    selfpay_prop: numberText(rule.proportion),
    fulamt_ownpay_amt: numberText(formatFen(ownPay)),
    overlmt_amt: numberText(formatFen(overLimit)),
    preselfpay_amt: numberText(formatFen(preSelfPay)),
    inscp_scp_amt: numberText(formatFen(inScope)),
    chrgitm_lv: rule.level,
    med_chrgitm_type: rule.category,
    bas_medn_flag: '0',
    hi_nego_drug_flag: rule.negotiated ? '1' : '0',
    chld_medc_flag: '0',
    list_sp_item_flag: '0',
    lmt_used_flag: '0',
    drt_reim_flag: '0',
    memo: null,
  };
}
