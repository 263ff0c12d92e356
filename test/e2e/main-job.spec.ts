import { expect, test } from './fixtures.ts';

test('[S1] a person settles a visit; ledger, journal, screen and paper agree to the fen', async ({ scene }) => {
  const { person, page, visit } = scene;
  await person.comeToTheKiosk();
  await person.goToSplit(visit);
  await person.press('acceptSplit');
  await person.sees('confirm');
  const screen = await person.readAmounts();
  await person.press('confirm');
  await person.sees('done');
  await page.locator('[data-print="printed"]').waitFor({ state: 'attached' });
  await person.takeCard();
  await scene.settledDown();

  const [ledger, ...more] = await scene.ledger();
  const [journal] = await scene.journal();
  expect(more).toEqual([]);
  expect(ledger).toMatchObject({ ...screen, state: 'settled', msgid: journal?.messageId });
  expect(journal).toMatchObject({
    state: 'settled',
    totalFen: screen.total,
    fundsFen: screen.funds,
    accountFen: screen.account,
    cashFen: screen.cash,
    foundBy: 'answer',
  });
  const paper = await scene.paper();
  expect(paper.amounts).toEqual(screen);
  expect(paper.copy).toBe(0);
  expect(paper.cuts).toBe(1);
  expect(paper.qr).toHaveLength(1);
  expect(paper.lines.join('\n')).toContain(journal?.messageId);
  expect(await scene.his()).toMatchObject({ state: 'settled', settlement: { messageId: journal?.messageId } });
  expect([...(await scene.operatorKinds())].sort()).toEqual(['his-notified', 'print', 'settlement']);
  await person.sees('insertCard');
});

test('identity is nowhere in clear: screen, slip and log show it masked', async ({ scene }) => {
  const { person, page, visit, lab } = scene;
  const seen: string[] = [];
  await person.comeToTheKiosk();
  await person.goToSplit(visit, async () => {
    seen.push(await page.content());
  });
  await person.press('acceptSplit');
  await person.press('confirm');
  await person.sees('done');
  await page.locator('[data-print="printed"]').waitFor({ state: 'attached' });
  seen.push(await page.content(), (await scene.paper()).lines.join('\n'), lab.shell.words());
  for (const text of seen) {
    expect(text.includes(visit.identityNumber)).toBe(false);
    expect(text.includes(visit.name)).toBe(false);
    expect(text.includes(visit.pin)).toBe(false);
  }
});

test.describe('with a personal account', () => {
  test.use({ seed: 5 });

  test('the account may be kept out: 2206 runs again and the new split is what is paid', async ({ scene }) => {
    const { person, visit } = scene;
    await person.comeToTheKiosk();
    await person.goToSplit(visit);
    await person.press('acceptSplit');
    await person.sees('confirm');
    const withAccount = await person.readAmounts();
    expect(withAccount.account, 'the drawn person must have an account').toBeGreaterThan(0);
    await person.press('back');
    await person.sees('split');
    await person.press('setUseAccount');
    await scene.page.locator('[data-screen="split"] [data-account="kept"]').waitFor();
    await person.press('acceptSplit');
    await person.sees('confirm');
    const without = await person.readAmounts();
    expect(without).toEqual({ ...withAccount, account: 0, cash: withAccount.cash + withAccount.account });
    await person.press('confirm');
    await person.sees('done');
    const [ledger] = await scene.ledger();
    expect(ledger).toMatchObject({ ...without, state: 'settled' });
    expect((await scene.centreCount('2206')).handled).toBe(2);
    expect((await scene.centreCount('2207')).handled).toBe(1);
  });
});

test('a wrong PIN tells the tries left, and the right one goes on', async ({ scene }) => {
  const { person, visit, page } = scene;
  await person.comeToTheKiosk();
  await person.insertCard(visit);
  await person.typePin('999999');
  await expect(page.locator('[data-screen="enterPin"]')).toContainText('5');
  await person.typePin(visit.pin);
  await person.sees('whoYouAre');
});

test('the card is taken before the confirmation: the session is over and nothing was paid', async ({ scene }) => {
  const { person, visit } = scene;
  await person.comeToTheKiosk();
  await person.goToSplit(visit);
  await person.takeCard();
  await person.sees('insertCard');
  await scene.settledDown();
  expect(await scene.ledger()).toEqual([]);
  expect((await scene.his()).state).toBe('unpaid');
  expect((await scene.paper()).cuts).toBe(0);
});
