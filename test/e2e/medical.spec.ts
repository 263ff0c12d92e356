import { readYuan } from '../../simulator/lab/person.ts';
import { expect, type Scene, test } from './fixtures.ts';

/** 5: a person with an account. */
test.use({ seed: 5 });

/** An amount as the screen's visible text says it, fen. */
async function shown({ page }: Scene, what: 'balance' | 'total'): Promise<number> {
  return readYuan(await page.locator(`[data-benefit="${what}"] [data-amount]`).innerText());
}

/** Amounts of the last slip by their labels, fen, read from the printer's bytes; only lines of the year, not of a month. */
async function printed(scene: Scene): Promise<{ lines: readonly string[]; of: (label: string) => number }> {
  const { lines } = await scene.paper();
  const slip = lines.slice(lines.findLastIndex((line) => line.includes('医保账户和今年的账')));
  const of = (label: string): number => {
    const line = slip.find((each) => each.includes(label)) ?? '';
    return readYuan(/(\d+\.\d\d)元?$/.exec(line.trim())?.[1] ?? line);
  };
  return { lines: slip, of };
}

/** From the bills, or from nothing unpaid, to the medical account. */
async function openAccount({ person }: Scene): Promise<void> {
  await person.press('openHome');
  await person.sees('home');
  await person.press('openService');
  await person.sees('service');
}

/** Something else was looked at since the PIN: before money it is asked for again, and the bills with it. */
async function payAfterServices({ person, visit }: Scene): Promise<void> {
  await person.press('openVisit');
  await person.sees('enterPin');
  await person.typePin(visit.pin);
  await person.sees('whoYouAre');
  await person.press('openVisit');
  await person.sees('visit');
}

test('[S8] a bill that was just settled is in the year, on screen and on paper, to the fen', async ({ scene }) => {
  const { person, page, visit } = scene;
  await person.comeToTheKiosk();

  // Before: a look at the account from the choices, and back.
  await person.insertCard(visit);
  await person.typePin(visit.pin);
  await person.sees('whoYouAre');
  await openAccount(scene);
  const before = await shown(scene, 'balance');
  await expect(page.locator('[data-benefit="total"]')).toHaveCount(0);
  await person.press('back');
  await person.sees('home');
  await person.press('back');
  await person.sees('whoYouAre');

  await payAfterServices(scene);
  await person.press('acceptFees');
  await person.sees('split');
  await person.press('acceptSplit');
  await person.press('confirm');
  await person.sees('done');
  await page.locator('[data-print="printed"]').waitFor({ state: 'attached' });
  await person.takeCard();
  await person.sees('insertCard');
  const [ledger, ...more] = await scene.ledger();
  if (ledger === undefined) throw new Error('nothing was settled');
  expect(more).toEqual([]);
  expect(ledger.account).toBeGreaterThan(0);

  // Come again: nothing is unpaid, and the same key stands there.
  await person.insertCard(visit);
  await person.typePin(visit.pin);
  await person.sees('nothingUnpaid');
  await openAccount(scene);
  expect(await shown(scene, 'total')).toBe(ledger.total);
  expect(await shown(scene, 'balance')).toBe(before - ledger.account);
  await page.getByRole('button', { name: '看谁付的' }).click();
  const payer = async (name: string): Promise<number> =>
    readYuan(await page.locator(`[data-row="${name}"] [data-amount]`).innerText());
  expect([await payer('account'), await payer('cash')]).toEqual([ledger.account, ledger.cash]);
  await page.locator('[data-pad="yellow"]').click();
  await page.getByRole('button', { name: '看每一次' }).click();
  const each = page.locator('[data-visit]');
  await expect(each).toHaveCount(1);
  expect(readYuan(await each.locator('[data-visit-total] [data-amount]').innerText())).toBe(ledger.total);
  expect(readYuan(await each.locator('[data-visit-own] [data-amount]').innerText())).toBe(ledger.account + ledger.cash);
  const page_ = await page.content();
  expect(page_.includes(visit.identityNumber) || page_.includes(visit.name)).toBe(false);

  await person.press('printService');
  await page.locator('[data-print="printed"]').waitFor({ state: 'attached' });
  const { lines, of } = await printed(scene);
  expect({
    balance: of('个人账户余额'),
    total: of('今年医疗费总额'),
    account: of('个人账户支付'),
    cash: of('现金支付'),
    funds: of('基金支付合计'),
  }).toEqual({
    balance: before - ledger.account,
    total: ledger.total,
    account: ledger.account,
    cash: ledger.cash,
    funds: ledger.funds,
  });
  expect(lines.join('\n').includes(visit.identityNumber)).toBe(false);
  expect(lines.join('\n')).toContain('结算 1 次');

  await person.takeCard();
  await person.sees('insertCard');
  await scene.settledDown();
  const kinds = await scene.operatorKinds();
  expect(kinds.filter((kind) => kind === 'print')).toHaveLength(2);
  // Asking changed nothing at the centre.
  expect(await scene.ledger()).toHaveLength(1);
});

test.describe('with a profile that waits for three seconds', () => {
  test.use({ labOptions: { profile: { benefits: { answerMs: 3000 } } } });

  test('[S8] the server is silent, then away: she is told, asking again helps, and the bill can still be paid', async ({
    scene,
  }) => {
    const { person, visit } = scene;
    await scene.arm({ target: 'benefits', kind: 'delayMs', ms: 60_000 });
    await person.comeToTheKiosk();
    await person.insertCard(visit);
    await person.typePin(visit.pin);
    await person.sees('whoYouAre');
    const asked = performance.now();
    await person.press('openHome');
    await person.sees('lookingUp');
    await person.sees('stepFailed');
    // The limit of the profile, and time for a machine that is busy: far below the minute of the server.
    expect(performance.now() - asked).toBeLessThan(20_000);
    await person.press('retry');
    await person.sees('home');
    for (const kind of ['http500', 'garbage']) {
      await scene.arm({ target: 'benefits', kind });
      await person.press('openService');
      await person.sees('stepFailed');
      await person.press('back');
      await person.sees('home');
    }
    await person.press('back');
    await person.sees('whoYouAre');
    await payAfterServices(scene);
  });
});
