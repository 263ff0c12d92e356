import { expect, test } from './fixtures.ts';

// The terminal as it is shipped: JavaScript from dist/, its own copies of the native modules. Servers and emulators
// run from the checkout, as they would at an integrator's.
test.use({ labOptions: { dist: true } });

test('the main job runs from dist/', async ({ scene }) => {
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

  expect(await scene.ledger()).toMatchObject([{ ...screen, state: 'settled' }]);
  expect(await scene.journal()).toMatchObject([{ state: 'settled', totalFen: screen.total, foundBy: 'answer' }]);
  expect((await scene.paper()).amounts).toEqual(screen);
});
