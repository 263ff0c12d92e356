import { contributionRecords, monthsCounted } from '../../central/people/records.ts';
import { unemploymentStatus } from '../../central/people/unemployment-status.ts';
import { formatDate } from '../../common/kernel/dates.ts';
import { readYuan } from '../../simulator/lab/person.ts';
import { expect, test } from '../e2e/fixtures.ts';
import { type CareerPerson, careerPerson, choose, toHome } from './testing/career-person.ts';
import { printService } from './testing/slip.ts';

/** Where the reference centre says that the person stands, worked out from the career itself. */
function ledgerOf({ career, people }: CareerPerson) {
  const city = people.cities[career.city];
  const records = contributionRecords(career, city, people.national, formatDate(Date.now()).slice(0, 7));
  const status = unemploymentStatus(career, city, monthsCounted(records, 'unemployment'));
  if (status === null) throw new Error('the city has no rule');
  return status;
}

test('[S8] [S14] the benefit, its months and the scheme that follows, on screen and paper as the centre has them', async ({
  scene,
}) => {
  const { page } = scene;
  const own = careerPerson('beijing-clerk');
  const ledger = ledgerOf(own);
  await toHome(scene, own);
  await choose(scene, '失业金');
  await expect(page.locator('h1')).toHaveText('您在领失业金');
  await expect(page.locator('[data-service="left"]')).toHaveText(new RegExp(`^${ledger.monthsLeft}\\s个月$`));
  await expect(page.locator('.month-strip i.paid')).toHaveCount(ledger.monthsDrawn);
  await expect(page.locator('.month-strip i.missed')).toHaveCount(ledger.monthsLeft);
  const next = await page.locator('[data-row="next"] [data-amount]').innerText();
  expect(readYuan(next)).toBe(ledger.nextMonth);
  expect(ledger.medicalScheme).toBe('310');
  await expect(page.locator('[data-row="scheme"]')).toContainText('职工医保');
  await page.getByRole('button', { name: '看发放记录' }).click();
  const shown = await page.locator('[data-paid-amount] [data-amount]').allInnerTexts();
  expect(shown.map(readYuan)).toEqual(own.career.payments.map(({ monthly }) => monthly));

  const slip = await printService(scene, '失业保险待遇', own);
  expect({
    due: slip.text('按缴费年限可领'),
    drawn: slip.text('已经领取'),
    left: slip.text('还剩'),
    next: slip.fen('下月金额'),
    scheme: slip.text('领取期间的医保'),
  }).toEqual({
    due: `${ledger.monthsDue} 个月`,
    drawn: `${ledger.monthsDrawn} 个月`,
    left: `${ledger.monthsLeft} 个月`,
    next: ledger.nextMonth,
    scheme: '职工基本医保',
  });
});
