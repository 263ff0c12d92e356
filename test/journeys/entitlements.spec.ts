import { readYuan } from '../../simulator/lab/person.ts';
import { expect, test } from '../e2e/fixtures.ts';
import { careerPerson, choose, toHome } from './testing/career-person.ts';
import { printService } from './testing/slip.ts';

test('[S9] welfare: what is paid each month, and the sums of the city with what they are', async ({ scene }) => {
  const { page } = scene;
  const own = careerPerson('beijing-veteran');
  const monthly = own.career.payments.filter(({ to }) => to === null);
  await toHome(scene, own);
  await choose(scene, '待遇和补贴');
  const shown = await page.locator('[data-row] [data-amount]').allInnerTexts();
  expect(shown.map(readYuan)).toEqual(monthly.toReversed().map((one) => one.monthly));
  await page.getByRole('button', { name: '看本地标准' }).click();
  const city = own.people.cities[own.career.city];
  const [first] = city.standards.filter(({ per, amount }) => per === 'month' && amount.kind !== 'goal');
  const sum = page.locator(`[data-standard="${first?.id}"]`);
  expect(readYuan(await sum.locator('[data-amount]').innerText())).toBe(first?.amount.value);
  await expect(sum).toContainText('平均数');

  const slip = await printService(scene, '待遇和补贴', own);
  const veterans = city.standards.find(({ id }) => id === 'veterans');
  expect(slip.fen('优抚最高定期抚恤')).toBe(veterans?.amount.value);
});
