import { formatDate } from '../../common/kernel/dates.ts';
import { expect, type Scene, test } from '../e2e/fixtures.ts';
import { type CareerPerson, careerPerson, choose, toHome } from './testing/career-person.ts';
import { printedSlip, printService } from './testing/slip.ts';

const NEW_PIN = '730518';

/** Types one PIN of the change when the screen asks for it. */
async function typeAt({ page, lab }: Scene, step: 'old' | 'new' | 'again', digits: string): Promise<void> {
  await page.locator(`[data-step="${step}"]`).waitFor();
  await lab.sim.command('pin.type', { digits, intervalMs: 20 });
}

/** From the card's page through the three entries. */
async function changePin(scene: Scene, { card }: CareerPerson): Promise<void> {
  await scene.person.press('changePin');
  await scene.person.sees('changePin');
  await typeAt(scene, 'old', card.pin);
  await typeAt(scene, 'new', NEW_PIN);
  await typeAt(scene, 'again', NEW_PIN);
}

/** The acts of the audit chain, oldest first, with their facts as text. */
async function acts({ lab }: Scene): Promise<readonly { readonly code: string; readonly facts: string }[]> {
  const control = await lab.control();
  const list = await control.call('auditList', { limit: 200 });
  control.close();
  if (!list.ok || !list.value.ok) throw new Error('the audit log cannot be read');
  return list.value.rows.map(({ code, facts }) => ({ code, facts: JSON.stringify(facts) }));
}

/** The slip that comes by itself: cut, not only begun. */
async function slipOut(scene: Scene, title: string): ReturnType<typeof printedSlip> {
  await expect.poll(async () => (await scene.paper()).cuts).toBe(1);
  return printedSlip(scene, title);
}

/** No PIN is anywhere where somebody could read it. */
async function expectNoPin(scene: Scene, ...pins: readonly string[]): Promise<void> {
  const { lines } = await scene.paper();
  const chain = (await acts(scene)).map(({ facts }) => facts).join('\n');
  const places = { screen: await scene.page.content(), log: scene.lab.shell.words(), paper: lines.join('\n'), chain };
  for (const [place, text] of Object.entries(places)) {
    for (const pin of pins) expect(text.includes(pin), `${place} has a PIN`).toBe(false);
  }
}

test('[S2] the state of the card and of a new one, by chip and bureau, on screen and paper as the bureau has them', async ({
  scene,
}) => {
  const { page } = scene;
  const own = careerPerson('shanghai-worker');
  const { application } = own.career.card;
  if (application === null) throw new Error('no application');
  await toHome(scene, own);
  await choose(scene, '社保卡');
  await expect(page.locator('[data-service="state"]')).toHaveText('卡在正常使用');
  await expect(page.locator('[data-row="expires"] .value')).toHaveText('2099 年 12 月 31 日');
  await expect(page.locator('[data-row="chipExpires"] .value')).toHaveText('2099 年 12 月 31 日');
  await page.getByRole('button', { name: '看新卡到哪了' }).click();
  for (const { step, on } of application.steps) {
    const [, month, day] = on.split('-').map(Number);
    await expect(page.locator(`[data-row="${step}"] .value`)).toContainText(`${month} 月 ${day} 日`);
  }
  for (const step of ['arrived', 'collected']) {
    await expect(page.locator(`[data-row="${step}"] .value`)).toHaveText('还没到这一步');
  }
  const slip = await printService(scene, '社保卡状态');
  expect([slip.text('状态'), slip.text('中心记的有效期'), slip.text('已制卡')]).toEqual([
    '正常',
    own.career.card.expiresOn,
    application.steps.at(-1)?.on,
  ]);
});

test('[S2] the PIN is changed: a weak one is refused, the card has the new one, and no PIN is anywhere to be read', async ({
  scene,
}) => {
  const { person, page, lab } = scene;
  const own = careerPerson('beijing-turner');
  await toHome(scene, own);
  await choose(scene, '社保卡');
  await person.press('changePin');
  await typeAt(scene, 'old', own.card.pin);
  await typeAt(scene, 'new', '345678');
  await expect(page.locator('[role="alert"]')).toContainText('容易被猜到');
  await lab.sim.command('pin.type', { digits: NEW_PIN, intervalMs: 20 });
  await typeAt(scene, 'again', NEW_PIN);
  await person.sees('pinResult');
  await expect(page.locator('h1')).toHaveText('密码改好了');
  const slip = await slipOut(scene, '社保卡密码');
  expect(slip.lines.join('')).toContain('密码已经改好');
  await expectNoPin(scene, own.card.pin, NEW_PIN, '345678');
  expect((await acts(scene)).map(({ code }) => code).filter((code) => code.startsWith('pin.'))).toEqual(
    expect.arrayContaining(['pin.verified', 'pin.changing', 'pin.changed']),
  );
  // The session begins anew, and the pad takes the new PIN.
  await person.press('retry');
  await person.typePin(NEW_PIN);
  await person.sees('nothingUnpaid');
});

for (const executed of [true, false]) {
  const what = executed ? 'after it was done' : 'before it was done';
  test(`[S2] the card is pulled out in the middle of the change, ${what}: the screen says that nobody knows, and what to try`, async ({
    scene,
  }) => {
    const { person, page, lab } = scene;
    const own = careerPerson('beijing-turner');
    const { persona } = own.card;
    // One card under a name, so that it keeps what was done to it.
    const torn = { ...persona, behaviour: { tear: { afterApdus: 0, at: '5E', executed } } };
    await toHome(scene, own, () => lab.sim.command('card.insert', { persona: torn, card: 'own' }));
    await choose(scene, '社保卡');
    await changePin(scene, own);
    await person.sees('pinResult');
    await expect(page.locator('[role="alert"]')).toHaveText('可能是旧密码，也可能是新密码');
    await expect(page.locator('.numbered li').first()).toContainText('先试新密码');
    expect((await slipOut(scene, '社保卡密码')).lines.join('')).toContain('下次先试新密码');
    expect((await acts(scene)).map(({ code }) => code)).toContain('pin.change-unknown');
    await lab.sim.command('card.insert', { persona, card: 'own' });
    await person.typePin(NEW_PIN);
    if (!executed) {
      await expect(page.locator('[role="alert"]')).toContainText('密码不对');
      await lab.sim.command('pin.type', { digits: own.card.pin, intervalMs: 20 });
    }
    await person.sees('nothingUnpaid');
    await expectNoPin(scene, own.card.pin, NEW_PIN);
  });
}

test('[S2] a first PIN is changed where it was found out, and then opens the services', async ({ scene }) => {
  const { person, lab } = scene;
  const own = careerPerson('beijing-turner');
  const first = { ...own.card.persona, pin: { digits: '123456', tries: 6 } };
  await lab.admin('POST', '/admin/careers', { month: formatDate(Date.now()).slice(0, 7) });
  await person.comeToTheKiosk();
  await lab.sim.command('card.insert', { persona: first });
  await person.typePin('123456');
  await person.sees('pinProblem');
  await changePin(scene, { ...own, card: { ...own.card, pin: '123456' } });
  await person.sees('pinResult');
  await person.press('retry');
  await person.typePin(NEW_PIN);
  await person.sees('nothingUnpaid');
});

test('[S2] a loss report is withdrawn by card and PIN, and the bureau has it so from then on', async ({ scene }) => {
  const { person, page } = scene;
  const own = careerPerson('harbin-freelance');
  await toHome(scene, own);
  await choose(scene, '社保卡');
  await expect(page.locator('[data-service="state"]')).toHaveText('这张卡已经挂失');
  await expect(page.locator('[data-key="changePin"]')).toHaveCount(0);
  await person.press('withdrawLoss');
  await person.typePin(own.card.pin);
  await person.sees('service');
  await expect(page.locator('[data-service="state"]')).toHaveText('挂失解除了');
  const today = formatDate(Date.now());
  const slip = await printService(scene, '社保卡状态');
  expect([slip.text('状态'), slip.text('从哪天起')]).toEqual(['正常', today]);
  // Asked anew, the bureau says the same.
  await person.press('back');
  await person.sees('home');
  await choose(scene, '社保卡');
  await expect(page.locator('[data-service="state"]')).toHaveText('卡在正常使用');
  expect((await acts(scene)).filter(({ code }) => code === 'card.loss-withdrawn')).toHaveLength(1);
});

test.describe('where electronic cards are read', () => {
  test.use({ labOptions: { profile: { devices: { electronicCard: true } } } });

  test('[S2] a lost card is reported by electronic card, and withdrawn by the card itself when it is found', async ({
    scene,
  }) => {
    const { person, page, lab } = scene;
    const own = careerPerson('beijing-turner');
    const { identityNumber, name, cardNumber } = own.career;
    const issued = (await lab.admin('POST', '/admin/electronic-cards', { identityNumber })) as { token: string };
    await person.comeToTheKiosk();
    await person.press('openLoss');
    await person.sees('loss');
    const control = await lab.control();
    expect(await control.call('electronicCard', { token: issued.token })).toMatchObject({ value: { taken: true } });
    control.close();
    await expect(page.locator('[data-loss="normal"]')).toHaveText('要挂失这张卡吗？');
    await expect(page.locator('[data-row="tail"] .value')).toHaveText(cardNumber.slice(-4));
    const drawn = await page.content();
    for (const clear of [identityNumber, name, cardNumber, issued.token]) expect(drawn).not.toContain(clear);
    await person.press('confirmLoss');
    await expect(page.locator('[data-loss="lost"]')).toHaveText('已经挂失');
    const number = await page.locator('[data-row="number"] .value').innerText();
    const slip = await slipOut(scene, '社保卡挂失');
    expect([slip.text('受理编号'), slip.text('卡号尾号')]).toEqual([number, cardNumber.slice(-4)]);
    expect((await acts(scene)).map(({ code }) => code)).toEqual(
      expect.arrayContaining(['card.loss-asked', 'card.loss-reported']),
    );
    await person.press('end');
    await person.sees('insertCard');
    expect(lab.shell.words()).not.toContain(issued.token);
    // Found again: the bureau has it as lost since today, and takes the report back for card and PIN.
    await toHome(scene, own);
    await choose(scene, '社保卡');
    await expect(page.locator('[data-service="state"]')).toHaveText('这张卡已经挂失');
    await person.press('withdrawLoss');
    await person.typePin(own.card.pin);
    await person.sees('service');
    await expect(page.locator('[data-service="state"]')).toHaveText('挂失解除了');
  });
});
