import type { CentreOutput } from '../../common/contracts/centre/transactions.ts';
import { type Decimal, formatDecimal, parseDecimal } from '../../common/kernel/decimal.ts';
import { holdsIdentityNumber } from '../../common/kernel/masking.ts';
import { addFen, type Fen, ZERO_FEN } from '../../common/kernel/money.ts';
import type { FeeLevel, FeeScope, LineRuling, Prepared } from '../ports.ts';
import type { PreSettled } from '../store/figures.ts';

/** What the centre says beside the sums: how each line was ruled, and by whose rules the whole is settled. Pure. */

type LineAnswer = CentreOutput<'2204' | '2301'>['result'][number];

function levelOf(text: string | undefined): FeeLevel {
  return text === '01' || text === '02' || text === '03' ? text : '';
}

/** A decimal above zero, without zeros that say nothing: a limit of "4000.000000" is "4000.00". */
function positive(text: string | undefined, places: number): Decimal | undefined {
  const value = parseDecimal(text ?? '', places);
  return value.ok && value.value.units > 0n ? value.value : undefined;
}

/** "0.1000" as "10", "0.0825" as "8.25". */
function percent({ units, scale }: Decimal): string {
  const whole = parseDecimal(formatDecimal({ units: units * 100n, scale }), 4);
  return whole.ok ? formatDecimal(whole.value) : '';
}

/** The ruling on a line of `amount`; its parts only where they are all there and add up to it. */
export function rulingOf(row: LineAnswer, amount: Fen): LineRuling {
  const level = levelOf(row.chrgitm_lv);
  const { fulamt_ownpay_amt: ownExpense, overlmt_amt: overLimit, preselfpay_amt: advanceSelfPay } = row;
  const { inscp_scp_amt: inScope } = row;
  if (ownExpense === undefined || overLimit === undefined || advanceSelfPay === undefined || inScope === undefined) {
    return { level };
  }
  const all = [ownExpense, overLimit, advanceSelfPay, inScope];
  if (all.some((part) => part < 0) || addFen(...all) !== amount) return { level };
  const limit = overLimit > 0 ? positive(row.pric_uplmt_amt, 6) : undefined;
  const share = advanceSelfPay > 0 ? positive(row.selfpay_prop, 4) : undefined;
  return {
    level,
    ...(limit === undefined ? {} : { limit: formatDecimal(limit, 2) }),
    ...(share === undefined ? {} : { share: percent(share) }),
    parts: { ownExpense, overLimit, advanceSelfPay, inScope },
  };
}

/**
 * The rulings, without their parts where these are not the bill's: a settlement by single disease, say, leaves limits and
 * first shares out of account, and a line must not say that somebody pays them.
 */
export function standing(levels: Prepared['levels'], scope: FeeScope | null): Prepared['levels'] {
  const names = ['ownExpense', 'overLimit', 'advanceSelfPay', 'inScope'] as const;
  const all = [...levels.values()];
  const sum = (name: (typeof names)[number]): Fen => addFen(...all.map(({ parts }) => parts?.[name] ?? ZERO_FEN));
  if (scope !== null && names.every((name) => sum(name) === scope[name])) return levels;
  return new Map([...levels].map(([id, { level }]) => [id, { level }]));
}

/** Words that a screen and a slip have room for. */
const [MOST_WORDS, LONGEST] = [3, 120];

/** clr_way, and each different setl_proc_info once; none that holds a citizen's number. */
export function termsSaid({
  setlinfo,
  setldetail,
}: CentreOutput<'2206' | '2303'>): Pick<PreSettled, 'clearingWay' | 'words'> {
  const said = setldetail.map((fund) => fund.setl_proc_info?.trim() ?? '');
  const words = [...new Set(said)].filter((text) => text !== '' && !holdsIdentityNumber(text));
  const clearingWay = setlinfo.clr_way?.trim() ?? '';
  return {
    clearingWay: clearingWay === '' ? null : clearingWay,
    words: words.slice(0, MOST_WORDS).map((text) => [...text].slice(0, LONGEST).join('')),
  };
}
