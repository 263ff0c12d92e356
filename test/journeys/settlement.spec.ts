import { divideLine } from '../../central/benefits/lines.ts';
import { itemRule, loadPlan } from '../../central/plans/plan.ts';
import { formatFen, parseFen } from '../../common/kernel/money.ts';
import { expect, test } from '../e2e/fixtures.ts';
import { admit, balanceOf, billOf, draw, HARBIN, only } from './testing/bills.ts';
import { details, pay, toSplit } from './testing/pay.ts';
import { printedSlip } from './testing/slip.ts';

test('[S5] the centre says which scheme is in force: the one that was paused pays nothing', async ({ scene }) => {
  const visit = draw(2106);
  const bill = billOf(visit, 'MZ2611220004', '11', [{ name: '门诊治疗费', code: 'SHC00000000000003', price: '80.00' }]);
  await admit(
    scene,
    visit,
    [
      { insutype: '310', psnType: '11', division: '990100', status: '2', balance: '900.00' },
      { insutype: '390', psnType: '15', division: '990100' },
    ],
    [bill],
  );
  await toSplit(scene, visit);
  const seen = await details(scene);
  await pay(scene);
  const ledger = await only(scene);
  expect(ledger).toMatchObject({ insutype: '390', account: 0 });
  expect(Object.fromEntries(seen)).toMatchObject({ 'detail.scheme': '居民医保', 'money.cash': ledger.cash });
  expect(await balanceOf(scene, String(visit.person['psnNo']), '310')).toBe(90_000);
  const slip = await printedSlip(scene, '门诊结算单');
  expect(slip.text('险种')).toContain('390 城乡居民医保');
  expect(slip.fen('现金支付')).toBe(ledger.cash);
});

test('[S6] insured elsewhere: catalogue of this place, rules of the other, both regions named', async ({ scene }) => {
  const visit = draw(2107);
  const filed = { insutype: '310', psnType: '12', division: HARBIN, entitlement: { away: 'referred' } };
  const bill = billOf(visit, 'MZ2611220005', '11', [
    { name: '门诊治疗费', code: 'SHC00000000000003', price: '80.00', count: '10' },
  ]);
  await admit(scene, visit, [filed], [bill]);
  await toSplit(scene, visit);
  const seen = await details(scene);
  await pay(scene);
  const ledger = await only(scene);
  // 800.00 less the deductible of 400.00, 55 % at a hospital of level 3, nine tenths of it for care away with a referral.
  expect(ledger).toMatchObject({ total: 80_000, deductible: 40_000, funds: 19_800 });
  expect(Object.fromEntries(seen)).toMatchObject({
    'payer.pool': ledger.funds,
    'detail.insuredAt': `${HARBIN}，在外地参保`,
    'detail.deductible': ledger.deductible,
  });
  const slip = await printedSlip(scene, '门诊结算单');
  expect(slip.text('参保地')).toBe(`${HARBIN}（异地就医）`);
  expect(slip.text('就医地')).toBe('990100');
  expect([slip.fen('基金支付合计'), slip.fen('现金支付')]).toEqual([ledger.funds, ledger.cash]);
  expect(slip.lines.join('')).toContain('哈尔滨市职工基本医疗保险');
});

test('[S23] which line is limited, why, and what of it is one’s own', async ({ scene }) => {
  const visit = draw(2108);
  const items = [
    { name: '彩色多普勒超声检查', code: 'SHC00000000000002', price: '520.00', category: '03' },
    { name: '自费项目', code: 'SHC00000000000004', price: '30.00', category: '14' },
    { name: '门诊诊察费', code: 'SHC00000000000001', price: '15.00', category: '02' },
  ];
  const bill = billOf(visit, 'MZ2611220006', '11', items);
  await admit(scene, visit, [{ insutype: '310', psnType: '11', division: '990100' }], [bill]);
  await toSplit(scene, visit);
  const seen = await details(scene);
  await pay(scene);

  // What the reference centre's own rule makes of the first line.
  const plan = loadPlan('haichuan');
  const amount = parseFen('520.00');
  if (!amount.ok) throw new Error(amount.error);
  const ruled = divideLine(amount.value, { units: 1n, scale: 0 }, itemRule(plan, 'SHC00000000000002'));
  const [over, first] = [formatFen(ruled.overLimit), formatFen(ruled.preSelfPay)];
  expect([over, first]).toEqual(['200.00', '32.00']);
  expect(seen.get('彩色多普勒超声检查')).toBe(`限价 320.00，超出 ${over} · 先自付 10% ${first}`);
  expect(seen.get('自费项目')).toBe('不能报 30.00');
  expect(seen.has('门诊诊察费')).toBe(false);
  expect(Object.fromEntries(seen)).toMatchObject({
    'detail.overLimit': ruled.overLimit,
    'detail.advance': ruled.preSelfPay,
    'detail.ownExpense': 3000,
  });
  const slip = await printedSlip(scene, '门诊结算单');
  const words = slip.lines.map((line) => line.replace(/\s/g, '')).join('');
  // The name is wrapped beside level, count and amount, which stand in its first line.
  expect(words).toMatch(/限价.*320\.00，超出200\.00，先自付10%32\.00/u);
  expect(words).toContain('全自费30.00');
  expect([slip.fen('超限价'), slip.fen('先行自付'), slip.fen('全自费')]).toEqual([
    ruled.overLimit,
    ruled.preSelfPay,
    3000,
  ]);
  const ledger = await only(scene);
  expect([slip.fen('现金支付'), slip.fen('医疗费总额')]).toEqual([ledger.cash, ledger.total]);
});
