import { residentPensionAnswer } from '../../central/people/answers/resident-pension.ts';
import { readYuan } from '../../simulator/lab/person.ts';
import { expect, test } from '../e2e/fixtures.ts';
import { careerPerson, choose, toHome } from './testing/career-person.ts';
import { printService } from './testing/slip.ts';

test('[S8] the residents’ pension: what it gives, the account by years, on screen and paper', async ({ scene }) => {
  const { page } = scene;
  const own = careerPerson('beijing-villager');
  const ledger = residentPensionAnswer(own.people, Date.now(), own.career);
  const sums = ledger?.sums ?? null;
  if (ledger === null || sums === null) throw new Error('no pension to compare');
  await toHome(scene, own);
  await choose(scene, '居民养老');
  await expect(page.locator('h1')).toHaveText('您在领居民养老金');
  const amount = async (place: string): Promise<number> =>
    readYuan(await page.locator(`${place} [data-amount]`).first().innerText());
  expect(await amount('[data-service]')).toBe(readYuan(sums.total));
  expect(await amount('[data-row="account"]')).toBe(readYuan(ledger.account));
  await page.getByRole('button', { name: '看怎么算的' }).click();
  expect([await amount('[data-row="base"]'), await amount('[data-row="fromAccount"]')]).toEqual([
    readYuan(sums.base),
    readYuan(sums.fromAccount),
  ]);
  await expect(page.locator('[data-row="divisor"]')).toContainText('139');

  const slip = await printService(scene, '居民养老保险', own);
  expect([slip.fen('每月养老金'), slip.fen('基础养老金'), slip.text('开始领取')]).toEqual([
    readYuan(sums.total),
    readYuan(sums.base),
    ledger.from,
  ]);
  for (const { year, paid } of ledger.years) expect(slip.fen(`${year} 年缴费`)).toBe(readYuan(paid));
  const text = slip.lines.join('\n');
  expect(text).toContain('含示例数据');
});
