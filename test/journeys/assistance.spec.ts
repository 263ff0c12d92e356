import { assistanceAnswer } from '../../central/people/answers/assistance.ts';
import { loadMedicalPlans } from '../../central/plans/medical/load.ts';
import { readYuan } from '../../simulator/lab/person.ts';
import { expect, test } from '../e2e/fixtures.ts';
import { type CareerPerson, careerPerson, choose, toHome } from './testing/career-person.ts';
import { printService } from './testing/slip.ts';

/** What the reference centre grants the household; nothing was settled for anybody in this lab. */
function ledgerOf({ career, people }: CareerPerson) {
  const answer = assistanceAnswer(people, Date.now(), career, { plans: loadMedicalPlans(), paid: '0.00' });
  if (answer === null || answer.household === null) throw new Error('no household to compare');
  return { ...answer.household, medical: answer.medical };
}

test('[S9] minimum living of a household, how it is worked out, and medical assistance', async ({ scene }) => {
  const { page } = scene;
  const own = careerPerson('harbin-resident');
  const ledger = ledgerOf(own);
  await toHome(scene, own);
  await choose(scene, '低保和救助');
  await expect(page.locator('h1')).toHaveText('您家在领低保');
  const amount = async (place: string): Promise<number> =>
    readYuan(await page.locator(`${place} [data-amount]`).first().innerText());
  expect(await amount('[data-service]')).toBe(readYuan(ledger.monthly));
  expect(await amount('[data-row="medicalPaid"]')).toBe(readYuan(ledger.medical?.paid ?? ''));
  await expect(page.getByText('含示例数据')).toBeVisible();
  await page.getByRole('button', { name: '看怎么算的' }).click();
  expect([await amount('[data-row="standard"]'), await amount('[data-row="income"]')]).toEqual([
    readYuan(ledger.standard),
    readYuan(ledger.income),
  ]);
  await expect(page.locator('[data-row="people"]')).toContainText(`${ledger.people}`);

  const slip = await printService(scene, '社会救助', own);
  expect([slip.fen('低保金'), slip.fen('城市低保标准'), slip.text('家庭人数'), slip.text('起始月份')]).toEqual([
    readYuan(ledger.monthly),
    readYuan(ledger.standard),
    `${ledger.people} 人`,
    ledger.since,
  ]);
  const text = slip.lines.join('\n');
  expect(text).toContain('含示例数据');
});

test('[S9] a standard that a plan states is no sample', async ({ scene }) => {
  const { page } = scene;
  const own = careerPerson('beijing-household');
  const ledger = ledgerOf(own);
  await toHome(scene, own);
  await choose(scene, '低保和救助');
  expect(readYuan(await page.locator('[data-service] [data-amount]').first().innerText())).toBe(
    readYuan(ledger.monthly),
  );
  await expect(page.getByText('含示例数据')).toHaveCount(0);
});
