import { type Decimal, formatDecimal } from '../../common/kernel/decimal.ts';
import { type Fen, ZERO_FEN } from '../../common/kernel/money.ts';
import { formatRatio, ofFen, over } from '../../common/kernel/ratio.ts';
import { divideLine, type LineScopes, selfPayProportion } from '../benefits/lines.ts';
import { divideByPlan, itemFor } from '../benefits/medical/lines.ts';
import { factsOf } from '../benefits/medical/situation.ts';
import { cityOf } from '../plans/divisions.ts';
import { itemRule } from '../plans/plan.ts';
import { situationOf } from './city-plan.ts';
import type { Context } from './context.ts';
import type { VisitRow } from './ledger.ts';

/** One line as 2204 answers it: how it is divided, and the limit that the slip shows (S23). */
export interface RuledLine {
  readonly scopes: LineScopes;
  /** pric_uplmt_amt, N16,6; a limit that nobody reaches where there is none. */
  readonly limit: string;
  /** selfpay_prop, N5,4 */
  readonly proportion: string;
  readonly level: '01' | '02' | '03';
  readonly category: string;
  readonly negotiated: boolean;
}

const NO_LIMIT = formatDecimal({ units: 999_999_999n, scale: 0 }, 6);
const LEVEL = { 甲: '01', 乙: '02', 丙: '03' } as const;
/** med_chrgitm_type 14 其他: the cities' plans do not name categories. */
const OTHER = '14';
const NO_SCOPES = { ownPay: ZERO_FEN, overLimit: ZERO_FEN, preSelfPay: ZERO_FEN, inScope: ZERO_FEN };

interface Line {
  readonly code: string;
  readonly amount: Fen;
  readonly count: Decimal;
}

/** By the catalogue of the person's own city, where the visit is there; null elsewhere: the place of care decides. */
function byCity(context: Context, visit: VisitRow, line: Line): RuledLine | null {
  if (cityOf(context.envelope.mdtrtareaAdmvs) === null) return null;
  const person = context.db.personByNumber(visit.psnNo);
  const insurance = context.db.insurances(visit.psnNo).find(({ insutype }) => insutype === visit.insutype);
  if (person === null || insurance === undefined || insurance.division !== context.envelope.mdtrtareaAdmvs) return null;
  const bill = { scopes: NO_SCOPES, useAccount: false, setlWay: '01' };
  const situation = situationOf(context, { visit, person, insurance }, bill);
  if (situation === null || typeof situation === 'string' || situation.plan.items.length === 0) return null;
  const facts = factsOf(situation);
  if (facts === null) return null;
  const item = itemFor(situation.plan, line.code, facts);
  const { limit, ...divided } = divideByPlan(line.amount, line.count, item);
  const level = item === null ? '03' : LEVEL[item.class.value];
  const pre = item !== null && 'share' in item.preSelfPay ? formatRatio(item.preSelfPay.share.value, 4) : null;
  // A fixed sum per unit has no proportion of its own; what it came to is shown.
  const shown = line.amount === 0 ? '0.0000' : formatRatio(over(ofFen(divided.preSelfPay), ofFen(line.amount)), 4);
  return {
    scopes: { ...divided, hospital: ZERO_FEN },
    limit: limit === null ? NO_LIMIT : formatRatio(limit, 6),
    proportion: level === '03' ? '1.0000' : (pre ?? shown),
    level,
    category: OTHER,
    negotiated: false,
  };
}

/** The rule of a line: the catalogue of the place of care (医保发〔2022〕22号 art. 6, A-05). */
export function ruleLine(context: Context, visit: VisitRow, line: Line): RuledLine {
  const own = byCity(context, visit, line);
  if (own !== null) return own;
  const rule = itemRule(context.plan, line.code);
  return {
    scopes: divideLine(line.amount, line.count, rule),
    limit: rule.ceiling === null ? NO_LIMIT : formatDecimal(rule.ceiling, 6),
    proportion: selfPayProportion(rule),
    level: rule.level,
    category: rule.category,
    negotiated: rule.negotiated,
  };
}
