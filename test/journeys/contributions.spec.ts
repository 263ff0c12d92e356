import { contributionRecords, monthsCounted } from '../../central/people/records.ts';
import { formatDate } from '../../common/kernel/dates.ts';
import { addFen, ZERO_FEN } from '../../common/kernel/money.ts';
import { readYuan } from '../../simulator/lab/person.ts';
import { expect, test } from '../e2e/fixtures.ts';
import { type CareerPerson, careerPerson, choose, toHome } from './testing/career-person.ts';
import { printService } from './testing/slip.ts';

/** The months of the person as the reference centre has them, worked out from the career itself. */
function ledgerOf({ career, people }: CareerPerson) {
  return contributionRecords(career, people.cities[career.city], people.national, formatDate(Date.now()).slice(0, 7));
}

test('[S12] the contribution record by insurance and month, as chart, table and slip, is the centre’s', async ({
  scene,
}) => {
  const { page } = scene;
  const own = careerPerson('harbin-freelance');
  const ledger = ledgerOf(own);
  const pension = ledger.filter(({ insurance }) => insurance === 'pension');
  const sum = (who: 'firm' | 'person', of = pension) => addFen(ZERO_FEN, ...of.map((row) => row[who]));
  await toHome(scene, own);
  await choose(scene, '缴费记录');
  await expect(page.locator('[data-service="months"]')).toHaveText(
    new RegExp(`^${monthsCounted(ledger, 'pension')}\\s个月$`),
  );
  const row = async (name: string): Promise<number> =>
    readYuan(await page.locator(`[data-row="${name}"] [data-amount]`).innerText());
  expect([await row('person'), await row('firm')]).toEqual([sum('person'), sum('firm')]);
  // One cell a month.
  for (const kind of ['paid', 'missed'] as const) {
    const cells = page.locator(`.month-cells i.${kind}`);
    await expect(cells).toHaveCount(pension.filter((one) => one.kind === kind).length);
  }

  // The newest year, then the one before: the terminal asks for it.
  await page.getByRole('button', { name: '看每个月' }).click();
  const year = ledger.at(-1)?.month.slice(0, 4) ?? '';
  const before = String(Number(year) - 1);
  await page.getByRole('button', { name: `${before}` }).click();
  await expect(page.locator('h1')).toContainText(before);
  const months = async () => {
    const rows = await page.locator('table.months tbody tr').all();
    return Promise.all(
      rows.map(async (one) => [
        `${before}-${(await one.getAttribute('data-month'))?.slice(5)}`,
        ...(await one.locator('[data-amount]').allInnerTexts()).map(readYuan),
      ]),
    );
  };
  const first = await months();
  await page.getByRole('button', { name: '下半年' }).click();
  await expect(page.locator('table.months tbody tr').first()).toHaveAttribute('data-month', `${before}-07`);
  expect([...first, ...(await months())]).toEqual(
    pension.filter(({ month }) => month.startsWith(before)).map((one) => [one.month, one.base, one.firm, one.person]),
  );

  const slip = await printService(scene, '社会保险缴费记录', own);
  expect(slip.text('养老保险')).toBe(`${monthsCounted(ledger, 'pension')} 个月`);
  expect([slip.fen('单位缴费'), slip.fen('个人缴费')]).toEqual([sum('firm'), sum('person')]);
  const ofYear = ledger.filter(({ month }) => month.startsWith(before));
  expect(slip.fen(`${before} 年`)).toBe(sum('person', ofYear));
});

test('[S12] somebody who never paid in is told so', async ({ scene }) => {
  const { page } = scene;
  const own = careerPerson('harbin-resident');
  await toHome(scene, own);
  await choose(scene, '缴费记录');
  await expect(page.locator('h1')).toHaveText('没有缴费记录');
  expect((await printService(scene, '社会保险缴费记录')).lines.join('\n')).toContain('没有缴费记录');
});
