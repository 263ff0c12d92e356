import { enrolStaff } from '../../simulator/lab/staff.ts';
import { Cashier } from '../shift/cashier.ts';
import { asksCentre } from '../shift/looks-up.ts';
import { expect, type Scene, test } from './fixtures.ts';

/** The billing desk against the real terminal, by its keyboard alone. `npm run shift` lets a whole day come. */
test.use({ labOptions: { face: 'desk' }, viewport: { width: 1920, height: 1080 } });

const FLOAT_FEN = 20_000;
/** For a bill like the one before it, from card to card. */
const MOST_KEYS = 5;

async function sitDown({ lab, page }: Scene): Promise<Cashier> {
  const control = await lab.control();
  await enrolStaff(lab, control);
  control.close();
  const cashier = new Cashier(lab, page);
  await cashier.sitDown();
  await cashier.openShift(String(FLOAT_FEN / 100));
  return cashier;
}

test('a bill by keyboard: card, B, F4, F5, Enter; ledger, journal, glass and paper agree, and the next one may come', async ({
  scene,
}) => {
  const { page, visit } = scene;
  const cashier = await sitDown(scene);
  // Of a chronic illness that is not filed the glass says so before F4, which can be pressed all the same.
  const disease = { code: 'M03900', name: '高血压' };
  const bill = { ...visit, encounter: { ...visit.encounter, medicalType: '14', disease } };
  await scene.admit(bill);
  await cashier.comes(bill);
  await page.locator('[data-notice="notFiled"]').waitFor();
  await cashier.offers('F4');
  await cashier.leaves();
  await cashier.screen('waiting');

  const filed = { ...disease, from: '2025-01-01' };
  await scene.admit({ ...bill, person: { ...visit.person, filings: { chronic: [filed] } } });
  let asked = 0;
  const asks = async (): Promise<void> => {
    const before = cashier.keys;
    expect(await asksCentre(cashier, 'chronic')).toEqual([{ code: 'M03900', standing: 'holds' }]);
    expect(await page.locator('[data-notice]').count()).toBe(0);
    asked = cashier.keys - before;
  };
  const pressed = cashier.keys;
  expect(await cashier.bill(bill, asks)).toBe('settled');
  const amount = async (kind: string): Promise<number> =>
    Number(await page.locator(`[data-amount-kind="${kind}"]`).first().getAttribute('data-amount'));
  const shown = { total: await amount('total'), cash: await amount('answer') };
  expect(await cashier.paper()).toBe('printed');
  await cashier.nextPerson();
  // From card to card; what she looked up in between is no part of a bill.
  expect(cashier.keys - pressed - asked).toBeLessThanOrEqual(MOST_KEYS);
  await scene.settledDown();

  const [ledger, ...more] = await scene.ledger();
  expect(more).toEqual([]);
  const [journal] = await scene.journal();
  expect(ledger).toMatchObject({ state: 'settled', total: shown.total, msgid: journal?.messageId });
  expect(journal).toMatchObject({ state: 'settled', totalFen: shown.total, cashFen: ledger?.cash });
  const { amounts } = await scene.paper();
  expect(amounts).toMatchObject({ total: shown.total, cash: ledger?.cash });
  // What was handed over was the sum itself: nothing goes back, unless nothing was due at all.
  expect(shown.cash).toBe(0);
  expect(await scene.his()).toMatchObject({ state: 'settled', settlement: { messageId: journal?.messageId } });
});
