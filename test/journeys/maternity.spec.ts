import { maternityAnswer } from '../../central/people/answers/maternity.ts';
import { readYuan } from '../../simulator/lab/person.ts';
import { expect, test } from '../e2e/fixtures.ts';
import { careerPerson, choose, toHome } from './testing/career-person.ts';
import { printService } from './testing/slip.ts';

test('[S8] maternity: the allowance of a birth and how it is worked out, on screen and paper', async ({ scene }) => {
  const { page } = scene;
  const own = careerPerson('harbin-mother');
  const [birth] = maternityAnswer(own.people, Date.now(), own.career)?.births ?? [];
  if (birth === undefined) throw new Error('no birth to compare');
  await toHome(scene, own);
  await choose(scene, '生育津贴');
  const big = async (): Promise<number> =>
    readYuan(await page.locator('[data-service] [data-amount]').first().innerText());
  expect(await big()).toBe(readYuan(birth.allowance));
  await page.getByRole('button', { name: '看怎么算的' }).click();
  expect(readYuan(await page.locator('[data-row="average"] [data-amount]').innerText())).toBe(readYuan(birth.average));
  await expect(page.locator('[data-row="days"]')).toContainText(`${birth.days}`);

  const slip = await printService(scene, '生育保险待遇', own);
  expect([slip.fen('生育津贴'), slip.text('生育时间'), slip.text('产假天数')]).toEqual([
    readYuan(birth.allowance),
    birth.month,
    `${birth.days} 天`,
  ]);
});
