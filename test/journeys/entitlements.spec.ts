import { readYuan } from '../../simulator/lab/person.ts';
import { expect, test } from '../e2e/fixtures.ts';
import { careerPerson, choose, toHome } from './testing/career-person.ts';
import { printedSlip } from './testing/slip.ts';

test('[S8] injury: grade, sums and what is paid, on screen and paper as the centre has them', async ({ scene }) => {
  const { person, page } = scene;
  const own = careerPerson('harbin-injured');
  const [lumpSum, allowance] = own.career.payments;
  await toHome(scene, own);
  await choose(scene, '待遇和补贴');
  await expect(page.locator('h1')).toHaveText(new RegExp(`^工伤 ${own.career.injury?.grade}\\s?级$`));
  const row = async (name: string): Promise<number> =>
    readYuan(await page.locator(`[data-row="${name}"] [data-amount]`).first().innerText());
  expect(await row('lumpSum')).toBe(lumpSum?.once);
  expect(await row('allowance')).toBe(allowance?.monthly);
  await page.getByRole('button', { name: '看发放记录' }).click();
  const shown = await page.locator('[data-paid-amount] [data-amount]').allInnerTexts();
  expect(shown.map(readYuan)).toEqual([allowance?.monthly, lumpSum?.once]);

  await person.press('printService');
  await page.locator('[data-print="printed"]').waitFor({ state: 'attached' });
  const slip = await printedSlip(scene, '待遇和补贴');
  expect([slip.fen('一次性补助'), slip.fen('每月津贴')]).toEqual([lumpSum?.once, allowance?.monthly]);
  expect(slip.text('受伤时间')).toBe(own.career.injury?.month);
  const text = slip.lines.join('\n');
  expect(text.includes(own.career.identityNumber) || text.includes(own.career.name)).toBe(false);
});

test('[S9] assistance: what is paid each month, and the sums of the city with what they are', async ({ scene }) => {
  const { page } = scene;
  const own = careerPerson('harbin-resident');
  await toHome(scene, own);
  await choose(scene, '待遇和补贴');
  const shown = await page.locator('[data-row] [data-amount]').allInnerTexts();
  expect(shown.map(readYuan)).toEqual(own.career.payments.toReversed().map(({ monthly }) => monthly));
  await page.getByRole('button', { name: '看本地标准' }).click();
  const city = own.people.cities[own.career.city];
  const orphans = city.standards.find(({ id }) => id === 'orphans');
  const sum = page.locator('[data-standard="orphans"]');
  expect(readYuan(await sum.locator('[data-amount]').innerText())).toBe(orphans?.amount.value);
  await expect(sum).toContainText('标准');
});
