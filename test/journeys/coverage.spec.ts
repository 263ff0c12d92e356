import { levelCoverage } from '../../central/benefits/medical/level-coverage.ts';
import { seedOf } from '../../central/people/seeds.ts';
import { loadMedicalPlan } from '../../central/plans/medical/load.ts';
import { formatDate } from '../../common/kernel/dates.ts';
import { formatFen } from '../../common/kernel/money.ts';
import { formatRatio, ratio, times } from '../../common/kernel/ratio.ts';
import { readYuan } from '../../simulator/lab/person.ts';
import { expect, test } from '../e2e/fixtures.ts';
import { type CareerPerson, careerPerson, choose, toHome } from './testing/career-person.ts';
import { printService } from './testing/slip.ts';

/** What the plan of the residents' scheme says for this person today, from the plan file itself. */
function planOf({ career }: CareerPerson) {
  const today = formatDate(Date.now());
  const { person, insurance } = seedOf(career, '1', today.slice(0, 7));
  const patient = { psnType: insurance.psnType, birthDate: person.birthDate, workedSince: null, retiredSince: null };
  const levels = levelCoverage(loadMedicalPlan('harbin/resident-2022'), { ...patient, statuses: [] }, today);
  return levels.map(({ bands, ...level }) => {
    return { ...level, percents: bands.map(({ share }) => formatRatio(times(share, ratio(100)), 0)) };
  });
}

test('[S8] a resident sees what the residents’ scheme pays at each level, clinic and hospital', async ({ scene }) => {
  const { page } = scene;
  const own = careerPerson('harbin-resident');
  const plan = planOf(own);
  await toHome(scene, own);
  await choose(scene, '看病报多少');
  await expect(page.getByText('城乡居民基本医疗保险')).toBeVisible();
  for (const { kind, level, percents } of plan.filter((one) => one.kind === 'outpatient')) {
    const row = page.locator(`[data-row="level${level}"]`);
    await expect(row, `${kind} ${level}`).toContainText(percents[0] === undefined ? '不付' : `${percents[0]} %`);
  }
  await page.getByRole('button', { name: '看住院' }).click();
  const stays = plan.filter((one) => one.kind === 'inpatient');
  for (const { level, percents, deductible } of stays) {
    const row = page.locator(`[data-row="level${level}"]`);
    await expect(row).toContainText(`${percents[0]} %`);
    await expect(row).toContainText(formatFen(deductible.amount).replace('.00', ''));
  }
  const ceiling = await page.locator('[data-row="ceiling"] [data-amount]').innerText();
  expect(readYuan(ceiling)).toBe(stays[0]?.ceiling);

  const slip = await printService(scene, '医保报销政策', own);
  expect(slip.fen('年度最高支付')).toBe(plan[0]?.ceiling);
  const text = slip.lines.join('\n');
  expect(text).toContain('含示例数据');
});
