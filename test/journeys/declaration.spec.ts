import { declarationAnswer } from '../../central/people/answers/declaration.ts';
import { formatDate } from '../../common/kernel/dates.ts';
import { readYuan } from '../../simulator/lab/person.ts';
import { expect, type Scene, test } from '../e2e/fixtures.ts';
import { type CareerPerson, careerPerson, choose, toHome } from './testing/career-person.ts';
import { printService } from './testing/slip.ts';

/** What the reference centre answers about a base, worked out from the career itself; nothing is declared yet. */
function answerOf({ career, people }: CareerPerson, base?: string) {
  const who = { identityNumber: career.identityNumber, name: career.name };
  const nothing = { of: () => null };
  const answer = declarationAnswer(people, nothing, Date.now(), base === undefined ? who : { ...who, base });
  if (answer?.limits == null) throw new Error('nothing can be declared');
  const { limits, choices, draft } = answer;
  return { month: answer.month, floor: readYuan(limits.floor), ceiling: readYuan(limits.ceiling), choices, draft };
}

const row = async ({ page }: Scene, name: string): Promise<number> =>
  readYuan(await page.locator(`[data-row="${name}"] [data-amount]`).innerText());

/** Waits for a step of the page; a part of it is asked of the centre. */
async function at({ page, person }: Scene, step: string): Promise<void> {
  await page.locator(`[data-declaration="${step}"]`).waitFor();
  person.seen.add(`service 缴费申报 ${step}`);
}

/** Types whole yuan on the glass and goes on. */
async function typeBase(scene: Scene, yuan: string): Promise<void> {
  const { page, person } = scene;
  await page.getByRole('button', { name: /别的数/ }).click();
  await at(scene, 'typing');
  for (const digit of yuan) await page.locator(`.digits [data-pad="${digit}"]`).click();
  await person.press('turnService');
  await at(scene, 'draft');
}

/** The acts of the audit chain about declarations, oldest first. */
async function acts({ lab }: Scene): Promise<readonly string[]> {
  const control = await lab.control();
  const list = await control.call('auditList', { limit: 200 });
  control.close();
  if (!list.ok || !list.value.ok) throw new Error('the audit log cannot be read');
  // The list begins with the newest.
  const codes = list.value.rows.map(({ code }) => code).toReversed();
  return codes.filter((code) => code.startsWith('declaration.'));
}

/** The middle one of the bases that the city names. */
function second<T>([, one]: readonly T[]): T {
  if (one === undefined) throw new Error('the city names fewer');
  return one;
}

/** The choice of the average wage, looked at and declared with card and PIN. */
async function declare(scene: Scene, own: CareerPerson, share: string): Promise<void> {
  const { page, person } = scene;
  await page.getByRole('button', { name: new RegExp(`${Number(share) * 100}%`) }).click();
  await at(scene, 'draft');
  await person.press('declare');
  await person.typePin(own.card.pin);
}

test('[S15] a base outside the city’s limits is named as such; one within them is declared, once, as the centre works it out', async ({
  scene,
}) => {
  const { page, person } = scene;
  const own = careerPerson('beijing-freelance');
  const { floor, ceiling, choices, month } = answerOf(own);
  await toHome(scene, own);
  await choose(scene, '缴费申报');
  expect([await row(scene, 'floor'), await row(scene, 'ceiling')]).toEqual([floor, ceiling]);

  for (const [base, words] of [
    [floor / 100 - 1, '比最低的还低，报不了'],
    [ceiling / 100 + 1, '比最高的还高，报不了'],
  ] as const) {
    await typeBase(scene, String(base));
    await expect(page.locator('h1')).toHaveText(words);
    expect([await row(scene, 'yours'), await row(scene, 'floor')]).toEqual([base * 100, floor]);
    await expect(page.locator('[data-key="declare"]')).toHaveCount(0);
    await page.getByRole('button', { name: /换一个数/ }).click();
    await at(scene, 'choose');
  }

  const chosen = second(choices);
  const due = answerOf(own, chosen.base).draft?.due;
  await page.getByRole('button', { name: new RegExp(`${Number(chosen.share) * 100}%`) }).click();
  await at(scene, 'draft');
  const total = readYuan(await page.locator('[data-service="total"] [data-amount]').innerText());
  expect(total).toBe(readYuan(due?.total ?? ''));
  for (const { insurance, fund, amount } of due?.lines ?? []) {
    expect([insurance, await row(scene, `${insurance}${fund}`)]).toEqual([insurance, readYuan(amount)]);
  }
  expect(await acts(scene)).toEqual([]);
  await person.press('declare');
  await person.typePin(own.card.pin);
  await at(scene, 'declared');
  await expect(page.locator('h1')).toHaveText('申报好了');
  const number = await page.locator('[data-row="number"] .value').innerText();
  expect(number).toMatch(new RegExp(`^SB${month.replace('-', '')}\\d{6}$`));
  const slip = await printService(scene, '缴费基数申报', own);
  expect({ number: slip.text('申报编号'), base: slip.fen('月缴费基数'), total: slip.fen('当月应缴') }).toEqual({
    number,
    base: readYuan(chosen.base),
    total,
  });
  expect(slip.lines.join('')).toContain('没有扣钱');
  expect(await acts(scene)).toEqual(['declaration.asked', 'declaration.declared']);

  // Asked anew, the centre has this one, and offers no other.
  await person.press('back');
  await person.sees('home');
  await choose(scene, '缴费申报');
  await expect(page.locator('[data-row="number"] .value')).toHaveText(number);
  await expect(page.locator('h1')).toContainText('已经报过了');
  await expect(page.locator('[data-key="turnService"]')).toHaveCount(0);
});

test('[S15] the centre’s answer is lost again and again: the person is told so, and the same declaration is found, not a second made', async ({
  scene,
}) => {
  const { page, person, lab } = scene;
  const own = careerPerson('beijing-freelance');
  const { choices } = answerOf(own);
  await toHome(scene, own);
  await choose(scene, '缴费申报');
  const path = '/benefits/v1/declare';
  await scene.arm({ target: 'benefits', kind: 'loseReplyAfterCommit', path, times: 2 });
  await declare(scene, own, second(choices).share);
  await person.sees('stepFailed');
  await expect(page.locator('main')).toContainText('申报收到没有还不知道');
  await person.press('retry');
  await person.sees('service');
  await at(scene, 'declared');
  const month = formatDate(Date.now()).slice(0, 7).replace('-', '');
  await expect(page.locator('[data-row="number"] .value')).toHaveText(`SB${month}000001`);
  expect(new Set(await acts(scene))).toEqual(
    new Set(['declaration.asked', 'declaration.unknown', 'declaration.declared']),
  );
  expect((await acts(scene)).filter((code) => code === 'declaration.declared')).toHaveLength(1);
  // The terminal's journal has forgotten whose it was; nothing of the person is in the log.
  const words = lab.shell.words();
  for (const clear of [own.career.identityNumber, own.career.name]) expect(words).not.toContain(clear);
});

test('[S15] who is not in flexible employment is told so, and is offered nothing to declare', async ({ scene }) => {
  const { page } = scene;
  await toHome(scene, careerPerson('beijing-clerk'));
  await choose(scene, '缴费申报');
  await expect(page.locator('h1')).toHaveText('您不是灵活就业参保');
  await expect(page.locator('[data-key="turnService"], [data-key="declare"]')).toHaveCount(0);
});
