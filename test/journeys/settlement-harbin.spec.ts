import { formatFen } from '../../common/kernel/money.ts';
import { expect, test } from '../e2e/fixtures.ts';
import { admit, balanceOf, billOf, booked, draw, HARBIN, only } from './testing/bills.ts';
import { details, pay, toSplit } from './testing/pay.ts';
import { printedSlip } from './testing/slip.ts';

// Insured in Harbin, treated there.
test.use({ labOptions: { profile: { site: { division: HARBIN } } } });

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

test('[S22] three bills one after the other, each its own message: emergency, pharmacy, and a chronic illness that is not filed', async ({
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
  await expect(page.locator('[data-screen="stepFailed"]')).toContainText('未办理门诊慢特病备案');
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
