import { injuryAnswer } from '../../central/people/answers/injury.ts';
import { parseFen } from '../../common/kernel/money.ts';
import { readYuan } from '../../simulator/lab/person.ts';
import { expect, test } from '../e2e/fixtures.ts';
import { type CareerPerson, careerPerson, choose, toHome } from './testing/career-person.ts';
import { printService } from './testing/slip.ts';

const money = (text: string | null | undefined): number => {
  const amount = parseFen(text ?? '');
  return amount.ok ? amount.value : -1;
};

/** What the reference centre says of the accident, worked out from the career itself. */
function ledgerOf({ career, people }: CareerPerson) {
  const accident = injuryAnswer(people, Date.now(), career)?.accident ?? null;
  if (accident === null) throw new Error('no accident to compare');
  return accident;
}

test('[S8] a grade of injury: what comes each month, the lump sum, and how both are worked out', async ({ scene }) => {
  const { page } = scene;
  const own = careerPerson('harbin-injured');
  const ledger = ledgerOf(own);
  await toHome(scene, own);
  await choose(scene, '工伤');
  await expect(page.locator('h1')).toHaveText(new RegExp(`^工伤 ${ledger.grade}\\s?级$`));
  const big = async (): Promise<number> =>
    readYuan(await page.locator('[data-service] [data-amount]').first().innerText());
  const row = async (name: string): Promise<number> =>
    readYuan(await page.locator(`[data-row="${name}"] [data-amount]`).innerText());
  expect(await big()).toBe(money(ledger.monthly));
  expect(await row('lumpSum')).toBe(money(ledger.lumpSum?.amount));

  await page.getByRole('button', { name: '看怎么算的' }).click();
  expect([await big(), await row('wage')]).toEqual([money(ledger.allowance?.amount), money(ledger.wage)]);
  await page.getByRole('button', { name: '看下一项' }).click();
  expect(await big()).toBe(money(ledger.lumpSum?.amount));
  await expect(page.locator('[data-row="months"]')).toContainText(`${ledger.lumpSum?.months}`);

  const slip = await printService(scene, '工伤保险待遇', own);
  expect({
    grade: slip.text('伤残等级'),
    monthly: slip.fen('基金现在每月支付'),
    allowance: slip.fen('伤残津贴'),
    lumpSum: slip.fen('一次性伤残补助金'),
  }).toEqual({
    grade: String(ledger.grade),
    monthly: money(ledger.monthly),
    allowance: money(ledger.allowance?.amount),
    lumpSum: money(ledger.lumpSum?.amount),
  });
});

test('[S8] retired with an injury: the fund pays what the pension is lower than the allowance', async ({ scene }) => {
  const { page } = scene;
  const own = careerPerson('tianjin-injured');
  const ledger = ledgerOf(own);
  await toHome(scene, own);
  await choose(scene, '工伤');
  const row = async (name: string): Promise<number> =>
    readYuan(await page.locator(`[data-row="${name}"] [data-amount]`).innerText());
  expect(await row('difference')).toBe(money(ledger.difference));
  await expect(page.getByText('含示例数据')).toBeVisible();
  await page.getByRole('button', { name: '看怎么算的' }).click();
  expect([await row('allowance'), await row('pension')]).toEqual([
    money(ledger.allowance?.amount),
    money(ledger.pension),
  ]);
  await page.locator('[data-pad="yellow"]').click();
  await page.getByRole('button', { name: '看发放记录' }).click();
  const shown = await page.locator('[data-paid-amount] [data-amount]').allInnerTexts();
  const paid = own.career.payments.filter(({ insurance }) => insurance === 'injury');
  expect(shown.map(readYuan)).toEqual(paid.toReversed().map(({ monthly, once }) => once ?? monthly));
});
