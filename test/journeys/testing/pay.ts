import type { DrawnVisit } from '../../../simulator/lab/draw.ts';
import { readYuan } from '../../../simulator/lab/person.ts';
import type { Scene } from '../../e2e/fixtures.ts';

/** From an empty kiosk to the split of the first bill, or of the one of this department. */
export async function toSplit({ person }: Scene, visit: DrawnVisit): Promise<void> {
  await person.comeToTheKiosk();
  await person.goToSplit(visit);
}

/** From the split to the result, with its slip out. */
export async function pay({ person, page }: Scene): Promise<void> {
  await person.press('acceptSplit');
  await person.sees('confirm');
  await person.press('confirm');
  await person.sees('done');
  await page.locator('[data-print="printed"]').waitFor({ state: 'attached' });
}

/** What the sheets of details say, all of them: amounts in fen, words as they stand. */
export async function details({ page, person }: Scene): Promise<ReadonlyMap<string, string | number>> {
  await page.getByRole('button', { name: '看细账' }).click();
  const all = new Map<string, string | number>();
  for (let sheet = 0; ; sheet++) {
    await page.getByText(new RegExp(`^第\\s?${sheet + 1}\\s?页`, 'u')).waitFor();
    // The single items come by themselves a moment later.
    await page.locator('[data-row], [data-frame="quote"], .fee-line').first().waitFor();
    person.seen.add(`split details ${sheet + 1}`);
    for (const row of await page.locator('[data-row]').all()) {
      const name = (await row.getAttribute('data-row')) ?? '';
      const amount = row.locator('[data-amount]');
      const whole = await row.locator('.value').innerText();
      all.set(name, (await amount.count()) > 0 ? readYuan(await amount.innerText()) : whole.trim());
    }
    for (const line of await page.locator('.fee-line').all()) {
      const name = await line.locator('.two-lines').innerText();
      const own = line.locator('[data-own]');
      if ((await own.count()) > 0) all.set(name.trim(), (await own.innerText()).trim());
    }
    const next = page.locator('[data-pad="2"]');
    if (await next.isDisabled()) break;
    await next.click();
  }
  await page.getByRole('button', { name: '看好了' }).click();
  return all;
}
