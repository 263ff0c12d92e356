import { divideLine } from '../../central/benefits/lines.ts';
import { itemRule, loadPlan } from '../../central/plans/plan.ts';
import { formatFen, parseFen } from '../../common/kernel/money.ts';
import { drawVisit } from '../../simulator/lab/draw.ts';
import { expect, type Scene, test } from '../e2e/fixtures.ts';
import { admit, balanceOf, billOf, booked } from './testing/bills.ts';
import { details, pay, toSplit } from './testing/pay.ts';
import { printedSlip } from './testing/slip.ts';

/** 哈尔滨 among the reference centre's divisions. */
const HARBIN = '992300';
const atHome = { profile: { site: { division: HARBIN } } } as const;

const draw = (seed: number) => drawVisit(seed, Date.now());

/** The one settlement that there is. */
async function only(scene: Scene) {
  const [settled, ...more] = await booked(scene);
  if (settled === undefined || more.length > 0) throw new Error(`${more.length + 1} settlements`);
  return settled;
}

test.describe('insured in Harbin, treated there', () => {
  test.use({ labOptions: atHome });

  test('[S3] [S4] [S22] a long stay: pool, large-cost aid, public service and assistance, each to the fen', async ({
    scene,
  }) => {
    const visit = draw(2101);
    const bill = billOf(visit, 'ZY2611220001', '21', [{ name: '住院治疗费', code: '0099', price: '180000.00' }]);
    const insurance = {
      ...{ insutype: '310', psnType: '11', division: HARBIN, balance: '500.00', civilServant: true },
      entitlement: { statuses: ['低保'] },
    };
    await admit(scene, visit, [insurance], [bill]);
    await toSplit(scene, visit);
    const seen = await details(scene);
    await scene.person.press('acceptSplit');
    await scene.person.sees('confirm');
    await expect(scene.page.locator('[data-layer]')).toHaveCount(4);
    await scene.person.press('back');
    await scene.person.sees('split');
    await pay(scene);
    const { byFund, ...ledger } = await only(scene);
    for (const field of ['hifp_pay', 'hifob_pay', 'cvlserv_pay', 'maf_pay']) expect(byFund[field]).toBeGreaterThan(0);
    expect(Object.fromEntries(seen)).toMatchObject({
      'money.total': 18_000_000,
      'payer.pool': byFund['hifp_pay'],
      'payer.largeAmount': byFund['hifob_pay'],
      'payer.civilServant': byFund['cvlserv_pay'],
      'payer.assistance': byFund['maf_pay'],
      'payer.account': ledger.account,
      'money.cash': ledger.cash,
      'detail.deductible': ledger.deductible,
      'detail.case': '住院',
      'detail.way': '按项目',
    });
    await expect(scene.page.locator('[data-layer="assistance"] [data-amount]')).toHaveText(
      formatFen(byFund['maf_pay'] as never),
    );
    const slip = await printedSlip(scene, '医疗费结算单');
    expect({
      pool: slip.fen('统筹基金支付'),
      large: slip.fen('大额补助支付'),
      servant: slip.fen('公务员补助'),
      aid: slip.fen('医疗救助支付'),
      funds: slip.fen('基金支付合计'),
      account: slip.fen('个人账户支付'),
      cash: slip.fen('现金支付'),
    }).toEqual({
      pool: byFund['hifp_pay'],
      large: byFund['hifob_pay'],
      servant: byFund['cvlserv_pay'],
      aid: byFund['maf_pay'],
      funds: ledger.funds,
      account: ledger.account,
      cash: ledger.cash,
    });
    expect(ledger.funds + ledger.account + ledger.cash).toBe(ledger.total);
    expect(slip.text('类别')).toContain('21 住院');
    // The rules are illustrative in part, and the paper says so in the centre's words.
    expect(slip.lines.join('')).toContain('含示例数据');
  });

  test('[S7] a single disease: the fund’s fixed sum, the person’s limit, and the rest is the hospital’s', async ({
    scene,
  }) => {
    const visit = draw(2102);
    const named = { disease: { code: 'SD001', name: '单病种示例' }, settleWay: '0201' };
    const items = [{ name: '手术费', code: '0021', price: '5000.00' }];
    await admit(
      scene,
      visit,
      [{ insutype: '310', psnType: '11', division: HARBIN }],
      [billOf(visit, 'ZY2611220002', '21', items, named)],
    );
    await toSplit(scene, visit);
    const seen = await details(scene);
    await pay(scene);
    const ledger = await only(scene);
    expect(ledger).toMatchObject({ total: 500_000, funds: 320_000, hospital: 100_000, cash: 80_000 });
    expect(Object.fromEntries(seen)).toMatchObject({
      'payer.pool': ledger.funds,
      'payer.hospital': ledger.hospital,
      'money.cash': ledger.cash,
      'detail.way': '单病种',
    });
    // Limits and first shares are left out of account: no line says that somebody pays them.
    expect(seen.has('手术费')).toBe(false);
    const slip = await printedSlip(scene, '医疗费结算单');
    expect([slip.fen('医院承担'), slip.fen('现金支付')]).toEqual([ledger.hospital, ledger.cash]);
    expect(slip.text('清算方式')).toContain('单病种');
    expect(slip.text('病种')).toContain('单病种示例');
  });

  test('[S20] the family’s account pays what the own one cannot, and whose it was is shown', async ({ scene }) => {
    const [mother, visit] = [draw(2103), draw(2104)];
    await admit(scene, mother, [{ insutype: '310', psnType: '12', division: HARBIN, balance: '70.00' }], []);
    const own = { insutype: '310', psnType: '11', division: HARBIN, balance: '50.00' };
    const bill = billOf(visit, 'MZ2611220003', '11', [{ name: '门诊治疗费', code: '0099', price: '1000.00' }]);
    await admit(scene, visit, [own], [bill], [mother.identityNumber]);
    const hers = String(mother.person['psnNo']);
    const before = await balanceOf(scene, hers, '310');
    await toSplit(scene, visit);
    const seen = await details(scene);
    await pay(scene);
    const ledger = await only(scene);
    const lent = before - (await balanceOf(scene, hers, '310'));
    expect(lent).toBe(7000);
    expect(ledger.account).toBe(12_000);
    expect(Object.fromEntries(seen)).toMatchObject({ 'payer.account': ledger.account, 'detail.family': lent });
    const slip = await printedSlip(scene, '门诊结算单');
    expect([slip.fen('个人账户支付'), slip.fen('其中共济')]).toEqual([ledger.account, lent]);
  });

  test('[S22] three bills one after the other, each its own message: emergency, pharmacy, and a chronic illness that the plan does not have', async ({
    scene,
  }) => {
    const { person, page } = scene;
    const visit = draw(2105);
    const kinds = [
      ['MZ2611220011', '13', '急诊'],
      ['MZ2611220012', '41', '药店买药'],
      ['MZ2611220013', '14', '门诊慢特病'],
    ] as const;
    const bills = kinds.map(([id, kind], index) =>
      billOf(visit, id, kind, [{ name: `药品${index}`, code: 'XA01', price: `${600 + index}.00` }]),
    );
    await admit(scene, visit, [{ insutype: '310', psnType: '11', division: HARBIN, balance: '2000.00' }], bills);
    await person.comeToTheKiosk();
    await person.insertCard(visit);
    await person.typePin(visit.pin);
    await person.sees('whoYouAre');
    for (const [, , word] of kinds) await expect(page.locator('.choices')).toContainText(word);

    const open = async (word: string): Promise<void> => {
      await page.locator('[data-key="openVisit"]', { hasText: word }).click();
      await person.sees('visit');
      await expect(page.locator('[data-screen="visit"]')).toContainText(word);
      await person.press('acceptFees');
    };
    const next = async (count: number): Promise<void> => {
      await expect(page.locator('[data-key="nextVisit"]')).toContainText(`还有 ${count} 笔`);
      await person.press('nextVisit');
      await person.typePin(visit.pin);
      await person.sees('whoYouAre');
    };
    await open('急诊');
    await person.sees('split');
    await pay(scene);
    await next(2);
    await open('药店买药');
    await person.sees('split');
    await pay(scene);
    await next(1);
    await open('门诊慢特病');
    await person.sees('stepFailed');
    await expect(page.locator('[data-screen="stepFailed"]')).toContainText('没有该医疗类别的待遇');
    await person.takeCard();
    await scene.settledDown();

    const settled = await booked(scene);
    expect(settled).toHaveLength(2);
    expect(new Set(settled.map(({ msgid }) => msgid)).size).toBe(2);
    const [emergency, pharmacy] = settled;
    expect(emergency?.byFund['hifp_pay']).toBe(10_000);
    expect(pharmacy).toMatchObject({ total: 60_100, funds: 0, account: 60_100, cash: 0 });
    const { lines } = await scene.paper();
    expect(lines.join('\n')).toContain('13 急诊');
    const slip = await printedSlip(scene, '医疗费结算单');
    expect([slip.fen('医疗费总额'), slip.fen('个人账户支付'), slip.fen('现金支付')]).toEqual([60_100, 60_100, 0]);
    expect(slip.lines.join('')).toContain('您不用付钱');
  });
});

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
