import { formatDate } from '../../common/kernel/dates.ts';
import { inForce, loadPolicies } from '../../kiosk-config/policy-pages/load.ts';
import type { PolicyPage } from '../../kiosk-config/policy-pages/page.ts';
import { expect, type Scene, test } from '../e2e/fixtures.ts';
import { careerPerson, toHome } from './testing/career-person.ts';
import { printService } from './testing/slip.ts';

const today = formatDate(Date.now());
const { pages } = loadPolicies('kiosk-config/policy', today);

/** What the bureau's own file says, by its name. */
function pageOf(id: string): PolicyPage {
  const page = pages.find((each) => each.id === id);
  if (page === undefined || !inForce(page, today)) throw new Error(`no page ${id} today`);
  return page;
}

/** Presses the key with these words, on whichever page of the list it stands. */
async function pick({ page }: Scene, words: string): Promise<void> {
  const key = page.locator('.choice', { hasText: words });
  for (let turned = 0; turned < 6 && !(await key.isVisible()); turned++) {
    const before = await page.locator('.choices').innerText();
    await page.getByRole('button', { name: '看下一页' }).click();
    await expect(page.locator('.choices')).not.toHaveText(before, { useInnerText: true });
  }
  await key.click();
}

const textsOf = ({ zh }: PolicyPage): readonly string[] =>
  zh.sheets.flatMap(({ heading, blocks }) => [
    heading,
    ...blocks.map(({ spans }) => spans.map(({ text }) => text).join('')),
  ]);

test('[S13] without a card: out of work, what the rules say, sheet by sheet and on paper as the bureau wrote it', async ({
  scene,
}) => {
  const { person, page } = scene;
  const own = pageOf('unemployment-months');
  await person.comeToTheKiosk();
  await person.press('openPolicy');
  await person.sees('policy');
  await pick(scene, '没工作了');
  const look = page.locator('.look');
  for (const [index, { heading, blocks }] of own.zh.sheets.entries()) {
    await expect(page.locator('h1')).toHaveText(heading);
    await expect(look).toContainText(`第 ${index + 1} 张，共 ${own.zh.sheets.length + 1} 张`);
    for (const { spans } of blocks) await expect(look).toContainText(spans.map(({ text }) => text).join(''));
    await page.getByRole('button', { name: '下一张' }).click();
  }
  await expect(page.locator('[data-policy="source"]')).toHaveText(own.zh.source);
  await expect(page.locator('[data-row="valid"]')).toContainText(own.validFrom);
  await expect(page.locator('[data-row="checked"]')).toContainText(own.checkedOn);
  await expect(page.getByRole('button', { name: '这是最后一张' })).toBeDisabled();

  const slip = await printService(scene, own.zh.title);
  const paper = slip.lines.join('').replace(/\s/g, '');
  for (const text of textsOf(own)) expect(paper).toContain(text.replace(/\s/g, ''));
  expect(paper).toContain(own.zh.source.replace(/\s/g, ''));
  expect(slip.text('核对日期')).toBe(own.checkedOn);

  await page.locator('[data-pad="green"]').click();
  await page.locator('[data-pad="red"]').click();
  await person.sees('insertCard');
});

test('[S13] a word is found by its first stroke, with the keypad alone; a card that is put in takes over', async ({
  scene,
}) => {
  const { person, page, visit } = scene;
  const own = pageOf('away-care');
  await person.comeToTheKiosk();
  await page.keyboard.press('1');
  await person.sees('policy');
  await expect(page.locator('h1')).toHaveText('您遇到什么事？');
  await page.keyboard.press('5');
  await expect(page.locator('h1')).toHaveText('词的第一笔是？');
  await page.keyboard.press('5');
  await expect(page.locator('h1')).toHaveText('想找哪个词？');
  const choice = page.locator('.choice', { hasText: '异地' });
  await page.keyboard.press((await choice.getAttribute('data-pad')) ?? '');
  await expect(page.locator('[data-frame="strip"]')).toHaveText(own.zh.title);
  await page.keyboard.press('2');
  await expect(page.locator('h1')).toHaveText(own.zh.sheets[1]?.heading ?? '');
  await person.insertCard(visit);
  await person.sees('enterPin');
  await person.takeCard();
  await person.sees('insertCard');
});

test('[S13] with a card: the pages of the person’s own city, and back to the services', async ({ scene }) => {
  const { person, page } = scene;
  const own = careerPerson('harbin-freelance');
  const stay = pageOf('harbin-inpatient');
  await toHome(scene, own);
  await person.press('openPolicy');
  await person.sees('policy');
  await pick(scene, '生病看病');
  await pick(scene, stay.zh.title);
  await expect(page.locator('.look')).toContainText('含示例数据');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.locator('h1')).toHaveText(stay.en.sheets[0]?.heading ?? '');
  for (const question of ['Which page?', 'What has happened?']) {
    await page.locator('[data-pad="yellow"]').click();
    await expect(page.locator('h1')).toHaveText(question);
  }
  await page.locator('[data-pad="yellow"]').click();
  await person.sees('home');
  await person.takeCard();
  await person.sees('insertCard');
});
