import { expect, test } from 'vitest';
import { makeCityKit, node, PERSON, type Reply, show } from '../testing/city-kit.ts';
import { stayInputs } from '../testing/stay-kit.ts';
import { isList, type JsonObject, numberText } from './json.ts';

/** A long stay in Beijing, 2011, level 3, in work: a new settlement period after 90 days, 1,300.00 and then 650.00. */

const LINE = { code: 'XHC90000000000009', count: '1', price: '10000.00', amount: '10000.00' };
type Kit = ReturnType<typeof makeCityKit>;
const beijing = (balance = 0): Kit => makeCityKit({ division: '991100', day: '2011-07-01', level: 3, balance });

/** Two lines of 10,000.00 on these days of a stay from 1 March to the end of June. */
function stay(kit: Kit, days: readonly [string, string]): { readonly mdtrtId: string; readonly reply: Reply } {
  const begun = { begntime: '2011-03-01 09:00:00', med_type: '21' };
  const mdtrtId = show(node(kit.send('2401', stayInputs.admit('ZY1', begun)).output, 'result')['mdtrt_id']);
  const { feedetail } = stayInputs.fees(
    mdtrtId,
    days.map((_, index) => ({ sn: `L${index}`, ...LINE })),
    '21',
  );
  const dated = (isList(feedetail) ? feedetail : []).map((line, index): JsonObject => {
    return { ...(line as JsonObject), fee_ocur_time: `${days[index]} 08:00:00` };
  });
  expect(kit.send('2301', { feedetail: dated }).message).toBe('');
  kit.send('2402', stayInputs.discharge(mdtrtId, { endtime: '2011-06-29 10:00:00' }));
  const zero = numberText('0.00');
  const sums = { medfee_sumamt: numberText('20000.00'), inscp_scp_amt: numberText('20000.00') };
  const none = { fulamt_ownpay_amt: zero, overlmt_selfpay: zero, preselfpay_amt: zero };
  return {
    mdtrtId,
    reply: kit.send('2304', stayInputs.settle(mdtrtId, { ...sums, ...none, dscg_time: '2011-06-29' })),
  };
}

function paid({ output, message }: Reply): readonly string[] {
  expect(message).toBe('');
  const info = node(output, 'setlinfo');
  return ['act_pay_dedc', 'hifp_pay', 'psn_cash_pay', 'medfee_sumamt'].map((name) => show(info[name]));
}

test('both lines in the first period: one deductible, 85 % of the rest', () => {
  const { reply } = stay(beijing(), ['2011-03-02', '2011-05-29']);
  expect(paid(reply)).toEqual(['1300.00', '15895.00', '4105.00', '20000.00']);
});

test('a line after the 90th day is in a period of its own, with the smaller deductible', () => {
  // 85 % of 8,700.00 and of 9,350.00.
  const { reply } = stay(beijing(), ['2011-03-02', '2011-05-30']);
  expect(paid(reply)).toEqual(['1950.00', '15342.50', '4657.50', '20000.00']);
});

test('both periods count in the year, and 2305 gives both back', () => {
  const kit = beijing();
  const before = kit.books();
  const { mdtrtId, reply } = stay(kit, ['2011-03-02', '2011-06-20']);
  expect(kit.ledger.yearUse(PERSON.psnNo, '310', '2011')).toMatchObject({ stays: 2, amounts: { pool: 1_534_250 } });
  const setlId = show(node(reply.output, 'setlinfo')['setl_id']);
  expect(kit.send('2305', stayInputs.refund(mdtrtId, setlId)).message).toBe('');
  expect(kit.books()).toEqual(before);
});
