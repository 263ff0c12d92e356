import { housingAnswer } from '../../central/people/answers/housing.ts';
import { readYuan } from '../../simulator/lab/person.ts';
import { expect, test } from '../e2e/fixtures.ts';
import { careerPerson, choose, toHome } from './testing/career-person.ts';
import { printService } from './testing/slip.ts';

test('[S10] the housing fund: balance, a month and its two sides, on screen and paper', async ({ scene }) => {
  const { page } = scene;
  const own = careerPerson('harbin-engineer');
  const fund = housingAnswer(own.people, Date.now(), own.career)?.fund ?? null;
  if (fund === null) throw new Error('no account to compare');
  await toHome(scene, own);
  await choose(scene, '住房保障');
  const amount = async (place: string): Promise<number> =>
    readYuan(await page.locator(`${place} [data-amount]`).first().innerText());
  expect(await amount('[data-service]')).toBe(readYuan(fund.balance));
  expect(await amount('[data-row="monthly"]')).toBe(readYuan(fund.monthly));
  await page.getByRole('button', { name: '看怎么算的' }).click();
  expect(await amount('[data-row="opening"]')).toBe(readYuan(fund.opening));
  await page.getByRole('button', { name: '看下一项' }).click();
  expect([await amount('[data-row="firm"]'), await amount('[data-row="person"]')]).toEqual([
    readYuan(fund.firm),
    readYuan(fund.person),
  ]);

  const slip = await printService(scene, '住房保障', own);
  expect([slip.fen('公积金余额'), slip.fen('每月缴存'), slip.fen('缴存基数')]).toEqual([
    readYuan(fund.balance),
    readYuan(fund.monthly),
    readYuan(fund.base),
  ]);
  for (const { year, deposited } of fund.years) expect(slip.fen(`${year} 年缴存`)).toBe(readYuan(deposited));
});

test('[S10] a rent subsidy: what the home lacks, and what that is worth a month', async ({ scene }) => {
  const { page } = scene;
  const own = careerPerson('harbin-resident');
  const rent = housingAnswer(own.people, Date.now(), own.career)?.rent ?? null;
  if (rent === null) throw new Error('no subsidy to compare');
  await toHome(scene, own);
  await choose(scene, '住房保障');
  expect(readYuan(await page.locator('[data-service] [data-amount]').first().innerText())).toBe(readYuan(rent.monthly));
  await page.getByRole('button', { name: '看怎么算的' }).click();
  await expect(page.locator('[data-row="areaPerHead"]')).toContainText(rent.areaPerHead);
  await expect(page.locator('[data-row="lacking"]')).toContainText('2.8');
});

test('[S10] a city whose plan has no housing fund says nothing of one', async ({ scene }) => {
  const { page } = scene;
  await toHome(scene, careerPerson('beijing-turner'));
  await choose(scene, '住房保障');
  await expect(page.locator('h1')).toHaveText('没有您的租金补贴');
});
