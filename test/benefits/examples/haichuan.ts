import { divideLine, sumScopes } from '../../../central/benefits/lines.ts';
import { figuresOf } from '../../../central/benefits/medical/outcome.ts';
import { settleBill } from '../../../central/benefits/medical/settle.ts';
import { fundsOf } from '../../../central/benefits/medical/walk.ts';
import { NOTHING_USED } from '../../../central/benefits/medical/year-use.ts';
import { planFor } from '../../../central/benefits/split.ts';
import { itemRule, loadPlan, schemeFor } from '../../../central/plans/plan.ts';
import { formatDecimal, lineAmount, parseDecimal } from '../../../common/kernel/decimal.ts';
import { addFen, ZERO_FEN } from '../../../common/kernel/money.ts';
import type { Example, Worked } from '../example.ts';
import { money } from '../medical-example.ts';
import { stepInWords, yuan } from '../words.ts';

/** A stay in the made-up city, from its lines to its money: what 2301, 2303 and 2304 of the reference centre answer. */

const LINES = [
  { name: '床位费 bed, ten days', code: 'SHC00000000000009', count: '10', price: '45.00' },
  { name: '药品 drug, 乙', code: 'XHC00000000000002', count: '20', price: '130.00' },
  { name: '手术 operation', code: 'SHC00000000000010', count: '1', price: '12000.00' },
  { name: '耗材 consumable, 乙', code: 'CHC00000000000001', count: '2', price: '500.00' },
  { name: '特需护理 own nurse, 丙', code: 'SHC00000000000004', count: '3', price: '100.00' },
] as const;
const ACCOUNT = '1000.00';
const PLAN = loadPlan('haichuan');

function decimal(text: string) {
  const value = parseDecimal(text, 6);
  if (!value.ok) throw new Error(`not a decimal: ${text}`);
  return value.value;
}

function linesOf() {
  return LINES.map(({ name, code, count, price }) => {
    const amount = lineAmount(decimal(count), decimal(price));
    const rule = itemRule(PLAN, code);
    const limit = rule.ceiling === null ? '' : `, limit ${formatDecimal(rule.ceiling, 2)} each`;
    const scopes = divideLine(amount, decimal(count), rule);
    const parts = `over the limit ${yuan(scopes.overLimit)}, own first share ${yuan(scopes.preSelfPay)}, own pay ${yuan(scopes.ownPay)}, inside the scope ${yuan(scopes.inScope)}`;
    return { scopes, words: `${name}: ${count} × ${price} = ${yuan(amount)}${limit}: ${parts}` };
  });
}

function work(): Worked {
  const benefit = schemeFor(PLAN, '310', '11');
  if (benefit === null) throw new Error('haichuan: no scheme for employees');
  const lines = linesOf();
  const { hospital: _hospital, ...scopes } = sumScopes(lines.map((line) => line.scopes));
  const answer = settleBill({
    plan: planFor(...benefit),
    patient: { psnType: '11', birthDate: null, workedSince: null, retiredSince: null, statuses: [] },
    visit: { kind: 'inpatient', date: '2026-03-02', level: 3, away: null, disease: null },
    scopes,
    used: NOTHING_USED,
    purses: { current: money(ACCOUNT), earlier: ZERO_FEN, family: [] },
  });
  if (!answer.ok) throw new Error(`HC-S1 is refused: ${answer.error}`);
  const outcome = answer.value;
  return {
    results: {
      medfee_sumamt: yuan(outcome.total),
      fulamt_ownpay_amt: yuan(scopes.ownPay),
      overlmt_selfpay: yuan(scopes.overLimit),
      preselfpay_amt: yuan(scopes.preSelfPay),
      inscp_scp_amt: yuan(scopes.inScope),
      act_pay_dedc: yuan(outcome.deductible),
      fund_pay_sumamt: yuan(fundsOf(outcome.layers)),
      acct_pay: yuan(addFen(outcome.account.current, outcome.account.earlier)),
      psn_cash_pay: yuan(outcome.cash),
    },
    steps: [...lines.map(({ words }) => words), ...outcome.steps.map(stepInWords)],
    figures: figuresOf(outcome),
  };
}

export const haichuan: readonly Example[] = [
  {
    id: 'HC-S1',
    title: 'An employee’s first stay of the year, line by line',
    origin: 'made up, like the city; the reference centre answers these amounts to 2301, 2303 and 2304',
    given: [
      'plan 海川市 (`haichuan`), employees',
      'person type 11, the first stay of the year',
      'inpatient, discharged on 2026-03-02, hospital level 3',
      `five lines; account ${yuan(money(ACCOUNT))}`,
    ],
    expected: {
      medfee_sumamt: '16,350.00',
      fulamt_ownpay_amt: '300.00',
      overlmt_selfpay: '120.00',
      preselfpay_amt: '444.00',
      inscp_scp_amt: '15,486.00',
      act_pay_dedc: '800.00',
      fund_pay_sumamt: '12,483.10',
      acct_pay: '1,000.00',
      psn_cash_pay: '2,866.90',
    },
    work,
  },
];
