import { pensionStatus } from '../../central/people/pension-status.ts';
import { formatDate } from '../../common/kernel/dates.ts';
import { readYuan } from '../../simulator/lab/person.ts';
import { expect, test } from '../e2e/fixtures.ts';
import { type CareerPerson, careerPerson, choose, toHome } from './testing/career-person.ts';
import { printService } from './testing/slip.ts';

const thisMonth = (): string => formatDate(Date.now()).slice(0, 7);

/** Where the reference centre says that the person stands, worked out from the career itself. */
function ledgerOf({ career, people }: CareerPerson) {
  return pensionStatus(career, people.cities[career.city], people.national, thisMonth());
}

test('[S8] the pension: months, account, age and estimate on screen and paper as the centre has them', async ({
  scene,
}) => {
  const { person, page } = scene;
  const own = careerPerson('harbin-freelance');
  const ledger = ledgerOf(own);
  const { estimate } = ledger;
  const [reachedIn, reachedOn] = ledger.retirement.month.split('-');
  if (estimate === null) throw new Error('no estimate to compare');
  await toHome(scene, own);
  await choose(scene, '养老保险');
  const row = async (name: string): Promise<number> =>
    readYuan(await page.locator(`[data-row="${name}"] [data-amount]`).innerText());
  expect(await row('account')).toBe(ledger.account);
  expect(await row('base')).toBe(ledger.lastBase);
  await expect(page.locator('[data-service="months"]')).toHaveText(
    new RegExp(`^${ledger.paidMonths + ledger.deemedMonths}\\s个月$`),
  );
  await expect(page.locator('[data-row="age"]')).toContainText(`${reachedIn} 年 ${Number(reachedOn)} 月`);
  await expect(page.locator('[data-row="age"]')).toContainText(`晚 ${ledger.retirement.laterByMonths}`);

  await page.getByRole('button', { name: '退休领多少' }).click();
  expect(readYuan(await page.locator('[data-service="total"] [data-amount]').innerText())).toBe(estimate.total);
  for (const { part, amount } of estimate.parts) expect(await row(part)).toBe(amount);
  await page.getByRole('button', { name: '看怎么算的' }).click();
  await expect(page.locator('.formula')).toHaveText(estimate.parts[0]?.formula ?? '');
  await page.locator('[data-pad="yellow"]').click();
  await page.locator('[data-pad="yellow"]').click();

  const slip = await printService(scene, '养老保险和估算', own);
  expect({
    account: slip.fen('个人账户'),
    base: slip.fen('最近缴费基数'),
    paid: slip.text('实际缴费'),
    missed: slip.text('欠缴'),
    total: slip.fen('每月大约'),
    basePart: slip.fen('基础养老金'),
    reached: slip.text('到龄月份'),
  }).toEqual({
    account: ledger.account,
    base: ledger.lastBase,
    paid: `${ledger.paidMonths} 个月`,
    missed: `${ledger.missedMonths} 个月`,
    total: estimate.total,
    basePart: estimate.parts[0]?.amount,
    reached: ledger.retirement.month,
  });
  await page.locator('[data-pad="green"]').click();
  await person.sees('home');
  await person.takeCard();
  await person.sees('insertCard');
});

test('[S8] somebody who draws a pension sees what was paid', async ({ scene }) => {
  const { page } = scene;
  const own = careerPerson('beijing-retired');
  await toHome(scene, own);
  await expect(page.getByText('北京市')).toBeVisible();
  await choose(scene, '养老保险');
  await page.getByRole('button', { name: '看发放记录' }).click();
  const shown = await page.locator('[data-paid-amount] [data-amount]').allInnerTexts();
  expect(shown.map(readYuan)).toEqual(own.career.payments.map(({ monthly }) => monthly));
});
